// SPDX-License-Identifier: GPL-2.0-or-later
// Timeline, concordance, neighbours, holdings and the article, in Chromium.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {articles, having} from './archive.mjs';
import {closePage, isOffered, openRoom, settled, texts} from './reading_room.mjs';

let room;
before(async () => { room = await openRoom(); });
after(() => room.close());

const countOf = (page) => page.locator('#count').getAttribute('data-count').then(Number);

test('Bars are the counts of the months, and a click finds as many as its bar says', async () => {
  const page = await room.newPage({path: '/?view=timeline&q=rừng'});
  await page.waitForSelector('.bar');
  const bars = await page.$$eval('.bar', (all) => all.map((bar) => [bar.dataset.date, Number(bar.dataset.hits)]));
  const expected = new Map();
  for (const {date} of having('rừng')) expected.set(date.slice(0, 7), (expected.get(date.slice(0, 7)) ?? 0) + 1);
  assert.deepEqual(new Map(bars), new Map([...expected].sort()));
  for (const at of [0, bars.length - 1]) {
    await page.locator('.bar').nth(at).click({force: true, position: {x: 3, y: 3}});
    await settled(page);
    assert.equal(await countOf(page), bars[at][1]);
    assert.equal(new URL(page.url()).searchParams.get('from'), bars[at][0]);
  }
  await closePage(page);
});

test('Nothing held is told from nothing found', async () => {
  const page = await room.newPage({path: '/?view=timeline&q=rừng'});
  await page.waitForSelector('.bar');
  assert.equal(await page.locator('.nothing').count(), 3);
  await page.locator('#table summary').click();
  const rows = await texts(page, '#table tbody tr');
  assert.match(rows.find((row) => row.startsWith('04/2018')), /0\s+–\s+–/u);
  await closePage(page);
});

test('A brushed range is the sum of its bars, and can be zoomed into and out of', async () => {
  const page = await room.newPage({path: '/?view=timeline&q=dân'});
  await page.waitForSelector('.bar');
  const bars = await page.$$eval('.bar', (all) => all.map((bar) => ({hits: Number(bar.dataset.hits), x: bar.getBoundingClientRect().x + 3, y: bar.getBoundingClientRect().bottom - 3})));
  await page.mouse.move(bars[2].x, bars[2].y);
  await page.mouse.down();
  await page.mouse.move(bars[4].x, bars[4].y, {steps: 4});
  await page.mouse.up();
  await settled(page);
  assert.equal(await countOf(page), bars[2].hits + bars[3].hits + bars[4].hits);
  const before = await page.locator('.bar').count();
  await page.locator('#zoom-in').click();
  await settled(page);
  await page.waitForFunction((n) => document.querySelectorAll('.bar').length < n && document.querySelectorAll('.bar').length > 0, before);
  assert.equal(await countOf(page), bars[2].hits + bars[3].hits + bars[4].hits);
  for (let i = 0; i < 8 && await page.locator('#zoom-out').isEnabled(); ++i) {
    await page.locator('#zoom-out').click();
    await settled(page);
  }
  await page.waitForFunction((n) => document.querySelectorAll('.bar').length === n, before);
  await closePage(page);
});

test('The timeline works by keys', async () => {
  const page = await room.newPage({path: '/?view=timeline&q=dân'});
  await page.waitForSelector('.bar');
  const dates = await page.$$eval('.bar', (all) => all.map((bar) => bar.dataset.date));
  await page.locator('.chart').focus();
  for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
  await settled(page);
  const {searchParams} = new URL(page.url());
  assert.deepEqual([searchParams.get('from'), searchParams.get('to')], ['2017-03', '2017-04']);
  assert.equal(dates[0], '2017-02');
  await closePage(page);
});

