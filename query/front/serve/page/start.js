// SPDX-License-Identifier: GPL-2.0-or-later
// The first page: what this is, what the archive holds, what can be typed; and the saved searches.
import {fill, h, link} from './dom.js';
import {day, say} from './messages.js';
import {savedList} from './saved.js';
import {kUsual} from './state.js';

const kExamples = ['xay dung dang', '"cải cách hành chính"', '=đảng', 'ngân NEAR/5 sách', 'họp -báo'];

/** Shows the first page. */
export async function showStart(page) {
  const held = h('p.hint');
  fill(page.main, h('section.start', h('h1', say('title')), h('p.lead', say('start.lead')), held, savedList(page), h('h2', say('start.try')),
    h('ul', kExamples.map((q, i) => h('li', link(kUsual, {q}, {lang: 'vi'}, h('code', q)), ` ${say(`start.${i}`)}`))), h('p', say('start.then'))));
  page.announce('');
  const stats = await page.ask('stats', {}, {fromKept: true});
  if (stats) fill(held, heldText(stats));
}

function heldText({articles, dates}) {
  if (articles === 0) return say('start.empty');
  const count = say('count.found', {n: articles});
  return dates?.first ? `${count}, ${day(dates.first)} – ${day(dates.last)}` : count;
}
