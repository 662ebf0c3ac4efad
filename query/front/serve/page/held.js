// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the holdings: how many articles of each newspaper and month the archive holds. Where it holds little,
// finding nothing tells little; such months are greyed.
import {bdi, fill, h} from './dom.js';
import {day, number, say} from './messages.js';
import {filterOf} from './query_text.js';
import {addressOf, kUsual} from './state.js';

const kMostSources = 12;
const kThin = 0.2;  // of the median of the newspaper's months
const kOpenYears = 3;

/** Shows the holdings. */
export async function showHeld(page, how) {
  const stats = await page.ask('stats', {}, how);
  if (!stats) return;
  page.announce('');
  const columns = columnsOf(stats);
  const years = yearsOf(stats.coverage ?? []);
  fill(page.main, h('section', {class: 'held'}, h('p', {}, say('held.help')),
    h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('view.held')}, h('table', {class: 'figures'},
      h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('held.month')), columns.map((column) => h('th', {scope: 'col'}, bdi(column.name))))),
      years.map(([year, months], i) => yearRows(year, months, columns, i < kOpenYears))))));
}

/** The columns: all articles, then the newspapers with most articles, each with its usual month. */
function columnsOf({coverage = [], sources = []}) {
  const named = sources.slice(0, kMostSources).map((source) => ({name: source.value || say('held.unnamed'), source: source.value || null, takes: (row) => (row.source || null) === (source.value || null)}));
  return [{name: say('held.all'), source: null, takes: () => true}, ...named].map((column) => ({...column, median: medianOf(coverage.filter(column.takes))}));
}

function medianOf(rows) {
  const months = new Map();
  for (const {month, count} of rows) if (month) months.set(month, (months.get(month) ?? 0) + count);
  const counts = [...months.values()].sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 0;
}

/** [[year, [[month, rows]…]]…], the latest first; articles without a date come last. */
function yearsOf(coverage) {
  const months = Map.groupBy ? Map.groupBy(coverage, (row) => row.month ?? '') : grouped(coverage);
  const years = new Map();
  for (const month of [...months.keys()].sort().reverse()) {
    const year = month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), [month, months.get(month)]]);
  }
  return [...years];
}

function grouped(coverage) {
  const months = new Map();
  for (const row of coverage) months.set(row.month ?? '', [...(months.get(row.month ?? '') ?? []), row]);
  return months;
}

/** A year and its months, which a click on the year shows. */
function yearRows(year, months, columns, isOpen) {
  const body = h('tbody', {});
  const all = months.flatMap(([, rows]) => rows);
  const monthRows = year === '' ? [] : months.map(([month, rows]) => figures(month, h('th', {scope: 'row'}, day(month)), rows, columns));
  const label = year === '' ? h('th', {scope: 'row'}, say('held.undated'))
    : h('th', {scope: 'rowgroup'}, h('button', {type: 'button', class: 'quiet', 'aria-expanded': String(isOpen), onclick: (event) => toggle(event.currentTarget, monthRows)}, year));
  monthRows.forEach((row) => { row.hidden = !isOpen; });
  const row = figures(year, label, all, columns.map((column) => ({...column, median: 0})));
  row.classList.add('year');
  body.append(row, ...monthRows);
  return body;
}

function toggle(control, rows) {
  const isOpen = control.getAttribute('aria-expanded') !== 'true';
  control.setAttribute('aria-expanded', String(isOpen));
  rows.forEach((row) => { row.hidden = !isOpen; });
}

function figures(date, label, rows, columns) {
  return h('tr', {}, label, columns.map((column) => figure(date, rows.filter(column.takes), column)));
}

function figure(date, rows, column) {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  if (count === 0) return h('td', {class: 'none'}, '–');
  const there = {...kUsual, from: date, to: date, filters: column.source ? [filterOf('source', column.source)] : []};
  return h('td', {class: count < column.median * kThin ? 'thin' : null}, date === '' ? number(count) : h('a', {href: addressOf(there)}, number(count)));
}
