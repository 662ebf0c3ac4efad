// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the server. Answers come in the order in which they were asked for: a later question ends the earlier one.

const kMostKept = 40;
const kept = new Map();  // address -> answer, so that "back" shows at once what was there

/** Why there is no answer: the server is gone (status 0), or it says why. */
export class NoAnswer extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** An address of the API: apiAddress('search', {q: 'đảng', from: ''}) is '/api/search?q=…'. Empty values but q are left out. */
export function apiAddress(endpoint, parameters) {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of Array.isArray(values) ? values : [values])
      if (value !== '' && value !== undefined && value !== null) search.append(name, value);
  return `/api/${endpoint}?${search}`;
}

/** What an error in JSON says, or the status where the answer is something else. */
async function messageOf(response) {
  try {
    return (await response.json()).error.message;
  } catch {
    return `HTTP ${response.status}`;
  }
}

async function fetched(address, signal) {
  let response;
  try {
    response = await fetch(address, {signal, headers: {Accept: 'application/json'}});
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new NoAnswer(0, String(error.message));
  }
  if (!response.ok) throw new NoAnswer(response.status, await messageOf(response));
  return response.json();
}

function keep(address, answer) {
  kept.delete(address);
  kept.set(address, answer);
  if (kept.size > kMostKept) kept.delete(kept.keys().next().value);
}

/**
 * A line of questions of which only the last one counts.
 *
 *   const ask = makeAsker();
 *   const answer = await ask('search', {q: 'đảng'});   // undefined where a later question overtook this one
 *
 * Takes    the endpoint, its parameters, and {fromKept: true} to take an answer that is kept.
 * Returns  ask(); ask.end() ends the question that runs.
 * Errors   NoAnswer.
 */
export function makeAsker() {
  let last = 0;
  let running = null;
  async function ask(endpoint, parameters, {fromKept = false} = {}) {
    const number = ++last;
    running?.abort();
    const address = apiAddress(endpoint, parameters);
    if (fromKept && kept.has(address)) return kept.get(address);
    running = new AbortController();
    try {
      const answer = await fetched(address, running.signal);
      if (number !== last) return undefined;
      keep(address, answer);
      return answer;
    } catch (error) {
      if (error.name === 'AbortError' || number !== last) return undefined;
      throw error;
    }
  }
  ask.end = () => {
    ++last;
    running?.abort();
  };
  return ask;
}

/** One question beside which others may run. */
export function askOnce(endpoint, parameters) {
  return fetched(apiAddress(endpoint, parameters));
}

/** Whether the server answers. */
export async function isThere() {
  try {
    return (await fetch('/healthz')).ok;
  } catch {
    return false;
  }
}
