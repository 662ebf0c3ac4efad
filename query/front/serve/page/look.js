// SPDX-License-Identifier: GPL-2.0-or-later
// How the page looks: language, light or dark, size of the text; kept in the browser.
import {button, fill} from './dom.js';
import {openHelp} from './help.js';
import {say, speak, spoken} from './messages.js';

const kThemes = ['auto', 'light', 'dark'];
const kSizes = ['1', '2', '3'];

function kept(name, usual, values) {
  const value = localStorage.getItem(`timbao.${name}`);
  return values.includes(value) ? value : usual;
}

function nextOf(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

/** Sets the look that was chosen, and makes its controls. `changed` is called when the language changes. */
export function startLook(changed) {
  const languages = ['vi', 'en'];
  speak(kept('language', navigator.languages.some((language) => language.startsWith('vi')) || !navigator.language.startsWith('en') ? 'vi' : 'en', languages));
  const draw = () => {
    const {dataset} = document.documentElement;
    dataset.theme = kept('theme', 'auto', kThemes);
    dataset.size = kept('size', '1', kSizes);
    const turn = (name, values, value) => () => { localStorage.setItem(`timbao.${name}`, nextOf(values, value)); draw(); };
    fill(document.getElementById('look'),
      button({'data-key': 'language', lang: spoken() === 'vi' ? 'en' : 'vi', onclick: () => { localStorage.setItem('timbao.language', nextOf(languages, spoken())); speak(nextOf(languages, spoken())); draw(); changed(); }}, say('look.language')),
      button({'data-key': 'theme', title: say(`look.theme.${dataset.theme}`), 'aria-label': say(`look.theme.${dataset.theme}`), onclick: turn('theme', kThemes, dataset.theme)}, {auto: '◐', light: '☀', dark: '☾'}[dataset.theme]),
      button({'data-key': 'size', title: say('look.size'), 'aria-label': `${say('look.size')} ${dataset.size}`, onclick: turn('size', kSizes, dataset.size)}, 'Aa'),
      button({'data-key': 'help', title: say('look.help'), 'aria-label': say('look.help'), onclick: openHelp}, '?'));
  };
  draw();
}
