// SPDX-License-Identifier: GPL-2.0-or-later
// Places in text. The server counts code points, a browser counts UTF-16 units; only this file knows both.
import {h} from './dom.js';

// The units at which code points begin, in rising order: unitsOf('a🔥b', [1, 2]) is [1, 3].
export function unitsOf(text, points) {
  let unit = 0;
  let point = 0;
  return points.map((wanted) => {
    for (; point < wanted && unit < text.length; ++point) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    return unit;
  });
}

// How many code points the first `unit` units are: pointsBefore('a🔥b', 3) is 2.
export function pointsBefore(text, unit = text.length) {
  return [...text.slice(0, unit)].length;
}

// Cuts a text at its marks: piecesOf('xây dựng', [[0, 3]]) is [{text: 'xây', isMark: true}, {text: ' dựng', isMark: false}].
//
// Takes    marks [begin, end) in code points. One that begins before the end of the one before it is left out.
export function piecesOf(text, marks) {
  let point = 0;
  const clean = marks.filter(([begin, end]) => {
    const isNext = begin >= point && end > begin;
    if (isNext) point = end;
    return isNext;
  });
  const units = [0, ...unitsOf(text, clean.flatMap(([begin, end]) => [begin, end])), text.length];
  return units.slice(1).map((end, i) => ({text: text.slice(units[i], end), isMark: i % 2 === 1})).filter((piece) => piece.text !== '');
}

export function highlighted(text, marks) {
  return piecesOf(text, marks ?? []).map((piece) => (piece.isMark ? h('mark', piece.text) : piece.text));
}
