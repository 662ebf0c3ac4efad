// SPDX-License-Identifier: GPL-2.0-or-later
// The view of the timeline: how many articles through time, as a count or as a share of what the archive holds, of up to
// five queries. A click on a bar, or a brushed range, becomes the days of the search; its hits stand below.
import {chart} from './chart.js';
import {makeAsker} from './api.js';
import {bdi, button, fill, h, select} from './dom.js';
import {daysText, filterPills} from './filters.js';
import {countText, hitList} from './hits.js';
import {day, number, say} from './messages.js';
import {addressOf, asksSomething, pageParameters, searchParameters} from './state.js';

const kMostCompared = 4;
const kUnits = ['day', 'month', 'year'];
const kDay = 86_400_000;
const kMostDayBuckets = 100;
const kMostMonths = 150;
const askHits = makeAsker();
const askHeld = makeAsker();

/** Shows the timeline of the state. */
export async function showTimeline(page, how) {
  if (!asksSomething(page.state)) return fill(page.main, h('p', {class: 'empty'}, say('ask.first')));
  const held = (await askHeld('stats', {}, {fromKept: true}))?.dates ?? {};
  const {state} = page;
  const range = shownRange(state, held);
  const unit = kUnits.includes(state.unit) ? state.unit : unitFor(range);
  const answer = await page.ask('timeline', {...searchParameters({...state, from: state.first, to: state.last}), unit, compare: state.compare}, how);
  if (!answer) return;
  const below = h('section', {class: 'below'});
  fill(page.main, h('section', {class: 'timeline'}, controls(page, unit, range, held), drawing(page, answer)), below);
  await showSelected(page, below, how);
}

/** The days between which it is drawn, as milliseconds: those of the state, else all that the archive holds. */
function shownRange(state, held) {
  const first = Date.parse(firstDay(state.first || held.first?.slice(0, 10) || '2000-01-01'));
  const last = Date.parse(lastDay(state.last || held.last?.slice(0, 10) || '2030-12-31'));
  return {first, last: Math.max(first, last)};
}

function unitFor({first, last}) {
  const days = (last - first) / kDay + 1;
  if (days <= kMostDayBuckets) return 'day';
  return days / 30 <= kMostMonths ? 'month' : 'year';
}

function firstDay(text) {
  return `${text}-01-01`.slice(0, 10);
}

