// SPDX-License-Identifier: GPL-2.0-or-later
// The functions of text of the page, run in the browser as the page has them.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {closePage, openRoom} from './reading_room.mjs';

let room;
let page;
before(async () => {
  room = await openRoom();
  page = await room.newPage();
});
after(async () => {
  await closePage(page);
  await room.close();
});

/** Calls a function of a module of the page with each list of arguments. */
function call(module, name, ...calls) {
  return page.evaluate(async ([path, wanted, all]) => {
    const own = await import(path);
    return all.map((values) => own[wanted](...values));
  }, [`/${module}.js`, name, calls]);
}

async function expectTable(module, name, table) {
  const results = await call(module, name, ...table.map(([values]) => [values].flat()));
  table.forEach(([values, expected], i) => assert.deepEqual(results[i], expected, JSON.stringify(values)));
}

test('While it is typed, the last word is a beginning', () => expectTable('query_text', 'askedWhileTyping', [
  ['xay dun', 'xay dun*'], ['xay dung ', 'xay dung'], ['đả', 'đả*'], ['d', ''], ['xay d', 'xay'], ['=đa', '=đa*'], ['+họ', '+họ*'],
  ['title:đấ', 'title:đấ*'], ['(đất OR rừ', '(đất OR rừ*'], ['nq 18', 'nq 18'], ['KT-X', 'KT-X'], ['', ''], ['đ\u0061\u0309n', 'đản*'],
]));

test('What would find something else while it is not whole is not asked yet', () => expectTable('query_text', 'askedWhileTyping', [
  ['họp -bá', 'họp'], ['họp -"báo c', 'họp'], ['họp NOT', 'họp'], ['họp NOT bá', 'họp'], ['đất OR', 'đất'], ['đất NEAR/5', 'đất'], ['đất AND r', 'đất AND'],
  ['họp source:"Báo T', 'họp'], ['họp date:20', 'họp'], ['họp date:2018 ', 'họp date:2018'], ['"tự chuyển hó', 'tự chuyển hó*'], ['"tự chuyển hóa"', '"tự chuyển hóa"'],
]));

test('A filter belongs to the whole query', () => expectTable('query_text', 'withFilters', [
  [['đất rừng', ['source:"x"']], 'đất rừng source:"x"'], [['đất OR rừng', ['source:"x"']], '(đất OR rừng) source:"x"'], [['', ['source:"x"', 'author:"y"']], 'source:"x" author:"y"'], [['đất', []], 'đất'],
].map(([values, expected]) => [values, expected])));

test('A reading takes the place of its word', () => expectTable('query_text', 'restricted', [
  [['xay dung dang', 'dang', 'đảng'], 'xay dung =đảng'], [['=đăng ký', 'dang', 'đảng'], '=đảng ký'], [['"xay dung dang"', 'dang', 'đảng'], '"xay dung đảng"'],
  [['dang* bộ', 'dang*', 'đảng'], '=đảng bộ'], [['so:5 so', 'so', 'số'], 'so:5 =số'], [['đất', 'dang', 'đảng'], 'đất'],
]));

test('Marks count code points, the browser counts units', async () => {
  const text = '🔥Đa\u0309ng🚜 bộ';
  const [pieces] = await call('marks', 'piecesOf', [text, [[1, 6], [8, 10]]]);
  assert.deepEqual(pieces.map((piece) => piece.text), ['🔥', 'Đa\u0309ng', '🚜 ', 'bộ']);
  assert.deepEqual(await call('marks', 'pointsBefore', [text, 2], [text, 6], [text, 99]), [1, 5, 10]);
});

test('Pieces of any marks join to the text', async () => {
  const texts = ['', 'a', '🔥🔥', 'xây 🚜 dựng'];
  const marks = [[], [[0, 1]], [[0, 1], [1, 2]], [[1, 9]], [[2, 3], [1, 4]], [[0, 0], [3, 2]]];
  for (const text of texts) for (const list of marks) {
    const [pieces] = await call('marks', 'piecesOf', [text, list]);
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
  }
});

test('An address and a state are the same', async () => {
  const addresses = ['/', '/?q=%C4%91%E1%BA%A3ng&typing=true&filter=source%3A%22a%22&filter=author%3A%22b%22&from=2018&sort=newest&collapse=false&offset=20',
    '/?view=timeline&q=a&unit=day&first=2018-01-01&share=true&compare=b&compare=c', '/article?q=a&id=x%2Fy&field=body&start=0&end=4'];
  const back = await page.evaluate(async (all) => {
    const {addressOf, stateOf} = await import('/state.js');
    return all.map((address) => addressOf(stateOf(location.origin + address)));
  }, addresses);
  assert.deepEqual(back, addresses);
});

test('The numbers at an axis reach the highest bar', async () => {
  const mosts = [1, 3, 7, 10, 99, 1204, 0.02];
  const ticks = await call('chart', 'ticksTo', ...mosts.map((most) => [most]));
  ticks.forEach((list, i) => assert.ok(list.at(-1) >= mosts[i] && list.length <= 6, `${mosts[i]}: ${list}`));
});
