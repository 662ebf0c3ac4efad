// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches, kept in the browser only: a name, an address, and when it was last looked at.
import {askOnce, NoAnswer} from './api.js';
import {bdi, button, h} from './dom.js';
import {say} from './messages.js';
import {addressOf, askedQuery, searchParameters, stateOf} from './state.js';

const kPlace = 'timbao.saved';

function read() {
  try {
    const list = JSON.parse(localStorage.getItem(kPlace) ?? '[]');
    return Array.isArray(list) ? list.filter((entry) => typeof entry?.address === 'string' && typeof entry.seen === 'string') : [];
  } catch {
    return [];
  }
}

function write(list) {
  localStorage.setItem(kPlace, JSON.stringify(list));
}

/** The address under which a search is kept: that of its first page, with whole words. */
function addressToKeep(state) {
  return addressOf({...state, typing: false, offset: 0, since: ''});
}

/** Whether a search is saved. */
export function isSaved(state) {
  return read().some((entry) => entry.address === addressToKeep(state));
}

/** Saves a search. */
export function save(state) {
  if (isSaved(state)) return;
  const name = askedQuery({...state, typing: false}) || state.like || `${state.from}–${state.to}`;
  write([{name, address: addressToKeep(state), seen: new Date().toISOString()}, ...read()]);
}

/** The saved searches, each with how many articles were added since it was last opened; null where there are none. */
export function savedList(page) {
  const list = read();
  if (list.length === 0) return null;
  return h('section', {class: 'saved'}, h('h2', {}, say('start.saved')), h('ul', {}, list.map((entry) => savedItem(page, entry))));
}

function savedItem(page, entry) {
  const state = {...stateOf(new URL(entry.address, location.origin).href), since: entry.seen};
  const news = h('a', {href: addressOf(state), class: 'new', onclick: () => write(read().map((other) => (other.address === entry.address ? {...other, seen: new Date().toISOString()} : other)))}, '…');
  countNew(state, news);
  const forget = () => { write(read().filter((other) => other.address !== entry.address)); page.refresh(); };
  return h('li', {}, h('a', {href: entry.address}, bdi(entry.name)), ' ', news, ' ',
    button({class: 'quiet', 'aria-label': say('saved.delete', {name: entry.name}), title: say('saved.delete', {name: entry.name}), onclick: forget}, '×'));
}

async function countNew(state, link) {
  try {
    const answer = await askOnce('search', {...searchParameters(state), limit: 0});
    if (answer.total.count > 0) link.textContent = say('saved.new', {n: answer.total.count});
    else link.replaceWith(h('span', {class: 'new none'}, say('saved.none')));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    link.remove();
  }
}
