// SPDX-License-Identifier: GPL-2.0-or-later
// The page: holds the state, writes it into the address bar, and lets the view of the state show itself. Links within
// the page are ordinary links, so that they can be opened in another tab; a click on one becomes a change of the state.
//
//   box.js, links, keys  ->  page.go(state)  ->  the view's show(page)  ->  api.js  ->  elements (dom.js)
import {showArticle} from './article.js';
import {isThere, makeAsker, NoAnswer} from './api.js';
import {startBox} from './box.js';
import {setCitation} from './cite.js';
import {button, fill, h} from './dom.js';
import {showHeld} from './held.js';
import {showHits} from './hits.js';
import {startKeys} from './keys.js';
import {startLook} from './look.js';
import {say} from './messages.js';
import {showSide} from './side.js';
import {addressOf, asksSomething, kUsual, stateOf} from './state.js';
import {showTimeline} from './timeline.js';
import {showMentions, showNeighbours} from './words.js';

/** The views, in the order of their tabs. The side panel narrows what they show. */
const kViews = {
  hits: {show: showHits, hasSide: true},
  mentions: {show: showMentions, hasSide: true},
  timeline: {show: showTimeline, hasSide: true},
  neighbours: {show: showNeighbours, hasSide: true},
  held: {show: showHeld, hasSide: false},
  article: {show: showArticle, hasSide: false},
};
const kSideDelay = 150;   // milliseconds: while keys follow each other, only the hits are asked for
const kRetryDelay = 2000;

const main = document.getElementById('main');
const scrolls = new Map(JSON.parse(sessionStorage.getItem('timbao.scrolls') ?? '[]'));  // entry of the history -> place
let shows = 0;
let retry = 0;

/** What the views know of the page. */
const page = {
  state: stateOf(location.href),
  main,
  ask: makeAsker(),
  askSide: makeAsker(),
  go,
  settle,
  announce: (text) => { document.getElementById('status').textContent = text; },
  refresh: () => show({}),
};

/** Goes to a state: how 'push' makes an entry of the history, 'replace' changes the one that is there. */
function go(changes, how = 'push') {
  const wasResults = page.state.view !== 'article';
  if (wasResults) page.results = page.state;
  page.state = {...page.state, ...changes};
  const address = addressOf(page.state);
  const isNew = how === 'push' && address !== location.pathname + location.search;
  if (isNew) history.pushState({key: newKey(), isFromResults: wasResults}, '', address);
  else history.replaceState(history.state, '', address);
  return show({isNew});
}

/** Changes the state and its address where what is shown is right already. */
function settle(changes) {
  page.state = {...page.state, ...changes};
  history.replaceState(history.state, '', addressOf(page.state));
}

function newKey() {
  return `${Date.now()}-${history.length}-${Math.floor(Math.random() * 1e6)}`;
}

/** Shows the state. What was there stays until the new is there. */
async function show({fromKept = false, isNew = false}) {
  const number = ++shows;
  const view = kViews[page.state.view] ?? kViews.hits;
  showTabs();
  page.reading = null;
  if (page.state.view !== 'article') setCitation(null);
  main.setAttribute('aria-busy', 'true');
  document.getElementById('side').hidden = !view.hasSide || !asksSomething(page.state);
  try {
    await view.show(page, {fromKept});
    if (number === shows) showBanner(null);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (number === shows) showFailure(error);
  }
  if (number !== shows) return;
  main.removeAttribute('aria-busy');
  main.dataset.view = page.state.view;
  if (fromKept) scrollTo(0, scrolls.get(history.state?.key) ?? 0);
  else if (isNew && page.state.view !== 'article' && !page.state.typing) scrollTo(0, 0);
  await showBeside(number, fromKept);
}

async function showBeside(number, fromKept) {
  const side = document.getElementById('side');
  side.removeAttribute('aria-busy');
  if (side.hidden) return;
  side.setAttribute('aria-busy', 'true');
  if (!fromKept) await new Promise((done) => { setTimeout(done, page.state.typing ? kSideDelay : 0); });
  if (number !== shows) return;
  try {
    await showSide(page, side, {fromKept});
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (number === shows) showFailure(error);
  }
  if (number === shows) side.removeAttribute('aria-busy');
}

function showTabs() {
  const {state} = page;
  const tabs = Object.keys(kViews).filter((view) => view !== 'article').map((view) => {
    const there = {...(state.view === 'article' ? {...kUsual, q: state.q} : state), view};
    return h('a', {href: addressOf(there), 'data-key': `view-${view}`, 'aria-current': view === state.view ? 'page' : null}, say(`view.${view}`));
  });
  const nav = document.getElementById('views');
  nav.setAttribute('aria-label', say('views'));
  fill(nav, tabs);
  document.title = state.q === '' ? `timbao – ${say('title')}` : `${state.q} – timbao`;
}

function showBanner(...children) {
  clearTimeout(retry);
  fill(document.getElementById('banner'), ...children);
}

/** Says why there is no answer. A server that is gone is asked until it is back. */
function showFailure(error) {
  const isGone = error.status === 0;
  const text = isGone ? say('error.gone') : say('error.said', {message: error.message});
  showBanner(h('p', {}, text, ' ', button({onclick: () => show({})}, say('error.retry'))));
  if (isGone) retry = setTimeout(tryAgain, kRetryDelay);
}

async function tryAgain() {
  if (await isThere()) show({});
  else retry = setTimeout(tryAgain, kRetryDelay);
}

/** Whether a click on a link stays within the page. */
function isInside(event, link) {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  return isPlain && link.origin === location.origin && ['/', '/article'].includes(link.pathname) &&
         !link.target && !link.hasAttribute('download') && !link.getAttribute('href').startsWith('#');
}

function start() {
  history.scrollRestoration = 'manual';
  history.replaceState({...history.state, key: history.state?.key ?? newKey()}, '');
  let box = null;
  startLook(() => {
    box.write();
    show({fromKept: true});
  });
  box = startBox(page);
  startKeys(page, box);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || !isInside(event, link)) return;
    event.preventDefault();
    go(stateOf(link.href)).then(() => box.write());
  });
  addEventListener('popstate', () => {
    page.state = stateOf(location.href);
    box.write();
    show({fromKept: true});
  });
  addEventListener('scroll', () => scrolls.set(history.state?.key, scrollY), {passive: true});
  addEventListener('pagehide', () => sessionStorage.setItem('timbao.scrolls', JSON.stringify([...scrolls].slice(-50))));
  show({fromKept: true});
}

start();
