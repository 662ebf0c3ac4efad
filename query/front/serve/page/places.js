// SPDX-License-Identifier: GPL-2.0-or-later
// The text of an article with its places: every highlight, and the place that an address names. A place is
// {field, item, start, end}: code points [start, end) of the field's text; `item` is that of a list (captions), else 0.
import {h} from './dom.js';
import {pointsBefore, pointsIn, unitsOf} from './marks.js';

/** The highlights of an article in the order in which they are read: [{field, item, start, end, word}]. */
export function placesOf(marks) {
  const of = (field, item, list) => (list ?? []).map(([start, end, word]) => ({field, item, start, end, word}));
  return [...of('title', 0, marks?.title), ...of('lead', 0, marks?.lead), ...of('body', 0, marks?.body),
          ...(marks?.captions ?? []).flatMap((list, item) => of('captions', item, list))];
}

export function isSamePlace(a, b) {
  return a.field === b.field && a.item === b.item && a.start === b.start && a.end === b.end;
}

/**
 * The paragraphs of a field: elements of the given name, which know where in the field they begin.
 *
 * Takes    where = {field, item}; places, of which those of the field are marked; here, the place that the address names.
 */
export function paragraphs(name, text, where, {places, here}) {
  const isHere = (place) => place.field === where.field && place.item === where.item;
  const marks = places.map((place, index) => ({...place, index})).filter(isHere);
  const own = here && isHere(here) ? here : null;
  let start = 0;
  return text.split('\n').map((line) => {
    const begin = start;
    start += pointsIn(line) + 1;
    if (line.trim() === '') return null;
    return h(name, {dir: 'auto', 'data-field': where.field, 'data-item': where.item, 'data-start': begin}, marked(line, begin, marks, own));
  });
}

/** The nodes of a line: cut wherever a mark or the named place begins or ends. */
function marked(line, begin, marks, here) {
  const end = begin + pointsIn(line);
  const inside = [...marks, ...(here ? [here] : [])].filter((mark) => mark.start < end && mark.end > begin);
  if (inside.length === 0) return [line];
  const points = [...new Set([begin, end, ...inside.flatMap((mark) => [Math.max(mark.start, begin), Math.min(mark.end, end)])])].sort((a, b) => a - b);
  const units = unitsOf(line, points.map((point) => point - begin));
  return points.slice(0, -1).map((point, i) => {
    const covers = (mark) => mark && mark.start <= point && mark.end > point;
    return piece(line.slice(units[i], units[i + 1]), inside.find((mark) => 'index' in mark && covers(mark)), covers(here));
  });
}

function piece(text, mark, isHere) {
  if (mark) return h('mark', {'data-place': mark.index, class: `word-${mark.word % 6}`}, text);
  return isHere ? h('span', {class: 'here'}, text) : text;
}

/** The place of what is selected, or null where nothing of a single field is. */
export function selectedPlace() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = pointAt(range.startContainer, range.startOffset);
  const end = pointAt(range.endContainer, range.endOffset);
  if (!start || !end || start.field !== end.field || start.item !== end.item) return null;
  return {field: start.field, item: start.item, start: start.point, end: end.point, text: selection.toString()};
}

function pointAt(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const line = element.closest('[data-start]');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  const text = before.toString();
  return {field: line.dataset.field, item: Number(line.dataset.item), point: Number(line.dataset.start) + pointsBefore(text, text.length)};
}
