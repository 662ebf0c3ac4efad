// SPDX-License-Identifier: GPL-2.0-or-later
// The view of an article: its text with every highlight, steps from one to the next, links to a place, quotations.
import {coins, copy, quotation, setCitation} from './cite.js';
import {bdi, button, fill, h, webAddress} from './dom.js';
import {metaParts} from './hits.js';
import {day, say} from './messages.js';
import {isSamePlace, paragraphs, placesOf, selectedPlace} from './places.js';
import {addressOf, articleState, kUsual} from './state.js';

const kTexts = ['id', 'title', 'lead', 'body', 'captions', 'author', 'source', 'section', 'date', 'url', 'extra'];

/** Shows the article of the state, at the place that the address names, else at its first highlight. */
export async function showArticle(page, how) {
  const {state} = page;
  const options = {marks: state.marks === kUsual.marks ? '' : state.marks, 'no-variants': state.variants ? '' : 'true', 'no-typing': state.decoding ? '' : 'true'};
  const answer = await page.ask('article', {id: state.id, q: state.q, ...(state.q ? options : {})}, how);
  if (!answer) return;
  const article = answer.articles[0];
  if (!article) return fill(page.main, h('p', {class: 'empty'}, say('error.missing')));
  const reading = startReading(page, answer);
  document.title = `${article.title ?? state.id} – timbao`;
  setCitation(article);
  fill(page.main, reading.bar, articleText(article, reading),
    ...answer.articles.slice(1).map((other) => articleText(other, {places: [], here: null})), similarPanel(page));
  page.reading = reading;
  reading.open(how.fromKept);
}

/** What the view remembers while an article is read: its places, and at which of them the reader is. */
function startReading(page, answer) {
  const {state} = page;
  const places = placesOf(answer.marks);
  const here = state.start >= 0 && state.end > state.start ? {field: state.field || 'body', item: state.item, start: state.start, end: state.end} : null;
  const reading = {page, article: answer.articles[0], words: answer.words ?? [], places, here, at: here ? places.findIndex((place) => isSamePlace(place, here)) : 0};
  reading.bar = h('div', {class: 'reading-bar'});
  reading.step = (by) => moveTo(reading, reading.at + by);
  reading.copyLink = () => copy(linkOf(reading, selectedPlace()), say('copied.link'));
  reading.copyQuotation = () => copyQuotation(reading);
  reading.open = (isBack) => { drawBar(reading); showPlace(reading, !isBack || Boolean(here)); };
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
  page.announce(say('article.at', {at: reading.at + 1, n: places.length}));
}

/** Makes the current place stand out, and brings it into view. */
function showPlace(reading, isScrolled) {
  const {main} = reading.page;
  main.querySelectorAll('mark.current').forEach((mark) => mark.classList.remove('current'));
  const marks = main.querySelectorAll(`mark[data-place="${reading.at}"]`);
  marks.forEach((mark) => mark.classList.add('current'));
  const target = marks[0] ?? main.querySelector('.here');
  if (isScrolled && target) target.scrollIntoView({block: 'center', behavior: 'instant'});
  else if (isScrolled) scrollTo(0, 0);
}

/** The bar above the text: back, a counter for each word, steps, link, quotation, print. */
function drawBar(reading) {
  const {page, places, at, words} = reading;
  const back = h('a', {href: addressOf(page.results ?? {...kUsual, q: page.state.q}), 'data-key': 'back', onclick: (event) => goBack(event)}, say('article.back'));
  const steps = places.length === 0 ? h('span', {class: 'hint'}, page.state.q ? say('article.none') : '')
    : [button({'data-key': 'previous', title: say('article.previous'), 'aria-label': say('article.previous'), onclick: () => reading.step(-1)}, '↑'),
       h('span', {class: 'at', id: 'at'}, say('article.at', {at: at + 1, n: places.length})),
       button({'data-key': 'next', title: say('article.next'), 'aria-label': say('article.next'), onclick: () => reading.step(1)}, '↓')];
  fill(reading.bar, h('div', {class: 'row'}, back, h('span', {class: 'steps'}, steps),
    h('span', {class: 'words', role: 'group', 'aria-label': say('article.words')}, words.map((word, index) => wordCounter(reading, word, index)))),
    h('div', {class: 'row', title: say('article.help')}, button({'data-key': 'link', onclick: reading.copyLink}, say('article.link')),
      button({'data-key': 'quote', onclick: reading.copyQuotation}, say('article.quote')),
      button({'data-key': 'print', onclick: () => print()}, say('article.print'))));
}