test('Two queries are compared over the same months, as counts and as shares', async () => {
  const page = await room.newPage({path: '/?view=timeline&q=rừng'});
  await page.locator('#compare').fill('xăng');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.waitForSelector('.line.series-1');
  assert.deepEqual((await texts(page, '.swatch + bdi')), ['rừng', 'xăng']);
  await page.locator('[aria-pressed] + [aria-pressed]').click();
  await settled(page);
  assert.equal(await page.locator('[aria-pressed] + [aria-pressed]').getAttribute('aria-pressed'), 'true');
  await page.locator('#table summary').click();
  const row = (await texts(page, '#table tbody tr')).find((text) => text.startsWith('03/2017')).split(/\s+/u);
  const held = articles().filter(({date}) => date?.startsWith('2017-03')).length;
  const hits = having('xăng').filter(({date}) => date?.startsWith('2017-03')).length;
  assert.deepEqual([row[1], row[4]], [String(held), String(hits)]);
  await closePage(page);
});

test('The concordance has every mention, sorted by what stands to the left', async () => {
  const page = await room.newPage({path: '/?view=mentions&q=%3Dxăng&order=left'});
  const places = having('xăng').flatMap(({title, body}) => `${title}\n${body}`.match(/xăng/giu)).length;
  assert.equal(Number(await page.locator('#mention-count').getAttribute('data-count')), places);
  const before = (await texts(page, '.concordance td.left')).map((text) => text.trim().split(/\s+/u).at(-1) ?? '');
  const collator = new Intl.Collator('vi');
  assert.deepEqual(before, [...before].sort(collator.compare));
  await closePage(page);
});

test('A mention links to its very place', async () => {
  const page = await room.newPage({path: '/?view=mentions&q=%3Dxăng'});
  const row = page.locator('.concordance tbody tr').nth(3);
  const right = (await row.locator('td.right').innerText()).replace('…', '').trim().slice(0, 12);
  await row.locator('.match a').click();
  await page.waitForSelector('mark.current');
  const found = await page.$eval('mark.current', (mark) => [mark.textContent, mark.parentElement.textContent]);
  assert.equal(found[0].toLowerCase(), 'xăng');
  assert.ok(found[1].includes(right), `${found[1]} | ${right}`);
  await closePage(page);
});

test('Neighbours are listed, and a click finds both', async (t) => {
  if (!await isOffered(room, '/api/neighbours')) return t.skip('this server does not know neighbours');
  const page = await room.newPage({path: '/?view=neighbours&q=đăng'});
  const words = await texts(page, '.figures tbody th');
  assert.ok(words.includes('đất đai'), words.join(','));
  await page.locator('.figures tbody th a').first().click();
  await settled(page);
  assert.ok(await page.locator('.hit').count() > 0);
  await closePage(page);
});

test('The holdings are those of the archive', async () => {
  const page = await room.newPage({path: '/?view=held'});
  const rows = await texts(page, '.figures tbody tr');
  const of = (start) => rows.find((row) => row.startsWith(start)).split(/\s+/u)[1];
  for (const month of ['2017-05', '2018-09', '2019-12'])
    assert.equal(of(month.split('-').reverse().join('/')), String(articles().filter(({date}) => date?.startsWith(month)).length + (month === '2018-09' ? 1 : 0)), month);
  await page.locator('.figures tbody td a').first().click();
  await settled(page);
  assert.equal(await countOf(page), articles().filter(({date}) => date?.startsWith('2019')).length);
  await closePage(page);
});

