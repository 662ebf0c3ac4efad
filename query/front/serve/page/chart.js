// SPDX-License-Identifier: GPL-2.0-or-later
// The drawing of a timeline: bars for one query, lines for several, as SVG. It knows nothing of queries: it gets series
// and tells which stretch of them was chosen.
import {fill, h, s} from './dom.js';
import {number} from './messages.js';

const kHeight = 260;
const kMargin = {top: 12, right: 8, bottom: 28, left: 52};
const kTicks = 4;
const kLabelWidth = 64;

/**
 * Draws series over the same buckets and follows pointer and keys.
 *
 * Takes    series: lists of {date, hits, held, per_1000}; value(bucket): the height, null where there is none;
 *          chosen(bucket): whether it is a part of the selection; texts: {label, bucket(index)}; onchoose(first, last):
 *          called with the indices of a click, of a brushed range or of a range chosen by keys; onlook(index).
 * Returns  the element.
 */
export function chart({series, value, chosen, texts, onchoose, onlook}) {
  const buckets = series[0];
  const box = h('div', {class: 'chart', tabindex: 0, role: 'slider', 'data-key': 'chart', 'aria-label': texts.label, 'aria-valuemin': 0,
    'aria-valuemax': buckets.length - 1, 'aria-valuenow': 0, 'aria-valuetext': texts.bucket(0)});
  const state = {anchor: 0, at: 0};
  const draw = () => fill(box, picture({series, value, chosen, width: Math.max(280, box.clientWidth)}));
  const look = (index, isKept) => {
    state.at = Math.max(0, Math.min(buckets.length - 1, index));
    if (!isKept) state.anchor = state.at;
    box.setAttribute('aria-valuenow', state.at);
    box.setAttribute('aria-valuetext', texts.bucket(state.at));
    showBrush(box, state, buckets.length);
    onlook(state.at);
  };
  const choose = () => onchoose(Math.min(state.anchor, state.at), Math.max(state.anchor, state.at));
  followPointer(box, buckets.length, look, choose);
  followKeys(box, buckets.length, state, look, choose);
  new ResizeObserver(draw).observe(box);
  return box;
}

function followPointer(box, count, look, choose) {
  let isDown = false;
  const indexAt = (event) => {
    const {left, width} = box.getBoundingClientRect();
    return Math.floor((event.clientX - left - kMargin.left) / (width - kMargin.left - kMargin.right) * count);
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    isDown = true;
    box.setPointerCapture(event.pointerId);
    look(indexAt(event), false);
  });
  box.addEventListener('pointermove', (event) => look(indexAt(event), isDown));
  box.addEventListener('pointerup', () => {
    if (isDown) choose();
    isDown = false;
  });
  box.addEventListener('pointercancel', () => { isDown = false; });
}

function followKeys(box, count, state, look, choose) {
  const steps = {ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12, Home: -count, End: count};
  box.addEventListener('keydown', (event) => {
    if (event.key in steps) look(state.at + steps[event.key], event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') choose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function showBrush(box, {anchor, at}, count) {
  const brush = box.querySelector('.brush');
  if (!brush) return;
  const step = (Number(box.querySelector('svg').getAttribute('width')) - kMargin.left - kMargin.right) / count;
  brush.setAttribute('x', kMargin.left + Math.min(anchor, at) * step);
  brush.setAttribute('width', (Math.abs(anchor - at) + 1) * step);
}

/** The numbers at the lines of an axis: ticksTo(7) is [0, 2, 4, 6, 8]. */
export function ticksTo(most) {
  const rough = Math.max(most, 1e-9) / kTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  return Array.from({length: Math.ceil(most / step) + 1}, (_, i) => i * step);
}

function picture({series, value, chosen, width}) {
  const buckets = series[0];
  const values = series.flatMap((list) => list.map((bucket) => value(bucket) ?? 0));
  const ticks = ticksTo(Math.max(...values, 0) || 1);
  const inner = {width: width - kMargin.left - kMargin.right, height: kHeight - kMargin.top - kMargin.bottom};
  const step = inner.width / buckets.length;
  const scale = {step, x: (i) => kMargin.left + i * step, y: (v) => kMargin.top + inner.height * (1 - v / ticks.at(-1)), bottom: kMargin.top + inner.height};
  return s('svg', {width, height: kHeight, 'aria-hidden': 'true'}, hatch(),
    ticks.map((tick) => gridLine(tick, scale, width)), buckets.map((bucket, i) => background(bucket, i, scale, chosen(bucket))),
    series.length === 1 ? buckets.map((bucket, i) => bar(bucket, i, scale, value)) : series.map((list, i) => line(list, i, scale, value)),
    labels(buckets, scale), s('rect', {class: 'brush', x: 0, y: kMargin.top, width: 0, height: inner.height}));
}

function hatch() {
  return s('defs', {}, s('pattern', {id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
    s('path', {class: 'hatch', d: 'M0 0V6'})));
}

function gridLine(tick, {y}, width) {
  return s('g', {class: 'grid'}, s('path', {d: `M${kMargin.left} ${y(tick)}H${width - kMargin.right}`}),
    s('text', {x: kMargin.left - 6, y: y(tick) + 4, 'text-anchor': 'end'}, number(tick)));
}

/** What stands behind a bar: hatched where the archive holds nothing, tinted where the bucket is chosen. */
function background(bucket, i, {x, step, bottom}, isChosen) {
  const place = {x: x(i), y: kMargin.top, width: step, height: bottom - kMargin.top};
  if (bucket.held === 0) return s('rect', {...place, class: 'nothing', fill: 'url(#hatch)'});
  return isChosen ? s('rect', {...place, class: 'chosen'}) : null;
}

function bar(bucket, i, {x, y, step, bottom}, value) {
  const height = value(bucket) ?? 0;
  if (height === 0) return null;
  const gap = Math.min(2, step / 5);
  const top = Math.min(y(height), bottom - 1);
  return s('rect', {class: 'bar series-0', x: x(i) + gap / 2, y: top, width: step - gap, height: bottom - top, 'data-date': bucket.date, 'data-hits': bucket.hits});
}

/** A line with points; it breaks where the archive holds nothing. */
function line(list, index, {x, y, step}, value) {
  let path = '';
  const points = [];
  list.forEach((bucket, i) => {
    const height = value(bucket);
    const isStart = i === 0 || list[i - 1].held === 0;
    if (bucket.held === 0 || height === null) return;
    path += `${isStart || path === '' ? 'M' : 'L'}${(x(i) + step / 2).toFixed(1)} ${y(height).toFixed(1)}`;
    if (step > 5) points.push(s('circle', {cx: x(i) + step / 2, cy: y(height), r: 2.5}));
  });
  return s('g', {class: `line series-${index}`}, s('path', {d: path}), points);
}

function labels(buckets, {x, step, bottom}) {
  const every = Math.max(1, Math.ceil(kLabelWidth / step));
  return buckets.map((bucket, i) => (i % every > 0 || (i + every > buckets.length && i > 0 && (buckets.length - i) * step < kLabelWidth / 2) ? null
    : s('text', {class: 'label', x: x(i) + 1, y: bottom + 18}, bucket.date.split('-').reverse().join('/'))));
}
