// SPDX-License-Identifier: GPL-2.0-or-later
// The views of words: every mention in its context (a concordance), and the words that stand near (neighbours).
import {bdi, checkbox, fill, h, select} from './dom.js';
import {filterPills} from './filters.js';
import {day, number, say} from './messages.js';
import {addressOf, articleState, askedWords, asksSomething, searchParameters} from './state.js';

const kMentionsOnPage = 50;
const kWithin = [2, 3, 5, 10, 20];

/** Shows the mentions. */
export async function showMentions(page, how) {
  if (!asksSomething(page.state)) return fill(page.main, h('p', {class: 'empty'}, say('ask.first')));
  const {mentionSort, mentionOffset} = page.state;
  const answer = await page.ask('mentions', {...searchParameters(page.state), 'mention-sort': mentionSort, limit: kMentionsOnPage, offset: mentionOffset}, how);
  if (!answer) return;
  const {state} = page;
  const {count, articles, items} = answer.mentions;
  page.announce(say('mentions.count', {n: count, articles}));
  const sorts = ['date', 'left', 'right', 'reading'].map((value) => [value, say(`mentions.${value}`)]);
  fill(page.main, h('section', {class: 'head'}, h('p', {class: 'count-line'}, h('strong', {id: 'mention-count', 'data-count': count}, say('mentions.count', {n: count, articles}))),
    filterPills(state), h('div', {class: 'options'}, select(say('mentions.sort'), state.mentionSort, sorts, (value) => page.go({mentionSort: value, mentionOffset: 0})))),
    items.length === 0 ? h('p', {class: 'empty'}, say('empty.title')) : concordance(state, items), mentionPager(state, count));
}

function concordance(state, items) {
  const column = (name) => h('th', {scope: 'col', class: name}, say(`mentions.${name}`));
  return h('table', {class: 'concordance', lang: 'vi'}, h('thead', {lang: document.documentElement.lang}, h('tr', {}, ['left', 'match', 'right', 'origin'].map(column))),
    h('tbody', {}, items.map((item) => mentionRow(state, item))));
}

/** A mention; its match links to the very place. */
function mentionRow(state, {id, title, date, source, field, item, marks, left, match, right}) {
  const there = addressOf(articleState(state, id, {field, item, start: marks[0], end: marks[1]}));
  return h('tr', {}, h('td', {class: 'left'}, bdi(left)), h('td', {class: 'match'}, h('a', {href: there, 'data-key': `mention-${id}-${field}-${item}-${marks[0]}`}, h('mark', {}, bdi(match)))),
    h('td', {class: 'right'}, bdi(right)), h('td', {class: 'origin', title}, [date ? day(date) : say('hit.undated'), source ? [' · ', bdi(source)] : null]));
}

function mentionPager(state, count) {
  const {mentionOffset} = state;
  if (count <= kMentionsOnPage) return null;
  const link = (to, key) => h('a', {href: addressOf({...state, mentionOffset: to}), 'data-key': key, rel: key === 'next' ? 'next' : 'prev'}, say(`page.${key}`));
  const last = Math.min(count, mentionOffset + kMentionsOnPage);
  return h('nav', {class: 'pager', 'aria-label': say('view.mentions')}, mentionOffset > 0 ? link(Math.max(0, mentionOffset - kMentionsOnPage), 'previous') : null,
    h('span', {}, say('page.at', {first: number(mentionOffset + 1), last: number(last)})), last < count ? link(mentionOffset + kMentionsOnPage, 'next') : null);
}

/** Shows the neighbours. */
export async function showNeighbours(page, how) {
  if (askedWords(page.state) === '') return fill(page.main, h('p', {class: 'empty'}, say('ask.first')));
  const {within, functionWords} = page.state;
  const answer = await page.ask('neighbours', {...searchParameters(page.state), within, 'function-words': functionWords ? 'true' : ''}, how);
  if (!answer) return;
  const {state} = page;
  const {words, mentions} = answer.neighbours;
  const choices = [...new Set([...kWithin, within])].sort((a, b) => a - b).map((n) => [String(n), say('neighbours.words', {n})]);
  page.announce(say('mentions.count', {n: mentions, articles: answer.total.count}));
  fill(page.main, h('section', {class: 'head'}, h('p', {}, say('neighbours.help')), filterPills(state), h('div', {class: 'options'},
    select(say('neighbours.within'), String(within), choices, (value) => page.go({within: Number(value)})),
    checkbox(say('neighbours.function'), functionWords, (value) => page.go({functionWords: value})))),
    words.length === 0 ? h('p', {class: 'empty'}, say('neighbours.none')) : neighbourTable(state, words));
}

function neighbourTable(state, words) {
  const most = Math.max(...words.map((word) => word.log_likelihood), 1);
  const columns = ['left', 'right', 'observed', 'expected', 'strength'].map((name) => h('th', {scope: 'col'}, say(`neighbours.${name}`)));
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('view.neighbours')}, h('table', {class: 'figures neighbours'}, h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('neighbours.word')), columns)),
    h('tbody', {}, words.map((word) => h('tr', {}, h('th', {scope: 'row', lang: 'vi'}, h('a', {href: addressOf({...state, view: 'hits', q: together(state, word.word), typing: false, offset: 0})}, bdi(word.word))),
      [word.left, word.right, word.observed, word.expected].map((figure) => h('td', {}, number(figure))),
      h('td', {class: 'strength'}, h('meter', {min: 0, max: most, value: word.log_likelihood, 'aria-hidden': 'true'}), number(word.log_likelihood)))))));
}

/** A query for the articles that have a word near what was searched; where that is more than one operand, beside it. */
function together(state, word) {
  const asked = askedWords(state);
  const operand = /\s/u.test(word) ? `"${word}"` : word;
  const isOneOperand = /^([^\s"()]+|"[^"]+")$/u.test(asked);
  return isOneOperand ? `${asked} NEAR/${state.within} ${operand}` : `${asked} +${operand}`;
}
