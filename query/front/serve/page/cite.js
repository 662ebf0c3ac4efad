// SPDX-License-Identifier: GPL-2.0-or-later
// Citations: COinS and citation_*, which Zotero reads; quotations and links for the clipboard.
import {fill, h} from './dom.js';
import {day, say} from './messages.js';
import {parametersOf} from './state.js';

const kShown = 2500;  // milliseconds

function cited({title, source, date, url, author}) {
  return {title: title ?? '', source: source ?? '', date: date?.slice(0, 10) ?? '', url: url ?? '', authors: [author].flat().filter(Boolean)};
}

// COinS: an empty element with the keys of OpenURL in its title.
export function coins(article) {
  const {title, source, date, url, authors} = cited(article);
  return h('span.Z3988', {'aria-hidden': 'true', title: parametersOf({ctx_ver: 'Z39.88-2004', rft_val_fmt: 'info:ofi/fmt:kev:mtx:journal', 'rft.genre': 'article',
    'rft.atitle': title, 'rft.jtitle': source, 'rft.date': date, 'rft.au': authors, rft_id: url})});
}

// Puts the citation_* of an article into the head; null removes them.
export function setCitation(article) {
  document.querySelectorAll('meta[name^=citation_]').forEach((meta) => meta.remove());
  if (!article) return;
  const {title, source, date, url, authors} = cited(article);
  const all = [['title', title], ['journal_title', source], ['publication_date', date.replaceAll('-', '/')], ['public_url', url], ...authors.map((author) => ['author', author])];
  document.head.append(...all.filter(([, content]) => content !== '').map(([name, content]) => h('meta', {name: `citation_${name}`, content})));
}

// A quotation: “text” (title, newspaper, day, address).
export function quotation(article, text, address) {
  const {title, source, date, url} = cited(article);
  return `“${text.trim().replace(/\s+/gu, ' ')}” (${[title, source, day(date), url || address].filter(Boolean).join(', ')})`;
}

// Copies a text, and says so. Where the browser does not allow it, the text is shown to be copied by hand.
export async function copy(text) {
  const place = document.getElementById('toast');
  const show = (...children) => {
    fill(place, children);
    place.classList.add('shown');
  };
  try {
    await navigator.clipboard.writeText(text);
    show(say('copied'));
    setTimeout(() => place.classList.remove('shown'), kShown);
  } catch {
    const box = h('textarea', {readonly: true, rows: 4, 'aria-label': say('copied.not')}, text);
    show(say('copied.not'), box);
    box.select();
  }
}
