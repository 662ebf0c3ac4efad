// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a query: what is asked while it is typed, and what a click changes in it. It knows as much of
// docs/query-language.md as it needs.

// What would find something else while it is not whole: the value of a filter, an exclusion, an operator.
const kUnfinished = /(^|[\s(])([-+]?(source|section|so|id|url|date):("[^"]*|[^\s"()]*)|-("[^"]*|\S*)|NOT(\s+\S*)?|AND|OR|NEAR(\/\d*)?|")$/u;
const kLastWord = /(^|[\s(:])([+=]*)([\p{L}\p{M}]+)$/u;
const kOperator = /(^|[\s(])(AND|OR|NOT|NEAR(\/\d+)?)([\s)]|$)/u;

// What is asked while the last word is typed: `xay dun` asks for the beginning `xay dun*`, so that one more letter never
// loses what was found. What is unfinished is not asked yet, nor is a single letter: `xay -d` and `xay d` ask `xay`.
export function askedWhileTyping(text) {
  let asked = text.normalize('NFC');
  if (/\s$/u.test(asked) && !hasOpenQuote(asked)) return asked.trim();
  if (kUnfinished.test(asked)) return asked.replace(kUnfinished, '$1').trim();
  if (hasOpenQuote(asked)) asked = asked.replace(/"([^"]*)$/u, '$1');
  return asked.replace(kLastWord, (whole, before, sign, word) => ([...word].length < 2 ? before : `${whole}*`)).trim();
}

function hasOpenQuote(text) {
  return text.split('"').length % 2 === 0;
}

// The query with its filters: withFilters('a OR b', ['source:"x"']) is '(a OR b) source:"x"'.
export function withFilters(text, filters) {
  const words = filters.length > 0 && kOperator.test(text) ? `(${text})` : text;
  return [words, ...filters].join(' ').trim();
}

// A filter: filterOf('source', 'Báo Tỉnh') is 'source:"Báo Tỉnh"'. Quotes in a name do not count.
export function filterOf(field, value) {
  return `${field}:"${value.replace(/["“”„«»＂]/gu, ' ').trim()}"`;
}

// A word as the index folds it, near enough to know it again: folded('Đảng') is 'dang'.
export function folded(word) {
  return word.toLowerCase().replace(/[đð]/gu, 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

// The query restricted to one reading of a word: restricted('xay dung dang', 'dang', 'đảng') is 'xay dung =đảng'. In
// quotes, where = is text, the reading takes the place of the word.
export function restricted(query, word, reading) {
  const text = query.normalize('NFC');
  const wanted = folded(word.replace('*', ''));
  let isDone = false;
  return text.replace(/=?([\p{L}\p{M}\p{N}]+)\*?/gu, (whole, letters, at) => {
    if (isDone || folded(letters) !== wanted || text[at + whole.length] === ':') return whole;
    isDone = true;
    return hasOpenQuote(text.slice(0, at)) ? reading : `=${reading}`;
  });
}
