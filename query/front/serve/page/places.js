// SPDX-License-Identifier: GPL-2.0-or-later
// The text of an article with its places: every highlight, and the one that an address names. A place is {field, item,
// start, end}: code points [start, end) of the field's text; `item` is that of a list (captions), else 0.
import {h} from './dom.js';
import {pointsBefore, unitsOf} from './marks.js';

// The highlights of an article in the order in which they are read: [{field, item, start, end, word}].
export function placesOf(marks = {}) {
  const of = (field, list, item = 0) => (list ?? []).map(([start, end, word]) => ({field, item, start, end, word}));
  return [...['title', 'lead', 'body'].flatMap((field) => of(field, marks[field])), ...(marks.captions ?? []).flatMap((list, item) => of('captions', list, item))];
}

// The paragraphs of a field: elements of the given name, which know where in the field they begin.
//
// Takes    where = {field, item}; places, which are marked; here, the place that the address names, or null.
export function paragraphs(name, text, where, {places, here}) {
  const isOwn = (place) => place?.field === where.field && place.item === where.item;
  const marks = places.map((place, index) => ({...place, index})).filter(isOwn).concat(isOwn(here) ? {...here, isHere: true} : []);
  let start = 0;
  return (text ?? '').split('\n').map((line) => {
    const begin = start;
    start += pointsBefore(line) + 1;
    return line.trim() === '' ? null : h(name, {dir: 'auto', 'data-field': where.field, 'data-item': where.item, 'data-start': begin}, marked(line, begin, marks));
  });
}

// The nodes of a line: cut wherever a mark, or the named place, begins or ends.
function marked(line, begin, marks) {
  const end = begin + pointsBefore(line);
  const inside = marks.filter((mark) => mark.start < end && mark.end > begin);
  const cuts = inside.flatMap((mark) => [Math.max(mark.start, begin), Math.min(mark.end, end)]);
  const points = [...new Set([begin, ...cuts, end])].sort((a, b) => a - b);
  const units = unitsOf(line, points.map((point) => point - begin));
  return points.slice(1).map((_, i) => {
    const over = inside.filter((mark) => mark.start <= points[i] && mark.end > points[i]);
    return piece(line.slice(units[i], units[i + 1]), over.find((mark) => !mark.isHere), over.some((mark) => mark.isHere));
  });
}

function piece(text, mark, isHere) {
  if (mark) return h('mark', {'data-place': mark.index}, text);
  return isHere ? h('span.here', text) : text;
}

// The place of what is selected, with its text; null where nothing of a single field is.
export function selectedPlace() {
  const selection = getSelection();
  if (selection.isCollapsed) return null;
  const {startContainer, startOffset, endContainer, endOffset} = selection.getRangeAt(0);
  const [from, to] = [pointAt(startContainer, startOffset), pointAt(endContainer, endOffset)];
  if (!from || from.field !== to?.field || from.item !== to.item) return null;
  return {field: from.field, item: from.item, start: from.point, end: to.point, text: selection.toString()};
}

function pointAt(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return {field: line.dataset.field, item: Number(line.dataset.item), point: Number(line.dataset.start) + pointsBefore(before.toString())};
}
