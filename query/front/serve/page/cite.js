// SPDX-License-Identifier: GPL-2.0-or-later
// Citations: COinS in the page and citation_* in its head, which Zotero reads; quotations and links for the clipboard.
import {fill, h} from './dom.js';
import {day, say} from './messages.js';

function authorsOf(article) {
  return [article.author].flat().filter(Boolean);
}

/** COinS: what an article is, as an empty element with OpenURL's keys in its title. Takes an article or a hit. */
export function coins(article) {
  const keys = new URLSearchParams({ctx_ver: 'Z39.88-2004', rft_val_fmt: 'info:ofi/fmt:kev:mtx:journal', 'rft.genre': 'article', 'rft.atitle': article.title ?? ''});
  if (article.source) keys.append('rft.jtitle', article.source);
  if (article.date) keys.append('rft.date', article.date.slice(0, 10));
  for (const author of authorsOf(article)) keys.append('rft.au', author);
  if (article.url) keys.append('rft_id', article.url);
  return h('span', {class: 'Z3988', title: keys.toString(), 'aria-hidden': 'true'});
}

/** Puts the citation_* of an article into the head; null removes them. */
export function setCitation(article) {
  document.head.querySelectorAll('meta[name^="citation_"]').forEach((meta) => meta.remove());
  if (!article) return;
  const add = (name, content) => content && document.head.append(h('meta', {name: `citation_${name}`, content}));
  add('title', article.title);
  add('journal_title', article.source);
  add('publication_date', article.date?.slice(0, 10).replaceAll('-', '/'));
  add('public_url', article.url);
  authorsOf(article).forEach((author) => add('author', author));
}

/** A quotation: “text” (title, newspaper, day, address). */
export function quotation(article, text, link) {
  const origin = [article.title, article.source, article.date ? day(article.date) : null, article.url ?? link].filter(Boolean).join(', ');
  return `“${text.trim().replace(/\s+/gu, ' ')}” (${origin})`;
}

/** Copies a text, and says so. Where the browser does not allow it, the text is shown to be copied by hand. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    const box = h('textarea', {readonly: true, rows: 4, 'aria-label': say('copied.not')});
    box.value = text;
    toast(say('copied.not'), box);
    box.select();
  }
}

let hiding = 0;

function toast(...children) {
  const place = document.getElementById('toast');
  fill(place, ...children.map((child) => (typeof child === 'string' ? h('p', {}, child) : child)));
  place.classList.add('shown');
  clearTimeout(hiding);
  if (children.length === 1) hiding = setTimeout(() => place.classList.remove('shown'), 2500);
}