/** The last day of a day, month or year: lastDay('2018-02') is '2018-02-28'. */
function lastDay(text) {
  if (text.length === 10) return text;
  const [year, month] = text.split('-').map(Number);
  return isoDay(Date.UTC(month ? year : year + 1, month ?? 0, 1) - kDay);
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function controls(page, unit, range, held) {
  const {state} = page;
  const zoom = (changes) => page.go({...changes, unit: ''}, 'replace');
  const shares = [['false', say('timeline.count')], ['true', say('timeline.share')]];
  return h('div', {class: 'options'},
    select(say('timeline.unit'), unit, kUnits.map((name) => [name, say(`unit.${name}`)]), (value) => page.go({unit: value}, 'replace')),
    h('span', {class: 'switch', role: 'group'}, shares.map(([value, text]) => button({'data-key': `share-${value}`, 'aria-pressed': String(state.share === (value === 'true')),
      onclick: () => page.go({share: value === 'true'}, 'replace')}, text))),
    button({'data-key': 'zoom-in', id: 'zoom-in', onclick: () => zoom(zoomedIn(state, range))}, `+ ${say('timeline.in')}`),
    button({'data-key': 'zoom-out', id: 'zoom-out', disabled: state.first === '' && state.last === '', onclick: () => zoom(zoomedOut(range, held))}, `− ${say('timeline.out')}`),
    state.from || state.to ? h('a', {href: addressOf({...state, from: '', to: ''}), 'data-key': 'all-days'}, say('timeline.all')) : null,
    compareBox(page));
}

/** Zooms into the selection, else into the middle half. */
function zoomedIn(state, {first, last}) {
  if (state.from || state.to) return {first: state.from && firstDay(state.from), last: state.to && lastDay(state.to)};
  const quarter = (last - first) / 4;
  return {first: isoDay(first + quarter), last: isoDay(last - quarter)};
}

/** Shows twice as much time; all of it where that is more than the archive holds. */
function zoomedOut({first, last}, held) {
  const more = Math.max((last - first) / 2, 15 * kDay);
  const all = shownRange({}, held);
  return {first: first - more <= all.first ? '' : isoDay(first - more), last: last + more >= all.last ? '' : isoDay(last + more)};
}

function compareBox(page) {
  const {state} = page;
  if (state.compare.length >= kMostCompared) return null;
  const box = h('input', {type: 'text', id: 'compare', 'data-key': 'compare', autocomplete: 'off', spellcheck: 'false'});
  const submit = (event) => {
    event.preventDefault();
    const query = box.value.trim();
    if (query !== '' && !state.compare.includes(query)) page.go({compare: [...state.compare, query]});
  };
  return h('form', {class: 'compare', onsubmit: submit}, h('label', {class: 'choice'}, h('span', {}, say('timeline.compare')), box),
    h('button', {type: 'submit'}, say('timeline.add')));
}

function drawing(page, answer) {
  const {state} = page;
  const own = {query: answer.parsed, buckets: answer.timeline.buckets, undated: answer.timeline.undated};
  const series = [own, ...(answer.timeline.compared ?? [])];
  if (own.buckets.length === 0) return h('p', {class: 'empty'}, say('timeline.none'));
  const value = (bucket) => (state.share ? bucket.per_1000 : bucket.hits);
  const look = h('p', {class: 'look-at', id: 'look-at'}, say('timeline.help'));
  const textOf = (i) => series.map((each) => bucketText(each.buckets[i], series.length > 1 ? `${each.query}: ` : '')).join('; ');
  return [legend(state, series), chart({series: series.map((each) => each.buckets), value, chosen: (bucket) => isChosen(state, bucket.date),
    texts: {label: say('timeline.label'), bucket: textOf},
    onchoose: (first, last) => page.go({from: own.buckets[first].date, to: own.buckets[last].date, offset: 0}),
    onlook: (i) => { look.textContent = textOf(i); }}), look, undatedText(own.undated), table(series)];
}

function isChosen({from, to}, date) {
  return (from !== '' || to !== '') && `${date}~` >= from && (to === '' || date <= `${to}~`);
}

function bucketText(bucket, before) {
  const date = day(bucket.date);
  if (bucket.held === 0) return before + say('timeline.nothing', {date});
  return before + say('timeline.bucket', {date, hits: bucket.hits, held: bucket.held, share: bucket.per_1000});
}

function legend(state, series) {
  if (series.length === 1) return null;
  return h('ul', {class: 'legend'}, series.map((each, i) => h('li', {class: `series-${i}`}, h('span', {class: 'swatch', 'aria-hidden': 'true'}), bdi(each.query),
    i === 0 ? null : h('a', {href: addressOf({...state, compare: state.compare.filter((_, at) => at !== i - 1)}), 'data-key': `drop-${i}`,
      'aria-label': say('remove', {what: each.query})}, '×'))));
}

function undatedText(undated) {
  return undated && undated.hits > 0 ? h('p', {class: 'hint'}, say('timeline.undated', {n: number(undated.hits)})) : null;
}

/** The same as a table. Empty (0) is told from nothing held (–). */
function table(series) {
  const head = series.flatMap((each) => [h('th', {scope: 'col'}, bdi(each.query)), h('th', {scope: 'col'}, say('timeline.share'))]);
  const cells = (bucket) => [h('td', {}, bucket.held === 0 ? '–' : number(bucket.hits)), h('td', {}, bucket.per_1000 === null ? '–' : number(bucket.per_1000))];
  return h('details', {class: 'figures'}, h('summary', {}, say('timeline.table')), h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('timeline.table')}, h('table', {},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('timeline.time')), h('th', {scope: 'col'}, say('timeline.held')), head)),
    h('tbody', {}, series[0].buckets.map((bucket, i) => h('tr', {}, h('th', {scope: 'row'}, day(bucket.date)), h('td', {}, number(bucket.held)), series.map((each) => cells(each.buckets[i]))))))));
}

/** The hits of the chosen days. */
async function showSelected(page, below, how) {
  const answer = await askHits('search', pageParameters(page.state), how);
  if (!answer) return;
  const {state} = page;
  page.announce(countText(state, answer.total));
  const title = state.from || state.to ? `${daysText(state)}: ` : '';
  fill(below, h('h2', {}, title, h('span', {id: 'count', 'data-count': answer.total.count}, countText(state, answer.total))), filterPills(state), hitList(state, answer),
    h('p', {class: 'pager'}, h('a', {href: addressOf({...state, view: 'hits', offset: 0})}, `${say('view.hits')} →`)));
}
