// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches, kept in the browser only: a name, an address, and when it was last looked at.
import {askOnce} from './api.js';
import {bdi, button, h, link, named} from './dom.js';
import {say} from './messages.js';
import {addressOf, askedQuery, searchParameters, stateOf} from './state.js';

const kPlace = 'timbao.saved';

function read() {
  try {
    return JSON.parse(localStorage.getItem(kPlace)).filter(({address, seen}) => address && seen);
  } catch {
    return [];
  }
}

function write(list) {
  localStorage.setItem(kPlace, JSON.stringify(list));
}

function keptAddress(state) {
  return addressOf({...state, typing: false, offset: 0, since: ''});
}

export function isSaved(state) {
  return read().some(({address}) => address === keptAddress(state));
}

export function save(state) {
  const name = askedQuery(state) || state.like || `${state.from}–${state.to}`;
  if (!isSaved(state)) write([{name, address: keptAddress(state), seen: new Date().toISOString()}, ...read()]);
}

// The saved searches, each with how many articles were added since it was last opened; null where there are none.
export function savedList(page) {
  const list = read();
  return list.length === 0 ? null : h('section.saved', h('h2', say('saved')), h('ul', list.map((entry) => savedItem(page, entry))));
}

function savedItem(page, {name, address, seen}) {
  const state = {...stateOf(address), since: seen};
  const others = () => read().filter((other) => other.address !== address);
  const news = link(state, {}, {onclick: () => write([{name, address, seen: new Date().toISOString()}, ...others()])}, '…');
  countNew(state, news);
  const forget = () => {
    write(others());
    page.refresh();
  };
  return h('li', h('a', {href: address}, bdi(name)), ' ', news, ' ', button(forget, {class: 'quiet', ...named(say('remove', {what: name}))}, '×'));
}

async function countNew(state, news) {
  const answer = await askOnce('search', {...searchParameters(state), limit: 0}).catch(() => null);
  const n = answer?.total.count;
  if (n > 0) news.textContent = say('saved.new', {n});
  else news.replaceWith(h('small', n === 0 ? say('saved.none') : ''));
}
