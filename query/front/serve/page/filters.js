// SPDX-License-Identifier: GPL-2.0-or-later
// What narrows a query, as pills that a click removes; and saving, following and exporting what is found.
import {bdi, button, cross, h} from './dom.js';
import {day, say} from './messages.js';
import {isSaved, save} from './saved.js';
import {parametersOf, searchParameters} from './state.js';

const kExports = ['csv', 'bibtex', 'ris', 'jsonl', 'tsv', 'ids'];

export const exportLinks = (parameters, formats = kExports) => [`${say('export')}:`,
  formats.map((format) => h('a', {href: `/api/export?${parametersOf({...parameters, format})}`, download: ''}, format))];

export function filterPills(state) {
  const {filter, from, to, since, like, notAs} = state;
  const pills = [...filter.map((text) => [text, {filter: filter.filter((other) => other !== text)}]),
    (from || to) && [daysText(state), {from: '', to: ''}], since && [say('since', {since: day(since)}), {since: ''}], like && [say('like', {id: like}), {like: ''}],
    ...notAs.map((text) => [`≠ ${text}`, {notAs: notAs.filter((other) => other !== text)}])];
  return h('p.pills', pills.filter(Boolean).map(([text, without]) =>
    h('span.pill', bdi(text), cross(state, {...without, offset: 0, mention: 0}, text))));
}

export function daysText({from, to}) {
  return from === to ? day(from) : `${day(from) || '…'} – ${day(to) || '…'}`;
}

// Save, follow, export. Exported is what is counted: as many articles as `total` says.
export function toolLine(page, {match}) {
  const {state} = page;
  const parameters = searchParameters(state);
  const saving = isSaved(state) ? `✓ ${say('saved')}` : button(() => {
    save(state);
    page.refresh();
  }, {id: 'save'}, `☆ ${say('save')}`);
  return h('p.tools', saving, h('a', {href: `/feed?${parametersOf(parameters)}`, target: '_blank'}, say('feed')),
    exportLinks({...parameters, match}));
}
