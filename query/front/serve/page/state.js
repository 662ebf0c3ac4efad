// SPDX-License-Identifier: GPL-2.0-or-later
// What the page shows, as one plain object, and its two other forms: the address and the parameters of the API. A view
// is a function of this object; a click makes a new one (see page.js).
import {askedWhileTyping, withFilters} from './query_text.js';

// The values that an address does not name.
export const kUsual = {
  view: 'hits',          // or mentions, timeline, neighbours, held, article
  q: '', typing: false,  // what the box says; the last word is asked as a beginning
  filter: [],            // ['source:"Báo Tỉnh"', …]
  from: '', to: '', since: '', like: '',  // days; first indexed since; like an article
  sort: 'relevance', match: '', marks: 'prefer', collapse: true, variants: true, decoding: true, notAs: [], offset: 0,  // notAs: what words are not read as
  unit: '', first: '', last: '', share: false, compare: [],  // the timeline, and the days between which it is drawn
  order: 'date', mention: 0,                                 // of the mentions; where their page begins
  within: 5, functions: false,                               // neighbours; function words too
  id: '', field: '', item: 0, start: -1, end: -1,            // an article, and the place in it
};
const kFirstYear = 1860;  // the years that an archive can have
const kLastYear = 2100;
export const kHitsOnPage = 10;

const kReaders = {
  string: (values) => values[0],
  object: (values) => values,
  boolean: (values) => values[0] === 'true',
  number: (values, usual) => (/^\d{1,9}$/u.test(values[0]) ? Number(values[0]) : usual),
};

// The state that an address means; what cannot be read is as usual.
export function stateOf(address) {
  const {pathname, searchParams} = new URL(address, location.origin);
  const state = structuredClone(kUsual);
  for (const [key, usual] of Object.entries(kUsual))
    if (searchParams.has(key)) state[key] = kReaders[typeof usual](searchParams.getAll(key), usual);
  if (pathname === '/article') state.view = 'article';
  else if (state.view === 'article') state.view = kUsual.view;
  return state;
}

// The address of a state: addressOf({...kUsual, q: 'a'}) is '/?q=a'.
export function addressOf(state) {
  const isArticle = state.view === 'article';
  const named = Object.entries(state).filter(([key, value]) => value !== kUsual[key] && !(isArticle && key === 'view'));
  const parameters = parametersOf(Object.fromEntries(named));
  return `${isArticle ? '/article' : '/'}${parameters && '?'}${parameters}`;
}

// Parameters as text; empty values are left out, and each value of a list is one.
export function parametersOf(values) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const each of [value].flat()) if (each !== '' && each !== undefined) parameters.append(name, each);
  return parameters.toString();
}

// The state of an article, found by the words of another; place is {field, item, start, end}.
export function articleState(state, id, place = {}) {
  const {variants, decoding, notAs, marks} = state;
  return {...kUsual, view: 'article', id, q: askedWords(state), variants, decoding, notAs, marks, ...place};
}

// The words that are asked: those of the box, the last one as a beginning while it is typed.
export function askedWords(state) {
  return state.typing ? askedWhileTyping(state.q) : state.q.trim();
}

// The whole query: the words and the filters.
export function askedQuery(state) {
  return withFilters(askedWords(state), state.filter);
}

// Whether a click narrowed the query. Then the hits are those that are counted: articles with all of the words.
export function isNarrowed({filter, from, to, since}) {
  return filter.length > 0 || from + to + since !== '';
}

export function asksSomething(state) {
  return askedWords(state) + state.like !== '' || isNarrowed(state);
}

// The parameters of the API that say how words are read.
export function readingParameters({marks, variants, decoding, notAs}) {
  return {marks: marks === kUsual.marks ? '' : marks, 'no-variants': variants ? '' : 'true', 'no-typing': decoding ? '' : 'true', 'not-as': notAs};
}

// Those that say which articles are asked for. Where there are no words, all articles of the days are.
export function searchParameters(state) {
  const {from, to, since, like} = state;
  const q = askedQuery(state) || (like ? '' : `date:${from || kFirstYear}..${to || kLastYear}`);
  return {q, from, to, since, like, match: state.match || (isNarrowed(state) && !like ? 'all' : ''), ...readingParameters(state)};
}

// Those that also say in which order, and which of them.
export function pageParameters(state) {
  const {sort, collapse, offset} = state;
  return {...searchParameters(state), sort: sort === kUsual.sort ? '' : sort, collapse: collapse ? 'true' : '', offset: offset || '', limit: kHitsOnPage};
}
