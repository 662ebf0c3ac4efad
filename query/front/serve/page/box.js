// SPDX-License-Identifier: GPL-2.0-or-later
// The search box. Every change of its text is searched, also while an input method composes, since Vietnamese is composed
// in place. Nothing is ever written into the box while it has the focus; completions stay in a list below it.
import {makeAsker} from './api.js';
import {bdi, fill, h} from './dom.js';
import {pointsBefore, unitsOf} from './marks.js';
import {number, say} from './messages.js';
import {kUsual} from './state.js';

const kMostSuggestions = 5;
const kStay = ['mentions', 'timeline', 'neighbours'];  // views in which one goes on to type

// Makes the box work. Returns {focus(), focusFirst(), write()}: write() shows the query of the state in a box without focus.
export function startBox(page) {
  const [form, box, list] = ['search', 'box', 'suggestions'].map((id) => document.getElementById(id));
  const ask = makeAsker();
  let options = [];
  let chosen = -1;
  let isTyping = false;

  function write() {
    box.setAttribute('aria-label', say('box.label'));
    box.placeholder = say('box.placeholder');
    list.setAttribute('aria-label', say('box.suggestions'));
    form.querySelector('button').textContent = say('box.search');
    document.querySelector('.skip').textContent = say('skip');
    if (document.activeElement !== box) box.value = page.state.q;
  }

  function offer(completions) {
    options = completions.slice(0, kMostSuggestions);
    choose(-1);
  }

  function close() {
    ask.end();
    offer([]);
  }

  function choose(index) {
    chosen = index;
    fill(list, options.map((option, i) => h('li', {id: `suggestion-${i}`, role: 'option', 'aria-selected': String(i === chosen), onpointerdown: (event) => {
      event.preventDefault();
      take(option);
    }}, bdi(option.text), h('span.count', number(option.count)))));
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    box.setAttribute('aria-activedescendant', chosen < 0 ? '' : `suggestion-${chosen}`);
  }

  async function suggest() {
    const at = pointsBefore(box.value, box.selectionStart);
    const answer = await ask('complete', {q: box.value, at}).catch(() => ({completions: []}));
    if (answer) offer(answer.completions);
  }

  // Puts a completion in place of what was typed. The box gives up the focus for it, which ends any composition.
  function take({text, begin, end}) {
    const [first, last] = unitsOf(box.value, [begin, end]);
    const rest = box.value.slice(last);
    box.blur();
    box.value = `${box.value.slice(0, first)}${text} ${rest.trimStart()}`;
    box.focus();
    search(false);
  }

  function search(typing) {
    const base = page.state.view === 'article' ? kUsual : page.state;
    const how = isTyping ? 'replace' : 'push';
    isTyping = typing;
    page.go({...base, view: kStay.includes(base.view) ? base.view : 'hits', q: box.value, typing, like: '', offset: 0, mention: 0}, how);
    if (typing && box.value.trim() !== '') suggest();
    else close();
  }

  // Keys that choose in the list; while an input method composes they are its own.
  function pressed(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.isComposing || list.hidden) return;
    if (step) choose((chosen + 1 + step + options.length + 1) % (options.length + 1) - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) take(options[chosen]);
    else return;
    event.preventDefault();
  }

  box.addEventListener('input', () => search(true));
  box.addEventListener('keydown', pressed);
  box.addEventListener('blur', () => {
    isTyping = false;
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search(false);
  });
  const focusFirst = () => page.state.q === '' && page.state.view === 'hits' && box.focus();
  return {write, focusFirst, focus: () => { box.focus(); box.select(); }};
}
