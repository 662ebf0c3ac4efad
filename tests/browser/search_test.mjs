// SPDX-License-Identifier: GPL-2.0-or-later
// Searching as one types, in Chromium: plain keys, an input method that composes, one that sends backspaces; and what
// narrows the hits.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {having} from './archive.mjs';
import {api, closePage, isOffered, openRoom, settled, startServer, texts} from './reading_room.mjs';

let room;
before(async () => { room = await openRoom(); });
after(() => room.close());

const countOf = (page) => page.locator('#count').getAttribute('data-count').then(Number);

/** From now on, remembers each time that a script writes into the box while it has the focus. */
async function guardBox(page) {
  await page.evaluate(() => {
    const {get, set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    window.writes = [];
    Object.defineProperty(document.getElementById('box'), 'value', {get() { return get.call(this); }, set(text) {
      if (document.activeElement === this) window.writes.push(text);
      set.call(this, text);
    }});
  });
}

test('The first page explains itself, and the box has the focus', async () => {
  const page = await room.newPage();
  assert.match(await page.locator('main').innerText(), /Gõ không dấu cũng ra/u);
  await page.waitForSelector('.start .hint:not(:empty)');
  assert.match(await page.locator('.start .hint').innerText(), /90 bài, 01\/01\/2017 – /u);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'box');
  await closePage(page);
});

test('Typed without marks, each letter keeps hits, and highlights have their marks', async () => {
  const page = await room.newPage();
  await guardBox(page);
  for (const letter of 'dang bo') {
    await page.keyboard.type(letter);
    await settled(page);
    if ((await page.inputValue('#box')).length > 1) assert.ok(await page.locator('.hit').count() > 0, `after ${letter}`);
  }
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match((await texts(page, '.hit mark')).join(' '), /Đảng bộ/iu);
  assert.deepEqual(await page.evaluate(() => window.writes), []);
  await closePage(page);
});

test('While an input method composes, its text is searched and never changed', async () => {
  const page = await room.newPage();
  await guardBox(page);
  const client = await page.context().newCDPSession(page);
  for (const text of ['d', 'da', 'dan', 'dang', 'đang', 'đảng']) {
    await client.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
    await settled(page);
    assert.equal(await page.inputValue('#box'), text);
  }
  assert.ok(await page.locator('.hit').count() > 0, 'hits while it composes');
  assert.match((await texts(page, '.hit mark'))[0], /đảng/iu);
  await client.send('Input.insertText', {text: 'đảng'});
  await page.keyboard.press('Enter');
  await settled(page);
  assert.deepEqual(await page.evaluate(() => window.writes), []);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'đảng');
  await closePage(page);
});

test('Bursts of backspace, as Unikey sends them, end with the hits of what is there', async () => {
  const page = await room.newPage();
  for (const [backspaces, text] of [[0, 'nga'], [2, 'gân'], [0, ' sach'], [3, 'ách']]) {
    for (let i = 0; i < backspaces; ++i) page.keyboard.press('Backspace');
    await page.keyboard.insertText(text);
  }
  await settled(page);
  assert.equal(await page.inputValue('#box'), 'ngân sách');
  await page.keyboard.press('Enter');
  await settled(page);
  const {total} = await api(room, '/api/search?q=ng%C3%A2n+s%C3%A1ch');
  assert.equal(await countOf(page), total.count);
  await closePage(page);
});

test('A late answer never takes the place of a newer one', async () => {
  const page = await room.newPage();
  let isFirst = true;
  await page.route(/\/api\/search\?q=r/u, async (route) => {
    const isLate = isFirst;
    isFirst = false;
    if (isLate) await new Promise((done) => { setTimeout(done, 700); });
    await route.continue().catch(() => {});
  });
  await page.keyboard.type('rừng');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hit');
  const before = await texts(page, '.hit h2');
  await page.waitForTimeout(900);
  assert.deepEqual(await texts(page, '.hit h2'), before);
  assert.ok(before.some((title) => /rừng/u.test(title)));
  await closePage(page);
});

