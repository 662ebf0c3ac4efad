// SPDX-License-Identifier: GPL-2.0-or-later
// The panel beside the hits: readings of each word and facets, with exact counts; a click narrows the query.
import {bdi, fill, h, isWide} from './dom.js';
import {number, say} from './messages.js';
import {filterOf, folded, restricted} from './query_text.js';
import {addressOf, searchParameters} from './state.js';

const kFacets = [['source', 8], ['section', 8], ['author', 6], ['year', 12]];
const kMostReadings = 8;

/** Fills the panel for a state. */
export async function showSide(page, side, how) {
  const facet = kFacets.map(([name, most]) => `${name}:${most}`);
  const answer = await page.askSide('search', {...searchParameters(page.state), limit: 0, facet, readings: page.state.q ? 'true' : ''}, how);
  if (!answer) return;
  const {state} = page;
  const isOpen = side.querySelector('details')?.open ?? isWide();
  fill(side, h('details', {open: isOpen, class: 'narrow'}, h('summary', {}, say('side')),
    readingsPanel(state, answer.readings ?? []), dayBoxes(page), kFacets.map(([name]) => facetPanel(state, name, answer.facets?.[name]))));
}

function readingsPanel(state, words) {
  const shown = words.filter((word) => word.readings.length > 0);
  if (shown.length === 0) return null;
  return h('section', {class: 'readings'}, h('h2', {}, say('readings')), h('p', {class: 'hint'}, say('readings.help')),
    shown.map((word) => wordReadings(state, word)));
}

function wordReadings(state, {word, field, readings}) {
  const item = (reading) => readingLink(state, word, reading);
  const rest = readings.slice(kMostReadings);
  return h('div', {class: 'word'}, h('h3', {}, field ? `${field}: ` : '', bdi(word)),
    h('ul', {class: 'values inline', lang: 'vi'}, readings.slice(0, kMostReadings).map(item)),
    rest.length === 0 ? null : h('details', {}, h('summary', {}, `+ ${rest.length}`), h('ul', {class: 'values inline', lang: 'vi'}, rest.map(item))));
}

/** A reading: a click asks for it alone, and a second one for all readings again. */
function readingLink(state, word, {reading, hits, articles}) {
  const isChosen = new RegExp(`(^|[^\\p{L}])=${escaped(reading)}($|[^\\p{L}])`, 'iu').test(state.q);
  const q = isChosen ? state.q.replace(new RegExp(`=${escaped(reading)}`, 'iu'), folded(reading)) : restricted(state.q, word, reading);
  return h('li', {}, h('a', {href: addressOf({...state, q, typing: false, offset: 0, mentionOffset: 0}), 'data-key': `reading-${word}-${reading}`,
    'data-reading': reading, 'data-count': hits, 'aria-current': isChosen ? 'true' : null, title: say('readings.of', {hits, articles})},
    bdi(reading), ' ', h('span', {class: 'count'}, number(hits))));
}

function escaped(text) {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');
}

function dayBoxes(page) {
  const box = (key, label) => h('label', {class: 'choice'}, h('span', {}, label),
    h('input', {type: 'date', 'data-key': key, value: /^\d{4}-\d\d-\d\d$/u.test(page.state[key]) ? page.state[key] : '', onchange: (event) => page.go({[key]: event.target.value, offset: 0})}));
  return h('section', {class: 'days'}, box('from', say('filter.from', {from: ''})), box('to', say('filter.to', {to: ''})));
}

function facetPanel(state, name, facet) {
  if (!facet || facet.values.length === 0) return null;
  const notes = [facet.others > 0 ? say('facet.others', {n: facet.others}) : null, facet.without > 0 ? say('facet.without', {n: number(facet.without)}) : null];
  return h('section', {class: 'facet'}, h('h2', {}, say(`facet.${name}`)),
    h('ul', {class: 'values', lang: 'vi'}, facet.values.map(({value, count}) => h('li', {}, h('a', {href: addressOf(narrowed(state, name, value)),
      'data-key': `facet-${name}-${value}`, 'data-facet': name, 'data-count': count}, bdi(value), ' ', h('span', {class: 'count'}, number(count)))))),
    notes.some(Boolean) ? h('p', {class: 'hint'}, notes.filter(Boolean).join(' · ')) : null);
}

/** The state with one value of a facet asked for. */
function narrowed(state, name, value) {
  const first = {offset: 0, mentionOffset: 0};
  if (name === 'year') return {...state, ...first, from: value, to: value};
  const filter = filterOf(name, value);
  return {...state, ...first, filters: [...state.filters.filter((other) => other !== filter), filter]};
}
