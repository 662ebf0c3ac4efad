// SPDX-License-Identifier: GPL-2.0-or-later
// How the page looks: language, light or dark, size of the text; kept in the browser.
import {button, fill, named} from './dom.js';
import {openHelp} from './keys.js';
import {say, speak} from './messages.js';

// What can be chosen, and what is shown for it; the first is usual.
const kChoices = {language: {vi: 'English', en: 'Tiếng Việt'}, theme: {auto: '◐', light: '☀', dark: '☾'}, size: {1: 'Aa', 2: 'Aa+', 3: 'Aa++'}};

function chosen(name) {
  const value = localStorage.getItem(`timbao.${name}`);
  if (value in kChoices[name]) return value;
  const isEnglish = navigator.language.startsWith('en') && !navigator.languages.some((language) => language.startsWith('vi'));
  return name === 'language' && isEnglish ? 'en' : Object.keys(kChoices[name])[0];
}

// Sets the look that was chosen, and makes its controls. `changed` is called when the language changes.
export function startLook(changed) {
  const draw = () => {
    speak(chosen('language'));
    document.documentElement.dataset.theme = chosen('theme');
    document.documentElement.dataset.size = chosen('size');
    const control = (name) => button(() => turn(name), {'data-key': name, ...named(`${say(`look.${name}`)}: ${kChoices[name][chosen(name)]}`)}, kChoices[name][chosen(name)]);
    fill(document.getElementById('look'), Object.keys(kChoices).map(control), button(openHelp, named(say('help')), '?'));
  };
  const turn = (name) => {
    const values = Object.keys(kChoices[name]);
    localStorage.setItem(`timbao.${name}`, values[(values.indexOf(chosen(name)) + 1) % values.length]);
    draw();
    if (name === 'language') changed();
  };
  draw();
}
