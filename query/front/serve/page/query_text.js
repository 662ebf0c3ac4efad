// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a query: what is asked of it while it is typed, and what a click changes in it. The rules of the language
// are in docs/query-language.md; this file knows just as much of them as it needs.

const kFilters = 'source|section|so|id|url|date';
const kUnfinished = [
  new RegExp(`(^|[\\s(])[-+]?(${kFilters}):("[^"]*|[^\\s"()]*)$`, 'u'),  // a filter: its value is not whole yet
  /(^|[\s(])-("[^"]*|\S*)$/u,  // an exclusion: half a word excludes too much
  /(^|\s)NOT(\s+\S*)?$/u,
  /(^|\s)(AND|OR|NEAR(\/\d*)?)$/u,
  /(^|\s)"$/u,
];
const kLastWord = /(^|[\s(:"“«])([+=]{0,2})([\p{L}\p{M}]+)$/u;

/**
 * What is asked while the last word is being typed: the word is the beginning of one, `xay dun` asks `xay dun*`, so that
 * one more letter never loses what was found. What would find something else while it is not whole (a filter, an
 * exclusion, an operator, a single letter) is not asked yet: `xay -d` asks `xay`.
 *
 * Returns  the text to ask, '' where there is nothing to ask yet.
 */
export function askedWhileTyping(text) {
  let asked = text.normalize('NFC');
  if (/\s$/u.test(asked) && !hasOpenQuote(asked)) return asked.trim();
  const unfinished = kUnfinished.find((pattern) => pattern.test(asked));
  if (unfinished) return asked.replace(unfinished, '$1').trim();
  if (hasOpenQuote(asked)) asked = withoutLastQuote(asked);
  return asked.replace(kLastWord, asBeginning).trim();
}

function asBeginning(whole, before, sign, word) {
  return [...word].length < 2 ? before : `${before}${sign}${word}*`;
}

function hasOpenQuote(text) {
  return (text.match(/"/gu) ?? []).length % 2 === 1;
}

function withoutLastQuote(text) {
  const at = text.lastIndexOf('"');
  return text.slice(0, at) + text.slice(at + 1);
}

/** Whether a text has an operator between its words, so that a filter behind it would belong to the last words only. */
function hasOperator(text) {
  return /(^|[\s(])(AND|OR|NOT|NEAR(\/\d+)?)([\s)]|$)/u.test(text);
}

/** The query with its filters: withFilters('a OR b', ['source:"x"']) is '(a OR b) source:"x"'. */
export function withFilters(text, filters) {
  if (filters.length === 0) return text;
  const words = hasOperator(text) ? `(${text})` : text;
  return [words, ...filters].filter((part) => part !== '').join(' ');
}

/** A filter: filterOf('source', 'Báo Tỉnh') is 'source:"Báo Tỉnh"'. Quotes in a name cannot be asked, and do not count. */
export function filterOf(field, value) {
  return `${field}:"${value.replace(/["“”„«»＂]/gu, ' ').trim()}"`;
}

/** A word as the index folds it, near enough to know it again: folded('Đảng') is 'dang'. */
export function folded(word) {
  return word.toLowerCase().replace(/[đð]/gu, 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * The query restricted to one reading of a word: restricted('xay dung dang', 'dang', 'đảng') is 'xay dung =đảng'. In
 * quotes, where = is text, the reading takes the place of the word.
 */
export function restricted(text, word, reading) {
  let isDone = false;
  const wanted = folded(word.replace('*', ''));
  return text.normalize('NFC').replace(/(=?)([\p{L}\p{M}\p{N}]+)(\*?)/gu, (whole, sign, letters, star, at) => {
    const isIt = folded(letters) === wanted;
    if (isDone || !isIt || /^(AND|OR|NOT|NEAR)$/u.test(letters) || text.normalize('NFC')[at + whole.length] === ':') return whole;
    isDone = true;
    return hasOpenQuote(text.slice(0, at)) ? reading : `=${reading}`;
  });
}

/** The query with one typed word asked as it is: asTyped('csgt họp', 'csgt') is '=csgt họp'; null where it is not one word. */
export function asTyped(text, word) {
  if (/\s/u.test(word)) return null;
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 || text[at - 1] === '=' ? null : `${text.slice(0, at)}=${text.slice(at)}`;
}

const kBeside = /^(.+) is also searched as (.+) \(([a-z ]+), weight ([\d.]+)\)$/u;
const kInstead = /^(.+) was read as (.+) \(([a-z ]+)\)$/u;

/**
 * What else was searched, read from the notes of an answer:
 * '"nq 18" is also searched as "nghị quyết 18" (document number, weight 0.9)'.
 *
 * Returns  {alternatives: [{typed, found, kind, isInstead}], remarks: the notes that say something else}
 */
export function readNotes(notes) {
  const alternatives = [];
  const remarks = [];
  for (const note of notes) {
    const match = kBeside.exec(note) ?? kInstead.exec(note);
    if (!match) remarks.push(note);
    else alternatives.push({typed: bare(match[1]), found: bare(match[2]), kind: match[3], isInstead: match[4] === undefined});
  }
  return {alternatives, remarks};
}

function bare(text) {
  return text.replace(/^["'‘“](.*)["'’”]$/u, '$1');
}
