// SPDX-License-Identifier: GPL-2.0-or-later
// Places in text. The server counts code points, a browser counts UTF-16 units; this is the only file that knows both.
import {h} from './dom.js';

/**
 * The units at which code points begin: unitsOf('a🔥b', [1, 2]) is [1, 3].
 *
 * Takes    places in rising order; one behind the end means the end.
 */
export function unitsOf(text, points) {
  const units = [];
  let unit = 0;
  let point = 0;
  for (const wanted of points) {
    while (point < wanted && unit < text.length) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
      ++point;
    }
    units.push(unit);
  }
  return units;
}

/** How many code points the first `unit` units are: pointsBefore('a🔥b', 3) is 2. */
export function pointsBefore(text, unit) {
  let points = 0;
  for (const letter of text) {
    if (unit <= 0) break;
    unit -= letter.length;
    ++points;
  }
  return points;
}

/** How many code points a text has. */
export function pointsIn(text) {
  return pointsBefore(text, text.length);
}

/**
 * Cuts a text at its marks: piecesOf('xây dựng', [[0, 3]]) is [{text: 'xây', mark: [0, 3]}, {text: ' dựng', mark: null}].
 *
 * Takes    marks [begin, end, …] in code points, in rising order. One that begins before the end of the one before it
 *          is left out.
 */
export function piecesOf(text, marks) {
  const pieces = [];
  let point = 0;
  const clean = marks.filter(([begin, end]) => {
    const isNext = begin >= point && end > begin;
    if (isNext) point = end;
    return isNext;
  });
  const units = unitsOf(text, clean.flatMap(([begin, end]) => [begin, end]));
  let done = 0;
  clean.forEach((mark, i) => {
    if (units[2 * i] > done) pieces.push({text: text.slice(done, units[2 * i]), mark: null});
    pieces.push({text: text.slice(units[2 * i], units[2 * i + 1]), mark});
    done = units[2 * i + 1];
  });
  if (done < text.length) pieces.push({text: text.slice(done), mark: null});
  return pieces;
}

/** The nodes of a text with its highlights. */
export function highlighted(text, marks) {
  return piecesOf(text, marks ?? []).map((piece) => (piece.mark ? h('mark', {}, piece.text) : piece.text));
}
