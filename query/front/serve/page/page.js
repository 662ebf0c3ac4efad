// SPDX-License-Identifier: GPL-2.0-or-later
// The page: holds the state, writes it into the address bar, and lets the view of the state show itself. Links within
// it are ordinary ones, for another tab too; a click on one is a change of the state.
//
//   box.js, links, keys  ->  page.go(state)  ->  the view's show(page)  ->  api.js  ->  elements (dom.js)
import {isThere, makeAsker, NoAnswer} from './api.js';
import {showArticle} from './article.js';
import {startBox} from './box.js';
import {setCitation} from './cite.js';
import {button, fill, h, link} from './dom.js';
import {showHeld} from './held.js';
import {showHits} from './hits.js';
import {startKeys} from './keys.js';
import {startLook} from './look.js';
import {say} from './messages.js';
import {showSide} from './side.js';
import {addressOf, asksSomething, kUsual, stateOf} from './state.js';
import {showTimeline} from './timeline.js';
import {showMentions, showNeighbours} from './words.js';

const kViews = {hits: showHits, mentions: showMentions, timeline: showTimeline, neighbours: showNeighbours, held: showHeld, article: showArticle};
const kWithoutSide = ['held', 'article'];
const kSideDelay = 150;  // milliseconds: while keys follow each other, only the hits are asked for
const kRetryDelay = 2000;

const part = (id) => document.getElementById(id);
const [main, side] = [part('main'), part('side')];
const scrolls = new Map(JSON.parse(sessionStorage.getItem('timbao.scrolls') ?? '[]'));  // entry of the history -> place
let shows = 0;
let retry = 0;

// What the views know of the page.
const page = {
  state: stateOf(location.href), main, go, settle, ask: makeAsker(), askSide: makeAsker(), refresh: () => show({}),
  announce: (text) => { part('status').textContent = text; },
};

// Goes to another state, by a new entry of the history ('push') or in the one that is there ('replace').
function go(changes, how = 'push') {
  const isFromResults = page.state.view !== 'article';
  if (isFromResults) page.results = page.state;
  settle(changes, how);
  if (how === 'push') history.replaceState({...history.state, isFromResults}, '');
  return show({isNew: how === 'push'});
}

// Changes the state and its address where what is shown is right already.
function settle(changes, how = 'replace') {
  page.state = {...page.state, ...changes};
  const address = addressOf(page.state);
  if (how === 'push' && address !== location.pathname + location.search) history.pushState({key: Math.random()}, '', address);
  else history.replaceState({key: Math.random(), ...history.state}, '', address);
}

// Shows the state. What was there stays until the new is there.
async function show(how) {
  const number = ++shows;
  const {view} = page.state;
  page.reading = null;
  if (view !== 'article') setCitation(null);
  showTabs();
  main.setAttribute('aria-busy', 'true');
  side.hidden = kWithoutSide.includes(view) || !asksSomething(page.state);
  await attempt(number, () => kViews[view](page, how));
  if (number !== shows) return;
  main.removeAttribute('aria-busy');
  main.dataset.view = view;
  if (how.fromKept) scrollTo(0, scrolls.get(history.state.key) ?? 0);
  else if (how.isNew && view !== 'article' && !page.state.typing) scrollTo(0, 0);
  side.setAttribute('aria-busy', String(!side.hidden));
  if (page.state.typing) await new Promise((done) => { setTimeout(done, kSideDelay); });
  if (number === shows && !side.hidden) await attempt(number, () => showSide(page, side, how));
  if (number === shows) side.removeAttribute('aria-busy');
}

// Says where an action got no answer. A server that is gone is asked until it is back.
async function attempt(number, action) {
  try {
    await action();
    if (number === shows) showBanner();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (number !== shows) return;
    showBanner(h('p', error.status === 0 ? say('gone') : say('said', {message: error.message}), ' ', button(page.refresh, say('retry'))));
    if (error.status === 0) retry = setTimeout(tryAgain, kRetryDelay);
  }
}

async function tryAgain() {
  if (await isThere()) page.refresh();
  else retry = setTimeout(tryAgain, kRetryDelay);
}

function showBanner(...children) {
  clearTimeout(retry);
  fill(part('banner'), children);
}

function showTabs() {
  const {state} = page;
  const base = state.view === 'article' ? {...kUsual, q: state.q} : state;
  part('views').setAttribute('aria-label', say('views'));
  fill(part('views'), Object.keys(kViews).filter((view) => view !== 'article').map((view) =>
    link(base, {view}, {'data-key': `view-${view}`, 'aria-current': view === state.view && 'page'}, say(`view.${view}`))));
  document.title = `${state.q || say('title')} – timbao`;
}

// Whether a click on a link stays within the page.
function staysInside(event, {origin, pathname, target, download}) {
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);
  return isPlain && origin === location.origin && ['/', '/article'].includes(pathname) && !target && !download;
}

function start() {
  history.scrollRestoration = 'manual';
  settle({view: page.state.view in kViews ? page.state.view : kUsual.view});
  const box = startBox(page);
  const showKept = () => {
    box.write();
    return show({fromKept: true});
  };
  startLook(showKept);
  startKeys(page, box);
  document.addEventListener('click', (event) => {
    const target = event.target.closest('a[href]:not([href^="#"])');
    if (!target || !staysInside(event, target)) return;
    event.preventDefault();
    go(stateOf(target.href));
    box.write();
  });
  addEventListener('popstate', () => {
    document.activeElement.blur();
    page.state = stateOf(location.href);
    showKept();
  });
  addEventListener('scroll', () => scrolls.set(history.state.key, scrollY), {passive: true});
  addEventListener('pagehide', () => sessionStorage.setItem('timbao.scrolls', JSON.stringify([...scrolls].slice(-50))));
  showKept().then(box.focusFirst);
}

start();
