// SPDX-License-Identifier: GPL-2.0-or-later
// What narrows a query, as pills that a click removes; and what can be done with all that is found: save, follow, export.
import {bdi, button, h} from './dom.js';
import {day, say} from './messages.js';
import {isSaved, save} from './saved.js';
import {addressOf, searchParameters} from './state.js';

const kExports = ['csv', 'bibtex', 'ris', 'jsonl', 'tsv', 'ids'];

/** The filters of a state, each with a link that removes it. */
export function filterPills(state) {
  const pills = state.filters.map((filter) => pill(filter, addressOf({...state, filters: state.filters.filter((other) => other !== filter), offset: 0})));
  if (state.from || state.to) pills.push(pill(daysText(state), addressOf({...state, from: '', to: '', offset: 0})));
  if (state.since) pills.push(pill(say('filter.since', {since: day(state.since)}), addressOf({...state, since: '', offset: 0})));
  if (state.like) pills.push(pill(say('filter.like', {id: state.like}), addressOf({...state, like: '', offset: 0})));
  return pills.length === 0 ? null : h('p', {class: 'pills', 'aria-label': say('filters')}, pills);
}

function pill(text, without) {
  const label = say('remove', {what: text});
  return h('span', {class: 'pill'}, bdi(text), h('a', {href: without, 'aria-label': label, title: label, 'data-key': `pill-${text}`}, '×'));
}

/** "Days 01/2018 – 03/2018". */
export function daysText({from, to}) {
  const values = {from: day(from), to: day(to)};
  if (from && to) return say(from === to ? 'filter.day' : 'filter.days', values);
  return say(from ? 'filter.from' : 'filter.to', values);
}

function toolAddress(path, state, more) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({...searchParameters(state), ...more})) if (value !== '') parameters.append(name, value);
  return `${path}?${parameters}`;
}

/** Save, follow, export. Exported is what is counted: as many articles as `total` says. */
export function toolLine(page, total) {
  const {state} = page;
  const saving = isSaved(state) ? h('span', {class: 'done'}, `✓ ${say('saved')}`)
    : button({id: 'save', 'data-key': 'save', onclick: () => { save(state); page.refresh(); }}, `☆ ${say('save')}`);
  const files = kExports.map((format) => h('a', {href: toolAddress('/api/export', state, {format, match: total.match}), download: `timbao.${format}`}, format));
  return h('p', {class: 'tools'}, saving, h('a', {href: toolAddress('/feed', state, {}), target: '_blank'}, say('feed')),
    h('span', {class: 'exports', title: say('export.help')}, `${say('export')}: `, files));
}
