// SPDX-License-Identifier: GPL-2.0-or-later
// The views of words: every mention in its context (a concordance), and the words that stand near (neighbours).
import {askForWords, bdi, checkbox, figures, fill, h, link, pager, select} from './dom.js';
import {exportLinks, filterPills} from './filters.js';
import {day, number, say} from './messages.js';
import {addressOf, articleState, askedWords, asksSomething, searchParameters} from './state.js';

const kMentionsOnPage = 50;
const kOrders = ['date', 'left', 'right', 'reading'];
const kWithin = [2, 3, 5, 10, 20];

export async function showMentions(page, how) {
  if (!asksSomething(page.state)) return askForWords(page.main);
  const parameters = {...searchParameters(page.state), 'mention-sort': page.state.order};
  const answer = await page.ask('mentions', {...parameters, limit: kMentionsOnPage, offset: page.state.mention}, how);
  if (!answer) return;
  const {state} = page;
  const {count, articles, items} = answer.mentions;
  const text = say('place.count', {n: count, articles});
  page.announce(text);
  fill(page.main, h('section.head', h('p', h('strong', {id: 'mention-count', 'data-count': count}, text)), filterPills(state),
    select(say('place.order'), state.order, kOrders.map((value) => [value, say(`place.${value}`)]), (order) => page.go({order, mention: 0})),
    h('p.tools', exportLinks({...parameters, mentions: true}, ['csv', 'jsonl', 'tsv']))),
    h('table.concordance', {lang: 'vi'}, h('thead', {lang: document.documentElement.lang}, h('tr', ['left', 'match', 'right', 'origin'].map((name) => h(`th.${name}`, {scope: 'col'}, say(`place.${name}`))))),
      h('tbody', items.map((item) => mentionRow(state, item)))),
    pager(state, 'mention', {size: kMentionsOnPage, shown: items.length, hasNext: state.mention + items.length < count}));
}

function mentionRow(state, {id, title, date, source, field, item, marks: [start, end], left, match, right}) {
  const href = addressOf(articleState(state, id, {field, item, start, end}));
  return h('tr', h('td.left', bdi(left)), h('td.match', h('a', {href}, h('mark', bdi(match)))), h('td.right', bdi(right)),
    h('td.origin', {title}, date ? day(date) : say('undated'), source && [' · ', bdi(source)]));
}

export async function showNeighbours(page, how) {
  if (askedWords(page.state) === '') return askForWords(page.main);
  const {within, functions} = page.state;
  const answer = await page.ask('neighbours', {...searchParameters(page.state), within, 'function-words': functions ? 'true' : ''}, how);
  if (!answer) return;
  const {state} = page;
  const {words, mentions} = answer.neighbours;
  const choices = kWithin.map((n) => [n, say('near.words', {n})]);
  page.announce(say('place.count', {n: mentions, articles: answer.total.count}));
  fill(page.main, h('section.head', h('p', say('near.help')), filterPills(state), h('p.options',
    select(say('near.within'), within, choices, (value) => page.go({within: Number(value)})),
    checkbox(say('near.functions'), functions, (value) => page.go({functions: value})))),
    words.length === 0 ? h('p.empty', say('empty')) : neighbourTable(state, words));
}

function neighbourTable(state, words) {
  const head = [say('match'), ...['left', 'right', 'observed', 'expected', 'strength'].map((name) => say(`near.${name}`))];
  const max = Math.max(...words.map((word) => word.log_likelihood), 1);
  return figures(say('view.neighbours'), head, h('tbody', words.map(({word, left, right, observed, expected, log_likelihood: value}) =>
    h('tr', h('th', {scope: 'row', lang: 'vi'}, link(state, {view: 'hits', q: together(state, word), typing: false, offset: 0}, bdi(word))),
      [left, right, observed, expected].map((figure) => h('td', number(figure))), h('td', h('meter', {max, value, 'aria-hidden': 'true'}), ` ${number(value)}`)))));
}

// A query for the articles that have a word near what was searched; where that is no single operand, beside it.
function together(state, word) {
  const asked = askedWords(state);
  const operand = /\s/u.test(word) ? `"${word}"` : word;
  return /^([^\s"()]+|"[^"]+")$/u.test(asked) ? `${asked} NEAR/${state.within} ${operand}` : `${asked} +${operand}`;
}
