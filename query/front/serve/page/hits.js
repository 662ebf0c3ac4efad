// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the hits: how many there are, why, and a page of them.
import {coins} from './cite.js';
import {bdi, checkbox, fill, h, isWide, select, webAddress} from './dom.js';
import {filterPills, toolLine} from './filters.js';
import {highlighted, piecesOf} from './marks.js';
import {day, isSaid, number, say} from './messages.js';
import {asTyped, readNotes} from './query_text.js';
import {addressOf, articleState, askedQuery, askedWords, asksSomething, kHitsOnPage, kUsual, pageParameters} from './state.js';
import {showStart} from './start.js';

const kMostTitleUnits = 400;

/** Shows the hits of the state, or the first page where it asks nothing. */
export async function showHits(page, how) {
  if (!asksSomething(page.state)) return showStart(page);
  const answer = await askHits(page, how);
  if (!answer) return;
  const {state, main} = page;
  page.announce(countText(state, answer.total));
  const isHalfTyped = state.typing && answer.hits.length === 0 && main.dataset.view === 'hits' && main.querySelector('.hit');
  if (isHalfTyped) return sayNothingYet(main, state, answer);
  fill(main, answerHead(page, answer), hitList(state, answer), pager(state, answer));
}

/** Asks for a page of hits. What is found under no word that begins so may be keys or an abbreviation: whole words are asked. */
export async function askHits(page, how) {
  const answer = await page.ask('search', pageParameters(page.state), how);
  if (!answer || answer.hits.length > 0 || !page.state.typing) return answer;
  const whole = await page.ask('search', pageParameters({...page.state, typing: false}), how);
  if (whole?.hits.length > 0) page.settle({typing: false});
  return whole;
}

/** While a word is typed that nothing has, the hits that are there stay. */
function sayNothingYet(main, state, answer) {
  main.querySelector('.so-far')?.remove();
  main.prepend(h('p', {class: 'so-far note'}, say('empty.sofar', {q: state.q}), ' ', meant(state, answer)));
}

/** "18 articles have all the words". */
export function countText(state, total) {
  const key = askedWords(state) === '' ? 'found' : total.match;
  const text = say(`count.${key}`, {n: total.count});
  return total.exact ? text : say('count.about', {text});
}

function answerHead(page, answer) {
  const {state} = page;
  return h('section', {class: 'head', 'aria-label': say('filters')},
    h('p', {class: 'count-line'}, h('strong', {id: 'count', 'data-count': answer.total.count}, countText(state, answer.total)),
      h('small', {}, ` ${say('count.ms', {ms: Math.max(1, Math.round(answer.elapsed_ms))})}`)),
    filterPills(state), whyChips(state, answer), meant(state, answer),
    h('details', {open: page.main.querySelector('.head details')?.open ?? isWide()}, h('summary', {}, say('options')), optionLine(page), toolLine(page, answer.total)));
}

/** Did you mean. */
function meant(state, answer) {
  if (!answer.suggestion) return null;
  const there = {...state, q: answer.suggestion, filters: [], typing: false, offset: 0};
  return h('p', {class: 'mean'}, say('mean'), ' ', h('a', {href: addressOf(there), 'data-key': 'mean', id: 'mean'}, bdi(answer.suggestion)), '?');
}

/** How the query was read, and what else was searched: one click leaves it out. */
function whyChips(state, answer) {
  const {alternatives, remarks} = answer.alternatives
    ? {alternatives: answer.alternatives, remarks: readNotes(answer.notes).remarks} : readNotes(answer.notes);
  const isReadOtherwise = answer.parsed.toLowerCase() !== askedQuery(state).toLowerCase();
  if (alternatives.length === 0 && remarks.length === 0 && !isReadOtherwise && !state.typing) return null;
  return h('div', {class: 'why'},
    isReadOtherwise ? h('p', {class: 'parsed'}, `${say('read.as')}: `, h('code', {}, bdi(answer.parsed))) : null,
    state.typing ? h('p', {class: 'parsed'}, say('read.typing')) : null,
    remarks.map((note) => h('p', {class: 'note'}, bdi(note))),
    alternatives.length === 0 ? null : h('p', {class: 'chips'}, `${say('why')}: `, alternatives.map((each) => chip(state, each))));
}

function chip(state, {typed, found, kind}) {
  const isTyping = kind === 'typing';
  const words = isTyping ? null : asTyped(state.q, typed);
  const changes = isTyping ? {decoding: false} : words ? {q: words} : {variants: false};
  const off = say('why.off', {what: `“${found}”`});
  return h('span', {class: 'chip'}, bdi(`${typed} → ${found}`), h('small', {}, ` ${isSaid(`why.${kind}`) ? say(`why.${kind}`) : kind} `),
    h('a', {href: addressOf({...state, ...changes, typing: false, offset: 0}), 'aria-label': off, title: off, 'data-key': `off-${typed}-${found}`}, '×'));
}