/** Back to the hits as they were left, where the reader came from there. */
function goBack(event) {
  if (!history.state?.isFromResults) return;
  event.preventDefault();
  event.stopPropagation();
  history.back();
}

/** "đảng 2/12": a click goes to the next place of the word. */
function wordCounter(reading, {word}, index) {
  const own = reading.places.map((place, i) => ({...place, i})).filter((place) => place.word === index);
  if (own.length === 0) return null;
  const at = own.findIndex((place) => place.i === reading.at);
  const next = () => moveTo(reading, (own.find((place) => place.i > reading.at) ?? own[0]).i);
  return button({'data-key': `word-${index}`, 'data-word': word, class: `word-${index % 6}`, onclick: next}, bdi(word), ` ${at < 0 ? '' : `${at + 1}/`}${own.length}`);
}

function linkOf(reading, selected) {
  const place = selected ?? reading.places[reading.at] ?? reading.here ?? {};
  const {field, item, start, end} = place;
  return location.origin + addressOf(articleState(reading.page.state, reading.page.state.id, field ? {field, item, start, end} : {}));
}

/** Copies what is selected, else the paragraph of the current place, else the lead, with its origin. */
function copyQuotation(reading) {
  const selected = selectedPlace();
  const paragraph = reading.page.main.querySelector('mark.current, .here')?.closest('p[data-start]');
  const {article} = reading;
  const text = selected?.text ?? paragraph?.textContent ?? article.lead ?? article.title ?? '';
  return copy(quotation(article, text, linkOf(reading, selected)), say('copied.quote'));
}

function articleText(article, {places, here}) {
  const of = (name, field, text) => (text ? paragraphs(name, text, {field, item: 0}, {places, here}) : null);
  const web = webAddress(article.url);
  return h('article', {class: 'article', lang: 'vi'},
    h('header', {}, of('h1', 'title', article.title),
      h('p', {class: 'meta'}, metaParts(article), web ? [' · ', h('a', {href: web, target: '_blank', rel: 'noopener noreferrer'}, say('article.web'))] : null)),
    h('div', {class: 'lead'}, of('p', 'lead', article.lead)), h('div', {class: 'body'}, of('p', 'body', article.body)),
    captionList(article, {places, here}), details(article), coins(article));
}

function captionList(article, marks) {
  const captions = [article.captions].flat().filter((caption) => caption !== null && caption !== undefined);
  if (captions.length === 0) return null;
  return h('section', {class: 'captions'}, h('h2', {lang: document.documentElement.lang}, say('article.captions')),
    captions.map((caption, item) => paragraphs('p', caption, {field: 'captions', item}, marks)));
}

/** Everything else that is known of the article. */
function details(article) {
  const known = Object.entries({...article, ...article.extra}).filter(([key, value]) => !kTexts.includes(key) && value !== null && String(value) !== '');
  const rows = [['id', article.id], ...known, ['url', article.url]].filter(([, value]) => value);
  return h('details', {class: 'more', lang: document.documentElement.lang}, h('summary', {}, say('article.more')),
    h('dl', {}, rows.map(([key, value]) => [h('dt', {}, key), h('dd', {}, bdi(typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : String([value].flat().join(', '))))])));
}

/** Similar articles, asked for when the text is there. */
function similarPanel(page) {
  const panel = h('section', {class: 'similar'});
  page.askSide('search', {like: page.state.id, limit: 5, snippet: 0}).then((answer) => {
    if (!answer || answer.hits.length === 0) return;
    fill(panel, h('h2', {}, say('article.similar')), h('ul', {lang: 'vi'}, answer.hits.map((hit) =>
      h('li', {dir: 'auto'}, h('a', {href: addressOf(articleState({...kUsual, q: page.state.q}, hit.id))}, hit.title || say('hit.untitled')),
        h('small', {}, ` ${day(hit.date)} `, bdi(hit.source ?? ''))))));
  }, () => {});
  return panel;
}
