// SPDX-License-Identifier: GPL-2.0-or-later
// Whether everyone can use the page: axe-core, keys alone, telephone, languages, themes, large type, paper.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import {closePage, isOffered, openRoom, settled, texts} from './reading_room.mjs';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kMostBytes = 102_400;
const kViews = {'first page': '/', 'hits': '/?q=dang', 'nothing': '/?q=qqqq', 'mentions': '/?view=mentions&q=dang', 'timeline': '/?view=timeline&q=dang&compare=rừng',
  'neighbours': '/?view=neighbours&q=dang', 'holdings': '/?view=held', 'article': '/article?id=dai&q=dang'};

let room;
before(async () => {
  room = await openRoom();
  if (!await isOffered(room, '/api/neighbours')) delete kViews.neighbours;
});
after(() => room.close());

async function open(page, path) {
  await page.goto(room.address + path);
  await settled(page);
}

async function seriousFaults(page) {
  await page.evaluate(kAxe);
  const {violations} = await page.evaluate(() => window.axe.run());
  return violations.filter(({impact}) => ['serious', 'critical'].includes(impact)).map(({id, nodes}) => `${id}: ${nodes[0].html}`);
}

for (const colorScheme of ['light', 'dark'])
  test(`axe-core finds no serious fault, ${colorScheme}`, async () => {
    const page = await room.newPage({colorScheme});
    for (const [name, path] of Object.entries(kViews)) {
      await open(page, path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
      assert.deepEqual(await seriousFaults(page), [], name);
    }
    await closePage(page);
  });

test('On a telephone nothing is wider than the screen, in large type neither', async () => {
  const page = await room.newPage({width: 360, height: 740});
  for (const path of Object.values(kViews)) {
    await open(page, path);
    for (const size of ['1', '3']) {
      const width = await page.evaluate((wanted) => {
        document.documentElement.dataset.size = wanted;
        return document.documentElement.scrollWidth;
      }, size);
      assert.ok(width <= 360, `${path} at size ${size}: ${width}`);
    }
  }
  await closePage(page);
});

test('Keys alone lead from the box to an article and back', async () => {
  const page = await room.newPage();
  await page.keyboard.type('rừng');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.evaluate(() => document.activeElement.blur());
  for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
  await page.waitForSelector('article');
  await page.keyboard.press('u');
  await page.waitForSelector('.hit');
  await page.keyboard.press('3');
  await page.waitForSelector('.chart');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'box');
  await closePage(page);
});

test('? shows the keys, and one-letter keys can be switched off', async () => {
  const page = await room.newPage({path: '/?q=rừng'});
  await page.keyboard.press('?');
  assert.match(await page.locator('#help').innerText(), /Phím tắt/u);
  await page.locator('#help input[type=checkbox]').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  assert.equal(await page.locator('.chart').count(), 0);
  await closePage(page);
});

test('The page speaks English to an English browser, and remembers another choice', async () => {
  const page = await room.newPage({path: '/?q=rừng', locale: 'en-GB'});
  assert.match(await page.locator('#count').innerText(), /articles? have all the words|article has/u);
  await page.locator('[data-key=language]').click();
  await settled(page);
  assert.match(await page.locator('#count').innerText(), /bài có đủ các từ/u);
  await page.reload();
  await settled(page);
  assert.match(await page.locator('#count').innerText(), /bài có đủ các từ/u);
  assert.equal(await page.getAttribute('html', 'lang'), 'vi');
  await closePage(page);
});

test('Each text is there in both languages', async () => {
  const page = await room.newPage({locale: 'en-GB'});
  for (const path of Object.values(kViews)) {
    await open(page, path);
    assert.deepEqual((await texts(page, 'body')).join('').match(/\b[a-z]+\.[a-z]+\b(?=\s|$)/gu)?.filter((word) => !/example|\.(txt|jsonl)$/u.test(word)) ?? [], [], path);
  }
  await closePage(page);
});

test('Light and dark can be chosen', async () => {
  const page = await room.newPage();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.locator('[data-key=theme]').click();
  assert.equal(await ground(), light);
  await page.locator('[data-key=theme]').click();
  assert.notEqual(await ground(), light);
  await closePage(page);
});

test('On paper an article is only its text', async () => {
  const page = await room.newPage({path: '/article?id=dai&q=dang'});
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.locator('article').isVisible(), true);
  for (const selector of ['.top', '.views', '.reading-bar', '.similar']) assert.equal(await page.locator(selector).isVisible(), false, selector);
  await closePage(page);
});

test('The page is small: all of its files together', () => {
  const folder = new URL('../../query/front/serve/page/', import.meta.url);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
  assert.ok(bytes < kMostBytes, `${bytes} bytes`);
});
