// SPDX-License-Identifier: GPL-2.0-or-later
// The help: keys, and how queries are written.
import {button, checkbox, fill, h} from './dom.js';
import {say} from './messages.js';

const kKeys = [['/', 'box'], ['Enter', 'enter'], ['↓ ↑', 'down'], ['j k', 'move'], ['o', 'open'], ['[ ]', 'page'], ['1 – 5', 'view'], ['n N', 'place'],
               ['l', 'link'], ['c', 'quote'], ['u', 'back'], ['s', 'save'], ['?', 'help']];
const kLanguage = [['dang', 'any'], ['đảng', 'first'], ['=đảng', 'only'], ['"tự chuyển hóa"', 'phrase'], ['+họp -báo', 'must'], ['(đất OR rừng)', 'or'],
                   ['chinh*', 'begin'], ['ngân NEAR/5 sách', 'near'], ['title:đất', 'title'], ['so:05-CT/TW', 'so'], ['date:2017-12..2018-03', 'date']];
const kPlace = 'timbao.keys';

/** Whether keys of one letter do something: they can be switched off for readers who speak or press keys by accident. */
export function areKeysOn() {
  return localStorage.getItem(kPlace) !== 'off';
}

/** Opens the help. */
export function openHelp() {
  const dialog = document.getElementById('help');
  const rows = (list, group, tag) => h('dl', {class: 'pairs'}, list.map(([what, key]) => [h('dt', {}, h(tag, {}, what)), h('dd', {}, say(`${group}.${key}`))]));
  dialog.setAttribute('aria-label', say('help.title'));
  fill(dialog, h('div', {class: 'row'}, h('h2', {}, say('help.title')), button({onclick: () => dialog.close(), 'aria-label': say('close')}, '×')),
    h('div', {class: 'columns'}, h('section', {}, h('h3', {}, say('help.language')), rows(kLanguage, 'lang', 'code')),
      h('section', {}, h('h3', {}, say('help.keys')), rows(kKeys, 'key', 'kbd'),
        checkbox(say('help.on'), areKeysOn(), (isOn) => localStorage.setItem(kPlace, isOn ? 'on' : 'off')))));
  if (!dialog.open) dialog.showModal();
}
