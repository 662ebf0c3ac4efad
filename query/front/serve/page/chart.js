// SPDX-License-Identifier: GPL-2.0-or-later
// The drawing of a timeline: bars for one query, lines for several, as SVG. It knows nothing of queries.
import {fill, h, s} from './dom.js';
import {day, number} from './messages.js';

const kHeight = 260;
const kMargin = {top: 12, right: 8, bottom: 28, left: 52};
const kTicks = 4;
const kLabelWidth = 70;
const kLeastPointStep = 5;

// Draws series over the same buckets and follows pointer and keys.
//
// Takes    series: lists of {date, hits, held}; value(bucket): its height or null; isChosen(bucket); textOf(index);
//          onchoose(first, last): called for a click or a range; onlook(index).
export function chart({series, value, isChosen, label, textOf, onchoose, onlook}) {
  const count = series[0].length;
  let at = Math.max(0, series[0].findIndex(isChosen));
  let anchor = at;  // the other end of the range
  const box = h('div.chart', {tabindex: 0, role: 'slider', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': count - 1, 'aria-valuenow': at, 'aria-valuetext': textOf(at)});
  const look = (index, keepsAnchor) => {
    at = Math.max(0, Math.min(count - 1, index));
    if (!keepsAnchor) anchor = at;
    box.setAttribute('aria-valuenow', at);
    box.setAttribute('aria-valuetext', textOf(at));
    showBrush(box, Math.min(anchor, at), Math.abs(anchor - at) + 1);
    onlook(at);
  };
  const choose = () => onchoose(Math.min(anchor, at), Math.max(anchor, at));
  followPointer(box, count, look, choose);
  followKeys(box, count, (by, keepsAnchor) => look(at + by, keepsAnchor), choose);
  new ResizeObserver(() => fill(box, picture(series, value, isChosen, Math.max(280, box.clientWidth)))).observe(box);
  return box;
}

function followPointer(box, count, look, choose) {
  let isDown = false;
  const indexAt = ({clientX}) => {
    const {left, width} = box.getBoundingClientRect();
    return Math.floor((clientX - left - kMargin.left) / (width - kMargin.left - kMargin.right) * count);
  };
  box.addEventListener('pointerdown', (event) => {
    isDown = event.button === 0;
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

function followKeys(box, count, move, choose) {
  const steps = {ArrowLeft: -1, ArrowRight: 1, Home: -count, End: count};
  box.addEventListener('keydown', (event) => {
    if (event.key in steps) move(steps[event.key], event.shiftKey);
    else if (event.key === 'Enter') choose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function showBrush(box, first, count) {
  const brush = box.querySelector('.brush');
  const step = Number(brush?.dataset.step);
  brush?.setAttribute('x', kMargin.left + first * step);
  brush?.setAttribute('width', count * step);
}

// The numbers at the lines of an axis: ticksTo(7) is [0, 2, 4, 6, 8].
export function ticksTo(most) {
  const rough = Math.max(most, 1e-9) / kTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  return Array.from({length: Math.ceil(most / step) + 1}, (_, i) => i * step);
}

function picture(series, value, isChosen, width) {
  const buckets = series[0];
  const values = series.flat().map((bucket) => value(bucket) ?? 0);
  const areWhole = values.every(Number.isInteger);
  const ticks = ticksTo(Math.max(...values) || 1).filter((tick) => !areWhole || Number.isInteger(tick));
  const [right, bottom] = [width - kMargin.right, kHeight - kMargin.bottom];
  const height = bottom - kMargin.top;
  const step = (right - kMargin.left) / buckets.length;
  const scale = {step, bottom, height, x: (i) => kMargin.left + i * step, y: (v) => bottom - height * v / ticks.at(-1)};
  return s('svg', {width, height: kHeight, 'aria-hidden': 'true'}, ticks.map((tick) => gridLine(tick, scale.y(tick), right)),
    buckets.map((bucket, i) => background(bucket, isChosen(bucket), scale.x(i), scale)),
    series.length === 1 ? buckets.map((bucket, i) => bar(bucket, value(bucket) ?? 0, scale.x(i), scale)) : series.map((list, i) => line(list, i, value, scale)),
    labels(buckets, scale), s('rect.brush', {x: 0, y: kMargin.top, width: 0, height, 'data-step': step}));
}

function gridLine(tick, y, right) {
  return [s('path.grid', {d: `M${kMargin.left} ${y}H${right}`}), s('text', {x: kMargin.left - 6, y: y + 4, 'text-anchor': 'end'}, number(tick))];
}

// What stands behind a bar: grey where the archive holds nothing, tinted where the bucket is chosen.
function background({held}, isChosen, x, {step, height}) {
  const place = {x, y: kMargin.top, width: step, height};
  return held === 0 ? s('rect.nothing', place) : isChosen && s('rect.chosen', place);
}

function bar({date, hits}, value, x, {y, step, bottom}) {
  const gap = Math.min(2, step / 5);
  const top = Math.min(y(value), bottom - 1);
  return value > 0 && s('rect.bar', {x: x + gap / 2, y: top, width: step - gap, height: bottom - top, 'data-date': date, 'data-hits': hits});
}

// A line with points; it breaks where the archive holds nothing.
function line(list, index, value, {x, y, step}) {
  const points = list.map((bucket, i) => bucket.held > 0 && [x(i) + step / 2, y(value(bucket))]);
  const path = points.map((point, i) => (point ? `${points[i - 1] ? 'L' : 'M'}${point.map((place) => place.toFixed(1))}` : '')).join('');
  return s(`g.line.series-${index}`, s('path', {d: path}), step > kLeastPointStep && points.map((point) => point && s('circle', {cx: point[0], cy: point[1], r: 2.5})));
}

function labels(buckets, {x, step, bottom}) {
  const every = Math.ceil(kLabelWidth / step);
  return buckets.map(({date}, i) => i % every === 0 && (buckets.length - i) * step > kLabelWidth * 0.7 && s('text', {x: x(i), y: bottom + 18}, day(date)));
}
