// SPDX-License-Identifier: GPL-2.0-or-later
// Makes elements. Whatever comes from an article becomes a text node here, so that nothing of it is ever read as HTML.

const kSvg = 'http://www.w3.org/2000/svg';

/**
 * Makes an element: h('a', {href: '/', onclick: go}, 'home').
 *
 * Takes    attributes by their names: `on…` are listeners, true is an attribute without a value, and null, undefined
 *          and false are left out; children are nodes, strings, lists of these, or null for none.
 */
export function h(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for an element of SVG. */
export function s(name, attributes = {}, ...children) {
  return filled(document.createElementNS(kSvg, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts other children into an element. A control that has the focus and is made anew (same data-key) keeps it. */
export function fill(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.closest('[data-key]') : null;
  element.replaceChildren(...children.flat(Infinity).filter((child) => child));
  if (focused) element.querySelector(`[data-key="${CSS.escape(focused.dataset.key)}"]`)?.focus({preventScroll: true});
}

/** A button: button({onclick: next}, 'next'). */
export function button(attributes, ...children) {
  return h('button', {type: 'button', ...attributes}, ...children);
}

/** A text of an article within a line: its direction cannot change what stands around it. */
export function bdi(...children) {
  return h('bdi', {}, ...children);
}

/** A choice of one of several: select('sort', 'newest', [['newest', 'Newest first'], …], changed). */
export function select(label, chosen, choices, changed) {
  const options = choices.map(([value, text]) => h('option', {value, selected: value === chosen}, text));
  const list = h('select', {'data-key': label, onchange: (event) => changed(event.target.value)}, options);
  return h('label', {class: 'choice'}, h('span', {}, label), list);
}

/** A choice of yes or no. */
export function checkbox(label, checked, changed) {
  const box = h('input', {type: 'checkbox', checked, 'data-key': label, onchange: (event) => changed(event.target.checked)});
  return h('label', {class: 'choice'}, box, h('span', {}, label));
}

/** The address of an article's page on the web, or null for what a browser should not open. */
export function webAddress(text) {
  return /^https?:\/\//i.test(text ?? '') ? text : null;
}

/** Whether there is room for a panel beside the text, so that what can be folded is open. */
export function isWide() {
  return matchMedia('(min-width: 60em)').matches;
}
