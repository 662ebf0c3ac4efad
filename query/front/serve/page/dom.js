// SPDX-License-Identifier: GPL-2.0-or-later
// Makes elements. Texts of articles become text nodes here: nothing of them is ever read as HTML.
import {say} from './messages.js';
import {addressOf} from './state.js';

// Makes an element: h('a.home', {href: '/', onclick: go}, 'home').
//
// Takes    its name with classes; attributes, if any: `on…` are listeners, true has no value, null and false are none;
//          children: nodes, strings, lists of these, null and false for none.
export function h(name, ...rest) {
  return made((tag) => document.createElement(tag), name, rest);
}

export function s(name, ...rest) {
  return made((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag), name, rest);
}

function made(create, name, rest) {
  const [tag, ...classes] = name.split('.');
  const element = create(tag);
  if (classes.length > 0) element.setAttribute('class', classes.join(' '));
  const attributes = rest[0]?.constructor === Object ? rest.shift() : {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value || value === 0 || value === '') element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...present(rest));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child || child === 0);
}

// Puts other children into an element. A control that is made anew keeps the focus.
export function fill(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceChildren(...present(children));
  if (!focused || focused === element) return;
  const same = [...element.querySelectorAll(focused.tagName)].find((other) => keyOf(other) === keyOf(focused));
  same?.focus({preventScroll: true});
}

function keyOf({dataset, textContent, ariaLabel}) {
  return dataset.key ?? ariaLabel ?? textContent.replace(/\d+/gu, '');
}

// A link to a state with some changes: link(state, {sort: 'newest'}, 'newest first').
export function link(state, changes, ...rest) {
  const element = h('a', ...rest);
  element.setAttribute('href', addressOf({...state, ...changes}));
  return element;
}

export function cross(state, changes, what) {
  return link(state, changes, named(say('remove', {what})), '×');
}

export function named(name) {
  return {'aria-label': name, title: name};
}

export function button(onclick, ...rest) {
  const element = h('button', ...rest);
  element.type = 'button';
  element.addEventListener('click', onclick);
  return element;
}

// A text of an article within a line: its direction cannot change what stands around it.
export function bdi(...children) {
  return h('bdi', ...children);
}

// A choice of one of several: select('Order', 'newest', [['newest', 'newest first'], …], changed).
export function select(label, chosen, choices, changed) {
  const options = choices.map(([value, text]) => h('option', {value, selected: value === chosen}, text));
  return h('label.choice', label, h('select', {onchange: (event) => changed(event.target.value)}, options));
}

export function checkbox(label, checked, changed) {
  return h('label.choice', h('input', {type: 'checkbox', checked, 'data-key': label, onchange: (event) => changed(event.target.checked)}), label);
}

export function figures(label, head, ...rows) {
  return h('div.scroll', {tabindex: 0, role: 'region', 'aria-label': label}, h('table.figures',
    h('thead', h('tr', head.map((cell) => h('th', {scope: 'col'}, bdi(cell))))), rows));
}

// Previous and next page; `key` of the state says where the page begins.
export function pager(state, key, {size, shown, hasNext}) {
  const at = state[key];
  if (at === 0 && !hasNext) return null;
  return h('nav.pager', {'aria-label': say('page')}, at > 0 && link(state, {[key]: Math.max(0, at - size)}, {rel: 'prev'}, say('page.previous')),
    `${at + 1}–${at + shown}`, hasNext && link(state, {[key]: at + size}, {rel: 'next'}, say('page.next')));
}

export function askForWords(main) {
  fill(main, h('p.empty', say('ask.first')));
}

// A link to an article on the web; none for what a browser should not open.
export function webLink(address) {
  return /^https?:\/\//iu.test(address ?? '') && h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, say('article.web'));
}

// Whether there is room for what can be folded.
export function isWide() {
  return matchMedia('(min-width: 60em)').matches;
}
