// SPDX-License-Identifier: GPL-2.0-or-later
// The search box. Every change of its text is searched, also while an input method composes: Vietnamese is composed in
// place, and waiting for the end of a composition would mean waiting for the end of each word. For the same reason
// nothing is ever written into the box while it has the focus, and completions stay in a list below it.
import {makeAsker, NoAnswer} from './api.js';
import {fill, h} from './dom.js';
import {say, spoken} from './messages.js';
import {kUsual} from './state.js';
import {pointsBefore, unitsOf} from './marks.js';

const kMostSuggestions = 8;

/** Makes the box work. Returns {focus(), write()}: write() shows the query of the state, where the box has no focus. */
export function startBox(page) {
  const box = document.getElementById('box');
  const list = document.getElementById('suggestions');
  const ask = makeAsker();
  let options = [];
  let chosen = -1;

  function write() {
    const form = document.getElementById('search');
    box.setAttribute('aria-label', say('box.label'));
    box.placeholder = say('box.placeholder');
    list.setAttribute('aria-label', say('box.suggestions'));
    form.querySelector('button').textContent = say('box.search');
    document.querySelector('.skip').textContent = say('skip');
    if (document.activeElement !== box) box.value = page.state.q;
  }

  function close() {
    ask.end();
    options = [];
    chosen = -1;
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function draw() {
    fill(list, options.map((option, i) => h('li', {
      id: `suggestion-${i}`, role: 'option', 'aria-selected': String(i === chosen),
      onpointerdown: (event) => { event.preventDefault(); take(option); },
    }, h('bdi', {lang: 'vi'}, option.text), h('span', {class: 'count'}, option.count.toLocaleString(spoken())))));
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(options.length > 0));
    if (chosen < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `suggestion-${chosen}`);
  }

  async function suggest() {
    const at = pointsBefore(box.value, box.selectionStart ?? box.value.length);
    try {
      const answer = box.value.trim() === '' ? null : await ask('complete', {q: box.value, at});
      if (answer === undefined) return;
      options = (answer?.completions ?? []).slice(0, kMostSuggestions);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      options = [];
    }
    chosen = -1;
    draw();
  }

  /** Puts a completion in place of what was typed. The box gives up the focus for it, which ends any composition. */
  function take(option) {
    const [begin, end] = unitsOf(box.value, [option.begin, option.end]);
    const text = `${box.value.slice(0, begin)}${option.text} ${box.value.slice(end).trimStart()}`;
    box.blur();
    box.value = text;
    box.focus();
    close();
    page.go({...changesFor(text), typing: false});
  }

  function changesFor(text) {
    const kept = page.state.view === 'article' ? kUsual : page.state;
    const view = ['mentions', 'timeline', 'neighbours'].includes(kept.view) ? kept.view : 'hits';
    return {...kept, view, q: text, like: '', offset: 0, mentionOffset: 0};
  }

  function typed() {
    page.go({...changesFor(box.value), typing: true}, page.state.typing ? 'replace' : 'push');
    suggest();
  }

  /** Keys that choose in the list; while an input method composes they are its own. */
  function pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const steps = {ArrowDown: 1, ArrowUp: -1};
    if (event.key in steps && options.length > 0) {
      event.preventDefault();
      chosen = (chosen + 1 + steps[event.key] + options.length + 1) % (options.length + 1) - 1;
      draw();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      take(options[chosen]);
    }
  }

  function submitted(event) {
    event.preventDefault();
    close();
    page.go({...changesFor(box.value), typing: false}, page.state.typing ? 'replace' : 'push');
  }

  box.addEventListener('input', typed);
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', close);
  document.getElementById('search').addEventListener('submit', submitted);
  write();
  if (page.state.q === '' && page.state.view === 'hits') box.focus();
  return {write, focus: () => { box.focus(); box.select(); }};
}
