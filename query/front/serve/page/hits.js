// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the hits: how many there are, why, and a page of them.
import {coins} from './cite.js';
import {bdi, checkbox, cross, fill, h, isWide, link, pager, select, webLink} from './dom.js';
import {filterPills, toolLine} from './filters.js';
import {highlighted} from './marks.js';
import {day, say} from './messages.js';
import {showStart} from './start.js';
import {addressOf, articleState, askedQuery, askedWords, asksSomething, isNarrowed, kHitsOnPage, kUsual, pageParameters} from './state.js';

const kMostTitleUnits = 400;  // more than is shown; the article has it whole

// Shows the hits of the state, or the first page where it asks nothing.
export async function showHits(page, how) {
  if (!asksSomething(page.state)) return showStart(page);
  const answer = await askHits(page, how);
  if (!answer) return;
  const {state, main} = page;
  page.announce(countText(state, answer.total));
  if (state.typing && answer.hits.length === 0 && main.querySelector('.hit')) return sayNothingYet(main, state, answer);
  const {hits, offset} = answer;
  fill(main, answerHead(page, answer), hitList(state, answer), pager(state, 'offset', {size: kHitsOnPage, shown: hits.length, hasNext: hits.length === kHitsOnPage}));
}

// Asks for a page of hits. What no word begins with may be keys: then the whole words are asked.
async function askHits(page, how) {
  const answer = await page.ask('search', pageParameters(page.state), how);
  if (!page.state.typing || !answer || answer.hits.length > 0) return answer;
  const whole = await page.ask('search', pageParameters({...page.state, typing: false}), how);
  if (whole?.hits.length > 0) page.settle({typing: false});
  return whole;
}

// While a word is typed that nothing has, the hits that are there stay.
function sayNothingYet(main, state, answer) {
  main.querySelector('.so-far')?.remove();
  main.prepend(h('p.so-far.note', say('empty.yet', {q: state.q}), ' ', meant(state, answer) || ''));
}

// "18 articles have all the words".
export function countText(state, {count, match, exact}) {
  const text = say(`count.${askedWords(state) === '' ? 'found' : match}`, {n: count});
  return exact ? text : say('count.about', {text});
}

export function countLine(state, total) {
  return h('span', {id: 'count', 'data-count': total.count}, countText(state, total));
}

function answerHead(page, answer) {
  const {state, main} = page;
  return h('section.head', h('p', h('strong', countLine(state, answer.total)), h('small', ` ${Math.max(1, Math.round(answer.elapsed_ms))} ms`)),
    filterPills(state), whyChips(state, answer), meant(state, answer),
    h('details', {open: main.querySelector('.head details')?.open ?? isWide()}, h('summary', say('options')), optionLine(page), toolLine(page, answer.total)));
}

function meant(state, {suggestion}) {
  return suggestion && h('span.mean', say('mean'), ' ', link(state, {q: suggestion, filter: [], typing: false, offset: 0}, {id: 'mean'}, bdi(suggestion)), '?');
}

// How the query was read, and what else was searched: one click leaves it out.
function whyChips(state, answer) {
  const {notes, alternatives = []} = answer;
  const remarks = notes.filter((note) => !alternatives.some((each) => each.note === note));
  const isReadOtherwise = answer.parsed.toLowerCase() !== askedQuery(state).toLowerCase();
  return h('div.why', (isReadOtherwise || state.typing) && h('p.hint', `${say('read')}: `, h('code', bdi(answer.parsed))),
    remarks.map((note) => h('p.note', bdi(note))),
    alternatives.length > 0 && h('p.chips', `${say('why')}: `, alternatives.map((each) => chip(state, each))));
}

function chip(state, {typed, found, kind}) {
  return h('span.pill', bdi(`${typed} → ${found}`), h('small', say(`why.${kind}`)),
    cross(state, {notAs: [...state.notAs, found], offset: 0, mention: 0}, found));
}

function optionLine(page) {
  const {state} = page;
  const choose = (key) => (value) => page.go({[key]: value, offset: 0});
  const choice = (key, values) => select(say(key), state[key], values.map((value) => [value, say(`${key}.${value}`)]), choose(key));
  const flag = (key) => checkbox(say(key), state[key], choose(key));
  return h('p.options', choice('sort', ['relevance', 'newest', 'oldest', 'title']), choice('match', ['', 'all', 'any']), choice('marks', ['prefer', 'fold', 'strict']),
    flag('collapse'), !state.variants && flag('variants'), !state.decoding && flag('decoding'));
}

export function hitList(state, {hits, offset}) {
  if (hits.length === 0) return emptyState(state);
  return h('ol.hits', {start: offset + 1, 'aria-label': say('view.hits')}, hits.map((hit) => hitItem(state, hit)));
}

function hitItem(state, hit) {
  const {title, title_marks, snippet, id, collapsed} = hit;
  return h('li.hit', {lang: 'vi'},
    h('h2', {dir: 'auto'}, h('a', {href: addressOf(articleState(state, id))}, title.trim() === '' ? say('untitled') : highlighted(title.slice(0, kMostTitleUnits), title_marks))),
    h('p.meta', metaParts(hit)), snippet && h('p', {dir: 'auto'}, highlighted(snippet.text, snippet.marks)),
    h('p.actions', {lang: document.documentElement.lang}, collapsed > 0 && link(state, {collapse: false, offset: 0}, say('copies', {n: collapsed})),
      link(kUsual, {like: id}, say('similar')), webLink(hit.url)), coins(hit));
}

// Day, newspaper, section and authors of an article, and where it lies if it has none of these.
export function metaParts({date, source, section, author, path, id}) {
  const texts = [source, section, author].flat().filter(Boolean);
  return [h('time', {datetime: date?.slice(0, 10)}, date ? day(date) : say('undated')),
          (texts.length > 0 ? texts : [path ?? id]).map((text) => [' · ', bdi(text)])];
}

function emptyState(state) {
  return h('section.empty', h('h2', say('empty')), h('p', say('empty.try')),
    h('p.actions', isNarrowed(state) && link(state, {filter: [], from: '', to: '', since: '', offset: 0}, say('empty.unfilter')), link(kUsual, {view: 'held'}, say('view.held'))));
}
