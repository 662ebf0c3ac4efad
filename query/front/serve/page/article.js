// SPDX-License-Identifier: GPL-2.0-or-later
// The view of an article: its text with every highlight, steps between them, links to a place, quotations.
import {coins, copy, quotation, setCitation} from './cite.js';
import {bdi, button, fill, h, link, named, webLink} from './dom.js';
import {metaParts} from './hits.js';
import {day, say} from './messages.js';
import {paragraphs, placesOf, selectedPlace} from './places.js';
import {addressOf, articleState, kUsual, readingParameters} from './state.js';

const kShownAbove = ['title', 'lead', 'body', 'captions', 'extra'];

// Shows the article of the state, at the place that the address names, else at its first highlight.
export async function showArticle(page, how) {
  const {id, q} = page.state;
  const answer = await page.ask('article', {id, q, ...(q && readingParameters(page.state))}, how);
  if (!answer) return;
  const [article, ...others] = answer.articles;
  const reading = readingOf(page, answer);
  document.title = `${article.title ?? id} – timbao`;
  setCitation(article);
  const similar = h('section.similar');
  fill(page.main, reading.bar, articleText(article, reading), others.map((other) => articleText(other, {places: []})), similar);
  page.reading = reading;
  drawBar(reading);
  showPlace(reading, !how.fromKept || Boolean(reading.here));
  showSimilar(page, similar);
}

// What is remembered while an article is read: its places, and at which of them the reader is.
function readingOf(page, {articles, marks, words = []}) {
  const {field, item, start, end} = page.state;
  const places = placesOf(marks);
  const here = end > start && start >= 0 ? {field, item, start, end} : null;
  const at = here ? places.findIndex((place) => Object.keys(here).every((key) => place[key] === here[key])) : 0;
  const reading = {page, article: articles[0], words, places, here, at, bar: h('div.reading-bar')};
  reading.step = (by) => moveTo(reading, reading.at + by);
  reading.copyLink = () => copy(linkOf(reading, selectedPlace()));
  reading.copyQuotation = () => copyQuotation(reading);
  return reading;
}

function moveTo(reading, index) {
  const {places, page} = reading;
  if (places.length === 0) return;
  reading.at = (index + places.length) % places.length;
  const {field, item, start, end} = places[reading.at];
  page.settle({field, item, start, end});
  drawBar(reading);
  showPlace(reading, true);
  page.announce(atText(reading));
}

function atText({at, places}) {
  return `${at + 1} / ${places.length}`;
}

// Makes the current place stand out, and brings it into view.
function showPlace({page, at}, isScrolled) {
  page.main.querySelectorAll('.current').forEach((mark) => mark.classList.remove('current'));
  const marks = page.main.querySelectorAll(`mark[data-place="${at}"]`);
  marks.forEach((mark) => mark.classList.add('current'));
  const target = marks[0] ?? page.main.querySelector('.here');
  if (isScrolled && target) target.scrollIntoView({block: 'center'});
  else if (isScrolled) scrollTo(0, 0);
}

// The bar above the text: back, steps, a counter for each word; link, quotation.
function drawBar(reading) {
  const {page, places, words, bar} = reading;
  const tool = (key, onclick, text = say(key)) => button(onclick, named(say(key)), text);
  const steps = [tool('article.previous', () => reading.step(-1), '↑'), h('span', {id: 'at'}, atText(reading)), tool('article.next', () => reading.step(1), '↓')];
  fill(bar, h('div.row', link(page.results ?? {...kUsual, q: page.state.q}, {}, {id: 'back', onclick: goBack}, say('article.back')),
    places.length > 0 ? h('span.row', steps) : page.state.q && say('article.none'),
    h('span.row.words', {role: 'group', 'aria-label': say('article.words')}, words.map((word, index) => wordCounter(reading, word.word, index)))),
    h('div.row', {title: say('article.select')}, tool('article.link', reading.copyLink), tool('article.quote', reading.copyQuotation)));
}

// Back to the hits as they were left, where the reader came from there.
function goBack(event) {
  if (!history.state.isFromResults) return;
  event.preventDefault();
  history.back();
}

// "đảng 2/12": a click goes to the next place of the word.
function wordCounter(reading, word, index) {
  const own = reading.places.flatMap((place, i) => (place.word === index ? i : []));
  const at = own.indexOf(reading.at) + 1;
  const next = () => moveTo(reading, own.find((i) => i > reading.at) ?? own[0]);
  return own.length > 0 && button(next, {'data-key': word}, bdi(word), ` ${at > 0 ? `${at}/` : ''}${own.length}`);
}

function linkOf({page, places, at, here}, selected) {
  const {field, item, start, end} = selected ?? places[at] ?? here ?? kUsual;
  return location.origin + addressOf(articleState(page.state, page.state.id, {field, item, start, end}));
}

// Copies what is selected, or the paragraph of the place, or the lead, with its origin.
function copyQuotation(reading) {
  const selected = selectedPlace();
  const paragraph = reading.page.main.querySelector('.current, .here')?.closest('p[data-start]');
  const {article} = reading;
  const text = selected?.text ?? paragraph?.textContent ?? article.lead ?? article.title ?? '';
  return copy(quotation(article, text, linkOf(reading, selected)));
}

function articleText(article, marks) {
  const of = (name, field, item = 0, text = article[field]) => paragraphs(name, text, {field, item}, marks);
  const captions = [article.captions ?? []].flat();
  const language = document.documentElement.lang;
  return h('article', {lang: 'vi'}, of('h1', 'title'), h('p.meta', metaParts(article), ' ', webLink(article.url)), h('div.lead', of('p', 'lead')), of('p', 'body'),
    captions.length > 0 && h('section.note', h('h2', {lang: language}, say('article.captions')), captions.map((caption, item) => of('p', 'captions', item, caption))),
    details(article, language), coins(article));
}

function details(article, lang) {
  const textOf = (value) => (typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : [value].flat().join(', '));
  const known = Object.entries({...article, ...article.extra}).filter(([key, value]) => !kShownAbove.includes(key) && value !== null && textOf(value) !== '');
  return h('details', {lang}, h('summary', say('article.more')), h('dl.pairs', known.map(([key, value]) => [h('dt', key), h('dd', bdi(textOf(value)))])));
}

async function showSimilar({state, askSide}, panel) {
  const answer = await askSide('search', {like: state.id, limit: 5, snippet: 0}).catch(() => null);
  if (!answer?.hits.length) return;
  fill(panel, h('h2', say('similar')), h('ul', {lang: 'vi'}, answer.hits.map(({id, title, date, source}) =>
    h('li', h('a', {href: addressOf(articleState({...kUsual, q: state.q}, id))}, bdi(title || say('untitled'))), h('small', ` ${day(date)} `, bdi(source ?? ''))))));
}
