// SPDX-License-Identifier: GPL-2.0-or-later
// Keys that work outside of the boxes; and the help, which says how queries are written, and the same keys.
import {button, checkbox, fill, h} from './dom.js';
import {say} from './messages.js';

export const kExamples = {'xay dung dang': 'words', '"cải cách hành chính"': 'phrase', '=đảng': 'reading', 'ngân NEAR/5 sách': 'near', 'họp -báo': 'without',
  '(đất OR rừng)': 'or', 'chinh*': 'begin', 'so:05-CT/TW': 'so', 'date:2017-12..2018-03': 'date'};
const kKeyNames = {'/': 'box', Enter: 'enter', '↓ ↑': 'down', 'j k': 'move', '[ ]': 'page', '1–5': 'view', 'n N': 'place', l: 'link', c: 'quote', u: 'back', s: 'save'};
const kPlace = 'timbao.keys';

// Whether keys of one letter do something: who dictates, or presses keys by accident, switches them off.
function areKeysOn() {
  return localStorage.getItem(kPlace) !== 'off';
}

export function openHelp() {
  const dialog = document.getElementById('help');
  const pairs = (group, tag, rows) => h('section', h('h3', say(`help.${group}`)),
    h('dl.pairs', Object.entries(rows).map(([what, key]) => [h('dt', h(tag, what)), h('dd', say(`${group}.${key}`))])));
  dialog.setAttribute('aria-label', say('help'));
  fill(dialog, h('div.row', h('h2', say('help')), button(() => dialog.close(), {'aria-label': say('close')}, '×')),
    h('div.columns', pairs('lang', 'code', kExamples), pairs('key', 'kbd', kKeyNames)),
    checkbox(say('help.on'), areKeysOn(), (isOn) => localStorage.setItem(kPlace, isOn ? 'on' : 'off')));
  if (!dialog.open) dialog.showModal();
}

const kViews = ['hits', 'mentions', 'timeline', 'neighbours', 'held'];

const kClicks = {u: '#back', s: '#save', '[': '[rel=prev]', ']': '[rel=next]', ...Object.fromEntries(kViews.map((view, i) => [i + 1, `[data-key=view-${view}]`]))};

const kActions = {
  '/': (page, box) => box.focus(),
  '?': () => openHelp(),
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
  n: ({reading}) => reading?.step(1),
  N: ({reading}) => reading?.step(-1),
  l: ({reading}) => reading?.copyLink(),
  c: ({reading}) => reading?.copyQuotation(),
};

export function startKeys(page, box) {
  document.addEventListener('keydown', (event) => {
    const {key} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areKeysOn()) return;
    if (event.target.closest('input, textarea, select, dialog') || !(key in kActions || key in kClicks)) return;
    event.preventDefault();
    if (key in kActions) kActions[key](page, box);
    else document.querySelector(kClicks[key])?.click();
  });
}

function moveFocus(by) {
  const links = [...document.querySelectorAll('.hit h2 a, .match a')];
  const next = links.indexOf(document.activeElement) + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}