function optionLine(page) {
  const {state} = page;
  const choose = (key) => (value) => page.go({[key]: value, offset: 0});
  const of = (key, values) => values.map((value) => [value, say(`${key}.${value}`)]);
  return h('div', {class: 'options'},
    select(say('option.sort'), state.sort, of('sort', ['relevance', 'newest', 'oldest', 'title']), choose('sort')),
    select(say('option.match'), state.match, of('match', ['', 'all', 'any']), choose('match')),
    select(say('option.marks'), state.marks, of('marks', ['prefer', 'fold', 'strict']), choose('marks')),
    checkbox(say('option.collapse'), state.collapse, choose('collapse')),
    state.variants ? null : checkbox(say('option.variants'), false, choose('variants')),
    state.decoding ? null : checkbox(say('option.decoding'), false, choose('decoding')));
}

/** The hits of an answer. */
export function hitList(state, answer) {
  if (answer.hits.length === 0) return emptyState(state);
  return h('ol', {class: 'hits', start: answer.offset + 1, 'aria-label': say('hits.label')}, answer.hits.map((hit) => hitItem(state, hit)));
}

function hitItem(state, hit) {
  const there = addressOf(articleState(state, hit.id));
  const web = webAddress(hit.url);
  return h('li', {class: 'hit', lang: 'vi'},
    h('h2', {dir: 'auto'}, h('a', {href: there, 'data-key': `hit-${hit.id}`}, shortTitle(hit))),
    h('p', {class: 'meta'}, metaParts(hit)),
    hit.snippet ? h('p', {class: 'snippet', dir: 'auto'}, highlighted(hit.snippet.text, hit.snippet.marks)) : null,
    h('p', {class: 'actions', lang: document.documentElement.lang},
      hit.collapsed > 0 ? h('a', {href: addressOf({...state, collapse: false, offset: 0}), 'data-key': `copies-${hit.id}`}, say('hit.copies', {n: hit.collapsed})) : null,
      h('a', {href: addressOf({...kUsual, like: hit.id})}, say('article.similar')),
      web ? h('a', {href: web, target: '_blank', rel: 'noopener noreferrer'}, say('article.web')) : null),
    coins(hit));
}

/** A title of at most 400 letters; the article has it whole. */
function shortTitle(hit) {
  if (hit.title.trim() === '') return say('hit.untitled');
  if (hit.title.length <= kMostTitleUnits) return highlighted(hit.title, hit.title_marks);
  const text = hit.title.slice(0, kMostTitleUnits);
  return [piecesOf(text, hit.title_marks).map((piece) => (piece.mark ? h('mark', {}, piece.text) : piece.text)), '…'];
}

/** Day, newspaper, section and author of an article, and where it lies if it has none of these. */
export function metaParts(article) {
  const lists = [article.section, article.author].flat().filter(Boolean);
  const texts = [article.source, ...lists].filter(Boolean);
  return [h('time', {datetime: article.date?.slice(0, 10)}, article.date ? day(article.date) : say('hit.undated')),
          ...(texts.length > 0 ? texts : [article.path ?? article.id]).map((text) => [' · ', bdi(text)])];
}

function emptyState(state) {
  const isNarrow = state.filters.length > 0 || state.from !== '' || state.to !== '' || state.since !== '';
  return h('section', {class: 'empty'}, h('h2', {}, say('empty.title')), h('p', {}, say('empty.try')),
    h('p', {}, isNarrow ? [h('a', {href: addressOf({...state, filters: [], from: '', to: '', since: '', offset: 0})}, say('empty.unfilter')), ' · '] : null,
      h('a', {href: addressOf({...kUsual, view: 'held'})}, say('view.held'))));
}

function pager(state, answer) {
  const {offset} = answer;
  const isLast = answer.hits.length < kHitsOnPage;
  if (offset === 0 && isLast) return null;
  const link = (to, key) => h('a', {href: addressOf({...state, offset: to}), 'data-key': key, rel: key}, say(`page.${key === 'prev' ? 'previous' : 'next'}`));
  return h('nav', {class: 'pager', 'aria-label': say('hits.label')},
    offset > 0 ? link(Math.max(0, offset - kHitsOnPage), 'prev') : null,
    h('span', {}, say('page.at', {first: number(offset + 1), last: number(offset + answer.hits.length)})),
    isLast ? null : link(offset + kHitsOnPage, 'next'));
}

