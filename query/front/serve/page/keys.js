// SPDX-License-Identifier: GPL-2.0-or-later
// Keys that work outside of the boxes. The list in help.js says the same for people.
import {areKeysOn, openHelp} from './help.js';

const kViewKeys = ['hits', 'mentions', 'timeline', 'neighbours', 'held'];

/** What each key does. An action gets the page and the search box. */
const kActions = {
  '/': (page, box) => box.focus(),
  '?': () => openHelp(),
  j: () => step(1),
  k: () => step(-1),
  o: () => document.activeElement.closest('a')?.click(),
  n: (page) => page.reading?.step(1),
  N: (page) => page.reading?.step(-1),
  l: (page) => page.reading?.copyLink(),
  c: (page) => page.reading?.copyQuotation(),
  u: () => document.querySelector('[data-key="back"]')?.click(),
  s: () => document.getElementById('save')?.click(),
  '[': () => document.querySelector('.pager [rel="prev"]')?.click(),
  ']': () => document.querySelector('.pager [rel="next"]')?.click(),
};

/** Follows the keys. */
export function startKeys(page, box) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areKeysOn()) return;
    if (event.target.closest('input, textarea, select, dialog')) return;
    const action = kActions[event.key] ?? viewAction(event.key);
    if (!action) return;
    event.preventDefault();
    action(page, box);
  });
}

function viewAction(key) {
  const view = /^[1-5]$/u.test(key) ? kViewKeys[Number(key) - 1] : null;
  return view ? () => document.querySelector(`[data-key="view-${view}"]`).click() : null;
}

/** Moves the focus from one hit, or mention, to the next. */
function step(by) {
  const links = [...document.querySelectorAll('.hit h2 a, .concordance .match a')];
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}
