// SPDX-License-Identifier: GPL-2.0-or-later
// What the browser's tests share: a server over the made-up archive, and a browser that looks at it. Whatever a page says
// on its console, and whatever it asks of another host, is a failure of the test.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {chromium} from 'playwright-core';
import {articles, asLines, kHostileText} from './archive.mjs';

const kBin = process.env.TIMBAO_BIN ?? new URL('../../build/release/bin', import.meta.url).pathname;
const kChromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Makes an index of the archive in a folder of its own. Returns {folder, index}. */
export function makeIndex() {
  const folder = mkdtempSync(join(tmpdir(), 'timbao-browser-'));
  writeFileSync(join(folder, 'bao.jsonl'), asLines(articles()));
  writeFileSync(join(folder, 'thu-doc.txt'), kHostileText);
  const index = join(folder, 'index');
  execFileSync(join(kBin, 'timbao-index'), ['--index', index, '--quiet', 'add', '--root', folder, join(folder, 'bao.jsonl'), join(folder, 'thu-doc.txt')], {stdio: ['ignore', 'ignore', 'ignore']});
  return {folder, index};
}

/** Starts a server; port 0 is any. Returns {address, port, stop()}. */
export async function startServer(index, port = 0) {
  if (process.env.TIMBAO_URL) return {address: process.env.TIMBAO_URL, stop: async () => {}};
  const server = spawn(join(kBin, 'timbao-query'), ['--index', index, `--serve=127.0.0.1:${port}`], {stdio: ['ignore', 'pipe', 'inherit']});
  const gone = new Promise((done) => { server.on('exit', done); });
  const lines = createInterface({input: server.stdout});
  const line = await Promise.race([new Promise((done) => { lines.once('line', done); }), gone.then((status) => { throw new Error(`the server ended with status ${status}`); })]);
  const address = /http:\/\/[\d.]+:\d+/u.exec(line)[0];
  const stop = async () => {
    server.kill('SIGTERM');
    await gone;
  };
  return {address, port: Number(new URL(address).port), stop};
}

/** A reading room for a file of tests: server, browser and index. */
export async function openRoom() {
  const {folder, index} = makeIndex();
  const room = {index, server: await startServer(index)};
  const browser = await chromium.launch({executablePath: kChromium, args: ['--no-sandbox', '--disable-dev-shm-usage']});
  room.address = room.server.address;
  room.newPage = (options) => newPage(browser, room, options);
  room.close = async () => {
    await browser.close();
    await room.server.stop();
    rmSync(folder, {recursive: true, force: true});
  };
  return room;
}

/**
 * A tab in a context of its own.
 *
 * Takes    {path, width, height, colorScheme, locale}.
 * Returns  the page of Playwright, with `faults`: what went wrong in it so far; `seen`: the addresses it asked for.
 */
async function newPage(browser, room, {path = '/', width = 1200, height = 900, colorScheme = 'light', locale = 'vi-VN'} = {}) {
  const context = await browser.newContext({viewport: {width, height}, colorScheme, locale, permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce'});
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.faults = [];
  page.seen = [];
  context.on('request', (request) => {
    page.seen.push(request.url());
    if (!request.url().startsWith(room.address) && !request.url().startsWith('data:')) page.faults.push(`asked outside: ${request.url()}`);
  });
  context.on('console', (message) => { if (['error', 'warning'].includes(message.type())) page.faults.push(`console: ${message.text()}`); });
  context.on('weberror', (error) => page.faults.push(`error: ${error.error().stack}`));
  context.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(room.address + path);
  await settled(page);
  return page;
}

/** Waits until the page shows what it was asked for. */
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('#main[data-view]:not([aria-busy])') && !document.querySelector('#side[aria-busy]'));
}

/** Ends with a page: nothing went wrong in it. */
export async function closePage(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** The texts of all elements of a kind. */
export function texts(page, selector) {
  return page.locator(selector).allInnerTexts();
}

/** Whether the server's own description names a path, or a parameter of it. */
export async function isOffered(room, path, parameter = null) {
  const {paths} = await api(room, '/api/openapi.json');
  const parameters = paths[path]?.get?.parameters ?? [];
  return path in paths && (parameter === null || parameters.some(({name}) => name === parameter));
}

/** What the API answers. */
export async function api(room, path) {
  const response = await fetch(room.address + path);
  return response.json();
}