test('An article opens at its first highlight; n and N go on and back, and a word has its counter', async () => {
  const page = await room.newPage({path: '/?q=đảng+bộ'});
  await page.locator('.hit h2 a', {hasText: 'con đường mới'}).click();
  await page.waitForSelector('mark.current');
  const at = () => page.locator('#at').innerText();
  assert.match(await at(), /^1 \//u);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  assert.match(await at(), /^3 \//u);
  await page.keyboard.press('N');
  assert.match(await at(), /^2 \//u);
  const counters = await page.$$eval('.words button', (all) => all.map((one) => Number(/(\d+)$/u.exec(one.textContent)[1])));
  assert.equal(counters.reduce((sum, n) => sum + n, 0), Number((await at()).split('/')[1]));
  for (let i = 0; i < 20; ++i) await page.keyboard.press('n');
  const box = await page.locator('mark.current').first().boundingBox();
  assert.ok(box.y > 0 && box.y < 900, 'the place is in view');
  await closePage(page);
});

test('The address of a place shows the same place in another tab', async () => {
  const page = await room.newPage({path: '/article?id=dai&q=đảng'});
  for (let i = 0; i < 12; ++i) await page.keyboard.press('n');
  await page.keyboard.press('l');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const where = (tab) => tab.$eval('mark.current', (mark) => [mark.textContent, mark.parentElement.textContent]);
  const tab = await page.context().newPage();
  await tab.goto(link);
  await tab.waitForSelector('mark.current');
  assert.deepEqual(await where(tab), await where(page));
  assert.ok((await tab.locator('mark.current').boundingBox()).y < 900);
  await closePage(page);
});

test('A link to selected words shows them, behind letters outside the first plane too', async () => {
  const page = await room.newPage({path: '/article?id=dai&q=đảng'});
  await page.evaluate(() => {
    const line = document.querySelector('.lead p');
    const range = document.createRange();
    const text = [...line.childNodes].find((node) => node.textContent.includes('cây số'));
    range.setStart(text, text.textContent.indexOf('🚜'));
    range.setEnd(text, text.textContent.indexOf('và') + 2);
    getSelection().addRange(range);
  });
  await page.getByRole('button', {name: 'Chép liên kết'}).click();
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await page.waitForSelector('.here');
  assert.equal((await texts(page, '.here')).join(''), '🚜, và');
  await closePage(page);
});

test('A quotation names title, newspaper, day and address', async () => {
  const page = await room.newPage({path: '/article?id=dai&q=ngân+sách'});
  await page.keyboard.press('c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^“.*Ngân sách xã góp một phần\.” \(Đảng bộ Vân Sơn 🛤️ và con đường mới, Tuần báo Vân Sơn, 02\/05\/2019, https:\/\/vanson\.example\/con-duong\)$/u);
  await closePage(page);
});

test('Zotero finds COinS and citation_*', async () => {
  const page = await room.newPage({path: '/article?id=dai'});
  const coins = new URLSearchParams(await page.locator('article .Z3988').getAttribute('title'));
  assert.equal(coins.get('rft.jtitle'), 'Tuần báo Vân Sơn');
  assert.deepEqual(coins.getAll('rft.au'), ['Lê Bình', 'Đỗ Quyên']);
  assert.equal(await page.locator('meta[name=citation_title]').getAttribute('content'), 'Đảng bộ Vân Sơn 🛤️ và con đường mới');
  assert.equal(await page.locator('meta[name=citation_author]').count(), 2);
  await closePage(page);
});

test('Similar articles are offered', async () => {
  const page = await room.newPage({path: '/article?id=ban-sao-1'});
  await page.waitForSelector('.similar li');
  assert.match((await texts(page, '.similar li'))[0], /năm học mới/u);
  await closePage(page);
});

test('Hostile articles stay text, in every view', async () => {
  const page = await room.newPage({path: `/?q=${encodeURIComponent('thủ đoạn')}`});
  assert.match((await texts(page, '.hit h2'))[0], /<script>/u);
  await page.locator('.hit h2 a').first().click();
  await page.waitForSelector('article');
  assert.match(await page.locator('article').innerText(), /<svg onload=alert\(2\)>/u);
  assert.equal(await page.locator('article script, article img, article svg, article b').count(), 0);
  for (const path of ['/?q=mã', '/?view=mentions&q=mã', '/?view=held', `/article?id=${encodeURIComponent('"><img src=x onerror=alert(5)>')}&q=mã`]) {
    await page.goto(room.address + path);
    await settled(page);
    assert.equal(await page.locator('main img, main script, aside img, aside script, a[href^="javascript:"]').count(), 0, path);
  }
  await page.waitForTimeout(100);
  assert.doesNotMatch(await page.title(), /^hỏng/u);
  await closePage(page);
});
