// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the holdings: how many articles of each newspaper and month are held. Months with
// few are greyed: to find nothing there tells little.
import {figures, fill, h, link} from './dom.js';
import {day, number, say} from './messages.js';
import {filterOf} from './query_text.js';
import {kUsual} from './state.js';

const kMostSources = 12;
const kThin = 0.2;  // of the usual month of the newspaper

export async function showHeld(page, how) {
  const stats = await page.ask('stats', {}, how);
  if (!stats) return;
  page.announce('');
  const columns = columnsOf(stats);
  const years = grouped(stats.coverage, ({month}) => (month ?? '').slice(0, 4));
  fill(page.main, h('p', say('held.help')), figures(say('view.held'), [say('held.month'), ...columns.map((column) => column.name)],
    years.map((year) => yearBody(year, columns))));
}

// Rows by a key, the latest first: [[key, rows], …].
function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1));
}

function sumOf(rows) {
  return rows.reduce((sum, {count}) => sum + count, 0);
}

// The columns: all articles, then the newspapers with most, each with its usual month (the median).
function columnsOf({coverage, sources}) {
  const named = sources.slice(0, kMostSources).map(({value}) => ({name: value || say('held.unnamed'), value, takes: ({source}) => (source || null) === (value || null)}));
  return [{name: say('held.all'), takes: () => true}, ...named].map((column) => {
    const months = grouped(coverage.filter(column.takes), ({month}) => month).map(([, rows]) => sumOf(rows)).sort((a, b) => a - b);
    return {...column, usual: months[months.length >> 1] ?? 0};
  });
}

// A year and its months; articles without a date have no months.
function yearBody([year, all], columns) {
  const row = (name, date, rows, own) => h(name, h('th', {scope: 'row'}, day(date) || say('undated')), cells(date, rows, own));
  const months = year === '' ? [] : grouped(all, ({month}) => month);
  return h('tbody', row('tr.year', year, all, columns.map((column) => ({...column, usual: 0}))), months.map(([month, rows]) => row('tr', month, rows, columns)));
}

function cells(date, rows, columns) {
  return columns.map(({value, takes, usual}) => {
    const count = sumOf(rows.filter(takes));
    const there = {from: date, to: date, filter: value ? [filterOf('source', value)] : []};
    return h('td', {class: count < usual * kThin && 'thin'}, count === 0 ? '–' : date === '' || value === null ? number(count) : link(kUsual, there, number(count)));
  });
}
