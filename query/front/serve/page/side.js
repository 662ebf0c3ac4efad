// SPDX-License-Identifier: GPL-2.0-or-later
// The panel beside the hits: readings of each word and facets, with exact counts; a click narrows the query.
import {bdi, fill, h, isWide, link} from './dom.js';
import {number, say} from './messages.js';
import {filterOf, folded, restricted} from './query_text.js';
import {searchParameters} from './state.js';

const kFacets = {source: 8, section: 8, author: 6, year: 12};
const [kLeastReadings, kMostReadings] = [4, 8];  // without a click
const kFirstPage = {offset: 0, mention: 0};

export async function showSide(page, side, how) {
  const facet = Object.entries(kFacets).map(([name, most]) => `${name}:${most}`);
  const answer = await page.askSide('search', {...searchParameters(page.state), limit: 0, facet, readings: page.state.q && 'true'}, how);
  if (!answer) return;
  const {state} = page;
  const isChoice = (word) => word.readings.filter(({hits}) => hits > 0).length > 1 || state.q.includes('=');
  const readings = (answer.readings ?? []).filter(isChoice);
  fill(side, h('details.narrow', {open: side.querySelector('details')?.open ?? isWide()}, h('summary', say('narrow')),
    readings.length > 0 && h('section', h('h2', say('readings')), h('p.hint', say('readings.help')), readings.map((word) => wordReadings(state, word))),
    h('section.options', dayBox(page, 'from'), dayBox(page, 'to')),
    Object.keys(kFacets).map((name) => facetPanel(state, name, answer.facets[name]))));
}

function wordReadings(state, {word, field, readings}) {
  const isShown = ({hits}, i) => i < kLeastReadings || (hits > 0 && i < kMostReadings);
  const rest = readings.filter((each, i) => !isShown(each, i));
  const list = (some) => h('ul.values.inline', {lang: 'vi'}, some.map((reading) => readingLink(state, word, reading)));
  return [h('h3', field && `${field}: `, bdi(word)), list(readings.filter(isShown)), rest.length > 0 && h('details', h('summary', `+ ${rest.length}`), list(rest))];
}

// A reading: a click asks for it alone, a second one for all readings again.
function readingLink(state, word, {reading, hits, articles}) {
  const own = new RegExp(`=${reading.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&')}(?![\\p{L}\\p{M}])`, 'iu');
  const isChosen = own.test(state.q);
  const q = isChosen ? state.q.replace(own, folded(reading)) : restricted(state.q, word, reading);
  return h('li', link(state, {...kFirstPage, q, typing: false}, {'data-reading': reading, 'data-count': hits, 'aria-current': isChosen && 'true',
    title: say('readings.of', {hits, articles})}, bdi(reading), ' ', h('span.count', number(hits))));
}

function dayBox(page, key) {
  const value = page.state[key];
  return h('label.choice', say(key), h('input', {type: 'date', 'data-key': key, value: value.length === 10 && value,
    onchange: (event) => page.go({...kFirstPage, [key]: event.target.value})}));
}

function facetPanel(state, name, {values, others, without}) {
  if (values.length === 0) return null;
  const notes = [others > 0 && say('facet.others', {n: others}), without > 0 && say('facet.without', {n: number(without)})];
  return h('section', h('h2', say(`facet.${name}`)), h('ul.values', {lang: 'vi'}, values.map(({value, count}) =>
    h('li', link(state, {...kFirstPage, ...narrowedTo(state, name, value)}, {'data-facet': name, 'data-count': count}, bdi(value), h('span.count', number(count)))))),
    h('p.hint', notes.filter(Boolean).join(' · ')));
}

function narrowedTo({filter}, name, value) {
  if (name === 'year') return {from: value, to: value};
  return {filter: [...new Set([...filter, filterOf(name, value)])]};
}
