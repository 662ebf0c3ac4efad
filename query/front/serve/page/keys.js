// SPDX-License-Identifier: GPL-2.0-or-later
// Keys that work outside of the boxes. The list in help.js says the same for people.
import {areKeysOn, openHelp} from './help.js';

const kViews = ['hits', 'mentions', 'timeline', 'neighbours', 'held'];

/** What a key clicks. */
const kClicks = {u: '#back', s: '#save', '[': '[rel=prev]', ']': '[rel=next]', ...Object.fromEntries(kViews.map((view, i) => [i + 1, `[data-key=view-${view}]`]))};

/** What else a key does. */
const kActions = {
  '/': (page, box) => box.focus(),
  '?': () => openHelp(),
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
  o: () => document.activeElement.closest('a')?.click(),
  n: ({reading}) => reading?.step(1),
  N: ({reading}) => reading?.step(-1),
  l: ({reading}) => reading?.copyLink(),
  c: ({reading}) => reading?.copyQuotation(),
};

/** Follows the keys. */
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

/** Moves the focus from one hit, or mention, to the next. */
function moveFocus(by) {
  const links = [...document.querySelectorAll('.hit h2 a, .match a')];
  const next = links.indexOf(document.activeElement) + by;
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}
