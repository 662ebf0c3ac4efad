// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the server.
import {parametersOf} from './state.js';

const kMostKept = 40;
const kept = new Map();  // address -> answer, so that "back" shows at once what was there

// Why there is no answer: the server is gone (status 0), or what it says.
export class NoAnswer extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function fetched(address, signal) {
  const response = await fetch(address, {signal}).catch((error) => {
    throw error.name === 'AbortError' ? error : new NoAnswer(0, error.message);
  });
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new NoAnswer(response.status, answer?.error?.message ?? `HTTP ${response.status}`);
}

function addressOf(endpoint, parameters) {
  return `/api/${endpoint}?${parametersOf(parameters)}`;
}

function keep(address, answer) {
  kept.delete(address);
  kept.set(address, answer);
  if (kept.size > kMostKept) kept.delete(kept.keys().next().value);
  return answer;
}

// A line of questions of which only the last one counts.
//
// Takes    the endpoint, its parameters, and {fromKept: true} to take an answer that is kept.
// Returns  the answer; undefined where a later question overtook this one.
// Errors   NoAnswer.
export function makeAsker() {
  let last = 0;
  let running = null;
  async function ask(endpoint, parameters, {fromKept = false} = {}) {
    ask.end();
    const number = last;
    const address = addressOf(endpoint, parameters);
    if (fromKept && kept.has(address)) return kept.get(address);
    running = new AbortController();
    try {
      const answer = await fetched(address, running.signal);
      return number === last ? keep(address, answer) : undefined;
    } catch (error) {
      if (number !== last) return undefined;
      throw error;
    }
  }
  ask.end = () => {
    ++last;
    running?.abort();
  };
  return ask;
}

// One question, beside which others may run.
export function askOnce(endpoint, parameters) {
  return fetched(addressOf(endpoint, parameters));
}

export function isThere() {
  return fetch('/healthz').then((response) => response.ok, () => false);
}
