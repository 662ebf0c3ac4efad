// SPDX-License-Identifier: GPL-2.0-or-later
// The first page: what this is, what the archive holds, what can be typed; and the saved searches.
import {fill, h} from './dom.js';
import {day, say} from './messages.js';
import {savedList} from './saved.js';
import {addressOf, kUsual} from './state.js';

/** Queries that show what can be asked: [query, key of its explanation]. */
const kExamples = [
  ['xay dung dang', 'start.words'], ['"cải cách hành chính"', 'start.phrase'], ['=đảng', 'start.reading'],
  ['ngân NEAR/5 sách', 'start.near'], ['họp -báo', 'start.without'],
];

/** Shows the first page. */
export async function showStart(page) {
  const held = h('p', {class: 'held-line'});
  fill(page.main, h('section', {class: 'start'},
    h('h1', {}, say('title')), h('p', {class: 'lead'}, say('start.lead')), held, savedList(page),
    h('h2', {}, say('start.try')),
    h('ul', {class: 'examples'}, kExamples.map(([q, key]) => h('li', {}, h('a', {href: addressOf({...kUsual, q}), lang: 'vi'}, h('code', {}, q)), ` ${say(key)}`))),
    h('p', {}, say('start.then'))));
  page.announce('');
  const stats = await page.ask('stats', {}, {fromKept: true});
  if (stats) fill(held, heldText(stats));
}

function heldText({articles, dates}) {
  if (articles === 0) return say('start.empty');
  if (!dates?.first) return say('start.held.undated', {n: articles});
  return say('start.held', {n: articles, first: day(dates.first), last: day(dates.last)});
}
