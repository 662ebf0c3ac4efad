// SPDX-License-Identifier: GPL-2.0-or-later
// The help: how queries are written, and keys.
import {button, checkbox, fill, h} from './dom.js';
import {say} from './messages.js';

const kLanguage = {dang: 'any', 'đảng': 'first', '=đảng': 'only', '"tự chuyển hóa"': 'phrase', '+họp -báo': 'must', '(đất OR rừng)': 'or', 'chinh*': 'begin',
  'ngân NEAR/5 sách': 'near', 'title:đất': 'title', 'so:05-CT/TW': 'so', 'date:2017-12..2018-03': 'date'};
const kKeys = {'/': 'box', Enter: 'enter', '↓ ↑': 'down', 'j k': 'move', o: 'open', '[ ]': 'page', '1–5': 'view', 'n N': 'place', l: 'link', c: 'quote', u: 'back', s: 'save'};
const kPlace = 'timbao.keys';

/** Whether keys of one letter do something: who dictates, or presses keys by accident, switches them off. */
export function areKeysOn() {
  return localStorage.getItem(kPlace) !== 'off';
}

/** Opens the help. */
export function openHelp() {
  const dialog = document.getElementById('help');
  const pairs = (group, tag, rows) => h('section', h('h3', say(`help.${group}`)),
    h('dl.pairs', Object.entries(rows).map(([what, key]) => [h('dt', h(tag, what)), h('dd', say(`${group}.${key}`))])));
  dialog.setAttribute('aria-label', say('help'));
  fill(dialog, h('div.row', h('h2', say('help')), button(() => dialog.close(), {'aria-label': say('close')}, '×')),
    h('div.columns', pairs('lang', 'code', kLanguage), pairs('key', 'kbd', kKeys)),
    checkbox(say('help.on'), areKeysOn(), (isOn) => localStorage.setItem(kPlace, isOn ? 'on' : 'off')));
  if (!dialog.open) dialog.showModal();
}
