// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the timeline: articles through time, as a count or as a share of what is held, of up to five queries. A
// click on a bar, or a brush, sets the days of the search; its hits stand below.
import {makeAsker} from './api.js';
import {chart} from './chart.js';
import {askForWords, bdi, button, cross, figures, fill, h, link, select} from './dom.js';
import {daysText, filterPills} from './filters.js';
import {countLine, countText, hitList} from './hits.js';
import {day, number, say} from './messages.js';
import {withFilters} from './query_text.js';
import {asksSomething, pageParameters, searchParameters} from './state.js';

const kMostCompared = 4;
const kUnits = ['day', 'month', 'year'];
const kDay = 86_400_000;
const kMostDays = 100;  // where the unit is not chosen
const kMostMonths = 150;
const askHits = makeAsker();
const askHeld = makeAsker();

export async function showTimeline(page, how) {
  if (!asksSomething(page.state)) return askForWords(page.main);
  const held = (await askHeld('stats', {}, {fromKept: true}))?.dates ?? {};
  const {state} = page;
  if (state.view !== 'timeline') return;
  const {first, last, filter} = state;
  const compare = state.compare.map((query) => withFilters(query, filter));
  const range = shownRange(state, held);
  const unit = state.unit || unitFor(range);
  const answer = await page.ask('timeline', {...searchParameters({...state, from: first, to: last}), unit, compare}, how);
  if (!answer) return;
  const below = h('section');
  fill(page.main, controls(page, unit, range, shownRange({}, held)), drawing(page, answer), below);
  await showSelected(page, below, how);
}

// The days between which it is drawn, in milliseconds.
function shownRange({first, last}, held) {
  return {first: Date.parse(firstDay(first || held.first?.slice(0, 10) || '2000')), last: Date.parse(lastDay(last || held.last?.slice(0, 10) || '2030'))};
}

function unitFor({first, last}) {
  const days = (last - first) / kDay;
  return days < kMostDays ? 'day' : days / 30 < kMostMonths ? 'month' : 'year';
}

function firstDay(text) {
  return `${text}-01-01`.slice(0, 10);
}

// The last day of a day, month or year: lastDay('2018-02') is '2018-02-28'.
function lastDay(text) {
  const [year, month] = text.split('-').map(Number);
  return text.length === 10 ? text : isoDay(Date.UTC(year, month ?? 12, 0));
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function controls(page, unit, range, all) {
  const {state} = page;
  const {from, to, share, first, last} = state;
  const stay = (changes) => () => page.go(changes, 'replace');
  const way = (isShare, key) => button(stay({share: isShare}), {'aria-pressed': String(share === isShare)}, say(key));
  return h('div.options', select(say('time.unit'), unit, kUnits.map((name) => [name, say(`unit.${name}`)]), (value) => page.go({unit: value}, 'replace')),
    h('span', {role: 'group'}, way(false, 'time.count'), way(true, 'time.share')),
    button(stay({first: from && firstDay(from), last: to && lastDay(to), unit: ''}), {id: 'zoom-in', disabled: from + to === ''}, `+ ${say('time.in')}`),
    button(stay({...zoomedOut(range, all), unit: ''}), {id: 'zoom-out', disabled: first + last === ''}, `− ${say('time.out')}`),
    from + to !== '' && link(state, {from: '', to: ''}, say('time.all')), compareBox(page));
}

// Three times as much time, at most all that the archive holds.
function zoomedOut({first, last}, all) {
  const more = last - first + kDay;
  return {first: first - more > all.first ? isoDay(first - more) : '', last: last + more < all.last ? isoDay(last + more) : ''};
}

function compareBox(page) {
  const {compare} = page.state;
  const box = h('input', {id: 'compare', 'data-key': 'compare', autocomplete: 'off', spellcheck: 'false'});
  const onsubmit = (event) => {
    event.preventDefault();
    if (box.value.trim() !== '') page.go({compare: [...new Set([...compare, box.value.trim()])]});
  };
  return compare.length < kMostCompared && h('form.options', {onsubmit}, h('label.choice', say('time.compare'), box), h('button', say('time.add')));
}

function drawing(page, {parsed, timeline}) {
  const {state} = page;
  const {buckets, undated, compared = []} = timeline;
  if (buckets.length === 0) return h('p.empty', say('empty'));
  const series = [{query: parsed, buckets}, ...compared];
  const look = h('p.look-at', say('time.help'));
  const textOf = (i) => series.map((each) => (series.length > 1 ? `${each.query}: ` : '') + bucketText(each.buckets[i])).join('; ');
  return [series.length > 1 && legend(state, series), chart({series: series.map((each) => each.buckets), textOf, label: say('view.timeline'),
    value: (bucket) => (state.share ? bucket.per_1000 : bucket.hits), isChosen: ({date}) => isChosen(state, date),
    onchoose: (first, last) => page.go({from: buckets[first].date, to: buckets[last].date, offset: 0}), onlook: (i) => { look.textContent = textOf(i); }}),
  look, undated.hits > 0 && h('p.hint', `${say('undated')}: ${number(undated.hits)}`), table(series)];
}

// Whether a day, month or year lies in the chosen days: '~' is behind all digits.
function isChosen({from, to}, date) {
  return from + to !== '' && `${date}~` >= from && (to === '' || date <= `${to}~`);
}

function bucketText({date, held, hits, per_1000: share}) {
  return `${day(date)}: ${held === 0 ? say('time.nothing') : say('time.bucket', {hits, held, share})}`;
}

function legend(state, series) {
  const without = (i) => cross(state, {compare: state.compare.filter((_, at) => at !== i - 1)}, series[i].query);
  return h('ul.options', series.map(({query}, i) => h(`li.options.series-${i}`, h('span.swatch'), bdi(query), i > 0 && without(i))));
}

// The same as a table. Empty (0) is told from nothing held (–).
function table(series) {
  const cell = (value, bucket) => h('td', bucket.held === 0 ? '–' : number(value));
  const row = ({date, held}, i) => h('tr', h('th', {scope: 'row'}, day(date)), h('td', number(held)),
    series.map(({buckets}) => [cell(buckets[i].hits, buckets[i]), cell(buckets[i].per_1000, buckets[i])]));
  const head = [say('view.timeline'), say('time.held'), ...series.flatMap(({query}) => [query, say('time.share')])];
  return h('details', {id: 'table'}, h('summary', say('time.table')), figures(say('time.table'), head, h('tbody', series[0].buckets.map(row))));
}

async function showSelected(page, below, how) {
  const answer = await askHits('search', pageParameters(page.state), how);
  if (!answer) return;
  const {state} = page;
  page.announce(countText(state, answer.total));
  fill(below, h('h2', state.from + state.to !== '' && `${daysText(state)}: `, countLine(state, answer.total)), filterPills(state), hitList(state, answer),
    h('p.pager', link(state, {view: 'hits', offset: 0}, `${say('view.hits')} →`)));
}
