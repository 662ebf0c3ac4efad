// SPDX-License-Identifier: GPL-2.0-or-later
// The first page: what this is, what the archive holds, what can be typed; and the saved searches.
import {fill, h, link} from './dom.js';
import {kExamples} from './keys.js';
import {day, say} from './messages.js';
import {savedList} from './saved.js';
import {kUsual} from './state.js';

const kShown = 5;  // the help has all

export async function showStart(page) {
  const held = h('p.hint');
  fill(page.main, h('section.start', h('h1', say('title')), h('p.lead', say('start.lead')), held, savedList(page), h('h2', say('start.try')),
    h('ul', Object.entries(kExamples).slice(0, kShown).map(([q, key]) => h('li', link(kUsual, {q}, {lang: 'vi'}, h('code', q)), ` ${say(`lang.${key}`)}`))), h('p', say('start.then'))));
  page.announce('');
  const stats = await page.ask('stats', {}, {fromKept: true});
  if (stats) fill(held, heldText(stats));
}

function heldText({articles, dates}) {
  if (articles === 0) return say('start.empty');
  const count = say('count.found', {n: articles});
  return dates?.first ? `${count}, ${day(dates.first)} – ${day(dates.last)}` : count;
}
