// SPDX-License-Identifier: GPL-2.0-or-later
// What the page shows, as one plain object, and its two other forms: the address bar and the parameters of the API.
// Every view is a function of this object; a click makes a new one (see page.js).
import {askedWhileTyping, withFilters} from './query_text.js';

/** The values that an address does not name. */
export const kUsual = {
  view: 'hits',         // hits, mentions, timeline, neighbours, held, article
  q: '',                // what the box says
  typing: false,        // the last word of q is asked as a beginning
  filters: [],          // ['source:"Báo Tỉnh"', …]
  from: '', to: '',     // the days that are asked for
  since: '',            // first indexed since
  like: '',             // articles like this one
  sort: 'relevance', match: '', marks: 'prefer',
  collapse: true, variants: true, decoding: true,
  offset: 0,
  unit: '', first: '', last: '',  // of the timeline: day, month or year; the days between which it is drawn
  share: false, compare: [],
  mentionSort: 'date', mentionOffset: 0,
  within: 5, functionWords: false,
  id: '', field: '', item: 0, start: -1, end: -1,  // an article, and the place in it
};

/** How each value is written in an address: [key, name, kind]. A flag is named where it is not as usual. */
const kAddress = [
  ['view', 'view', 'text'], ['q', 'q', 'text'], ['typing', 'typing', 'flag'], ['filters', 'filter', 'list'],
  ['from', 'from', 'text'], ['to', 'to', 'text'], ['since', 'since', 'text'], ['like', 'like', 'text'],
  ['sort', 'sort', 'text'], ['match', 'match', 'text'], ['marks', 'marks', 'text'],
  ['collapse', 'collapse', 'flag'], ['variants', 'variants', 'flag'], ['decoding', 'decoding', 'flag'],
  ['offset', 'offset', 'number'], ['unit', 'unit', 'text'], ['first', 'first', 'text'], ['last', 'last', 'text'],
  ['share', 'share', 'flag'], ['compare', 'compare', 'list'],
  ['mentionSort', 'mention-sort', 'text'], ['mentionOffset', 'mention-offset', 'number'],
  ['within', 'within', 'number'], ['functionWords', 'function-words', 'flag'],
  ['id', 'id', 'text'], ['field', 'field', 'text'], ['item', 'item', 'number'], ['start', 'start', 'number'],
  ['end', 'end', 'number'],
];

const kReaders = {
  text: (values) => values[0],
  list: (values) => values,
  flag: (values) => values[0] === 'true',
  number: (values) => (/^\d{1,9}$/u.test(values[0]) ? Number(values[0]) : undefined),
};

/** The state that an address means; what cannot be read is as usual. */
export function stateOf(address) {
  const url = new URL(address);
  const state = structuredClone(kUsual);
  for (const [key, name, kind] of kAddress) {
    const values = url.searchParams.getAll(name);
    if (values.length > 0) state[key] = kReaders[kind](values) ?? kUsual[key];
  }
  if (url.pathname === '/article') state.view = 'article';
  else if (state.view === 'article') state.view = kUsual.view;
  return state;
}

/** The address of a state: addressOf({...kUsual, q: 'đảng'}) is '/?q=%C4%91%E1%BA%A3ng'. */
export function addressOf(state) {
  const parameters = new URLSearchParams();
  for (const [key, name] of kAddress) {
    if (state.view === 'article' && key === 'view') continue;
    for (const value of Array.isArray(state[key]) ? state[key] : [state[key]])
      if (value !== kUsual[key]) parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return (state.view === 'article' ? '/article' : '/') + (text === '' ? '' : `?${text}`);
}

/** The address of an article with the query by which it was found, and a place in it ({field, item, start, end}). */
export function articleState(state, id, place = {}) {
  return {...kUsual, view: 'article', id, q: askedWords(state), variants: state.variants, decoding: state.decoding,
          marks: state.marks, ...place};
}

/** The words that are asked: those of the box, the last one as a beginning while it is typed. */
export function askedWords(state) {
  return state.typing ? askedWhileTyping(state.q) : state.q.trim();
}

/** The whole query: the words and the filters. */
export function askedQuery(state) {
  return withFilters(askedWords(state), state.filters);
}

/** Whether a state asks for anything. */
export function asksSomething(state) {
  return askedQuery(state) !== '' || state.like !== '' || state.from !== '' || state.to !== '' || state.since !== '';
}

/** Whether a click narrowed the query. Then the hits are those that are counted: articles with all of the words. */
export function isNarrowed(state) {
  return state.filters.length > 0 || state.from !== '' || state.to !== '' || state.since !== '';
}

/** The query that is sent: where there are no words, that for all articles of the days. */
function sentQuery(state) {
  return askedQuery(state) || (state.like ? '' : `date:${state.from || kFirstYear}..${state.to || kLastYear}`);
}

/** The parameters of the API that say which articles are asked for. */
export function searchParameters(state) {
  const match = state.match || (isNarrowed(state) && state.like === '' ? 'all' : '');
  return {q: sentQuery(state), from: state.from, to: state.to, since: state.since, like: state.like, match,
          marks: state.marks === kUsual.marks ? '' : state.marks,
          'no-variants': state.variants ? '' : 'true', 'no-typing': state.decoding ? '' : 'true'};
}

/** Those that also say in which order, and which of them. */
export function pageParameters(state) {
  return {...searchParameters(state), sort: state.sort === kUsual.sort ? '' : state.sort,
          collapse: state.collapse ? 'true' : '', offset: state.offset === 0 ? '' : state.offset, limit: kHitsOnPage};
}

export const kHitsOnPage = 10;
const kFirstYear = 1860;  // the years that an archive can have
const kLastYear = 2100;