test('Suggestions are a list below the box, chosen by hand', async () => {
  const page = await room.newPage();
  await page.keyboard.type('ngan');
  await page.waitForSelector('#suggestions [role=option]');
  assert.equal(await page.inputValue('#box'), 'ngan');
  assert.equal(await page.getAttribute('#box', 'aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const option = page.locator('#suggestions [aria-selected=true]');
  assert.equal(await page.getAttribute('#box', 'aria-activedescendant'), await option.getAttribute('id'));
  assert.equal(await page.inputValue('#box'), 'ngan');
  const word = await option.locator('bdi').innerText();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await page.inputValue('#box'), `${word} `);
  await closePage(page);
});

test('A click on a reading finds as many articles as it says', async () => {
  const page = await room.newPage({path: '/?q=dang'});
  const link = page.locator('[data-reading="đảng"]');
  const count = Number(await link.getAttribute('data-count'));
  assert.equal(count, having('đảng').length);
  await link.click();
  await settled(page);
  assert.equal(await countOf(page), count);
  assert.equal(await page.inputValue('#box'), '=đảng');
  assert.ok((await texts(page, '.hit mark')).every((mark) => /^đảng/iu.test(mark)));
  await closePage(page);
});

test('A click on a newspaper, then on a year, finds as many as they say; a pill takes each away', async () => {
  const page = await room.newPage({path: '/?q=đăng+ký'});
  const all = await countOf(page);
  for (const facet of ['source', 'year']) {
    const link = page.locator(`[data-facet=${facet}]`).first();
    const count = Number(await link.getAttribute('data-count'));
    await link.click();
    await settled(page);
    assert.equal(await countOf(page), count, facet);
  }
  for (let i = 0; i < 2; ++i) {
    await page.locator('.pill a').first().click();
    await settled(page);
  }
  assert.equal(await countOf(page), all);
  await closePage(page);
});

test('Copies of a story are one hit, and can be unfolded', async () => {
  const page = await room.newPage({path: '/?q="khai+giảng"'});
  assert.equal(await page.locator('.hit').count(), 1);
  await page.locator('.hit .actions a').first().click();
  await settled(page);
  assert.equal(await page.locator('.hit').count(), 2);
  await closePage(page);
});

test('A chip says why, and one click leaves it out', async () => {
  const page = await room.newPage({path: `/?q=${encodeURIComponent('ủy ban nhân dân')}`});
  assert.match(await page.locator('.chips .pill').first().innerText(), /UBND/u);
  await page.locator('.chips .pill a').first().click();
  await settled(page);
  assert.equal(await page.locator('.chips .pill').count(), 0);
  await page.goto(`${room.address}/?q=ddang`);
  await settled(page);
  assert.match(await page.locator('.chips .pill').first().innerText(), /đang/u);
  await page.locator('.chips .pill a').first().click();
  await settled(page);
  assert.ok(new URL(page.url()).searchParams.getAll('notAs').includes('đang'));
  await closePage(page);
});

test('Nothing found: the page says so, and means something', async () => {
  const page = await room.newPage();
  await page.keyboard.type('ngânn sáchh');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(await page.locator('main').innerText(), /Không có bài nào/u);
  await page.locator('#mean').click();
  await settled(page);
  assert.ok(await page.locator('.hit').count() > 0);
  await closePage(page);
});

test('Back shows the hits where they were left', async () => {
  const page = await room.newPage({path: '/?q=dân&collapse=false', height: 500});
  const link = page.locator('.hit h2 a').nth(7);
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 100);
  await link.click();
  await page.waitForSelector('article');
  await page.goBack();
  await page.waitForSelector('.hit');
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), place);
  await closePage(page);
});

test('Back from one query to another shows it in the box', async () => {
  const page = await room.newPage();
  for (const query of ['rừng', 'xăng']) {
    await page.locator('#box').fill(query);
    await page.keyboard.press('Enter');
    await settled(page);
  }
  await page.goBack();
  await settled(page);
  assert.equal(await page.inputValue('#box'), 'rừng');
  assert.ok((await texts(page, '.hit mark')).every((mark) => /rừng/iu.test(mark)));
  await closePage(page);
});

test('An export has as many rows as the count says', async () => {
  const page = await room.newPage({path: '/?q=cán+bộ'});
  const count = await countOf(page);
  for (const format of ['ids', 'jsonl']) {
    const address = await page.locator(`.tools a[href$='format=${format}']`).getAttribute('href');
    const lines = (await (await fetch(room.address + address)).text()).trim().split('\n');
    assert.equal(lines.length, count, format);
  }
  const address = await page.locator(".tools a[href$='format=csv']").getAttribute('href');
  const rows = (await (await fetch(room.address + address)).text()).trim().split(/\r?\n/u);
  assert.equal(rows.length, count + 1, 'csv has a head');
  await page.goto(`${room.address}/?view=mentions&q=cán+bộ`);
  await settled(page);
  const mentions = Number(await page.locator('#mention-count').getAttribute('data-count'));
  const all = await page.locator(".tools a[href$='format=jsonl']").getAttribute('href');
  const lines = (await (await fetch(room.address + all)).text()).trim().split('\n');
  assert.equal(lines.length, mentions);
  await closePage(page);
});

test('A saved search is on the first page', async (t) => {
  if (!await isOffered(room, '/api/search', 'since')) return t.skip('this server does not know since');
  const page = await room.newPage({path: '/?q=rừng'});
  await page.locator('#save').click();
  await page.locator('.home').click();
  await page.waitForSelector('.saved small');
  await page.locator('.saved a').first().click();
  await page.waitForSelector('.hit');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'rừng');
  await closePage(page);
});

test('A server that is gone is said; what was found stays; the page goes on when it is back', async (t) => {
  const own = await openRoom();
  t.after(() => own.close());
  const page = await own.newPage({path: '/?q=rừng'});
  await own.server.stop();
  await page.locator('#box').focus();
  await page.keyboard.type(' x');
  await page.waitForSelector('#banner p');
  assert.ok(await page.locator('.hit').count() > 0);
  page.faults.length = 0;  // the browser itself writes failed requests on the console
  own.server = await startServer(own.index, own.server.port);
  await page.waitForSelector('#banner p', {state: 'detached', timeout: 10_000});
  page.faults.length = 0;
  await closePage(page);
});
