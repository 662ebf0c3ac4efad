// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the pictures of docs/page.md: node screenshots.mjs FOLDER
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {closePage, openRoom, settled} from './reading_room.mjs';

const kDesktop = {width: 1100, height: 760};
const kPhone = {width: 390, height: 760};
const kPictures = {
  'hits-desktop-light': {...kDesktop, path: '/?q=dang+bo', colorScheme: 'light'},
  'timeline-desktop-dark': {...kDesktop, path: '/?view=timeline&q=rừng&compare=xăng&from=2018-09&to=2018-11', colorScheme: 'dark'},
  'mentions-desktop-light': {...kDesktop, path: '/?view=mentions&q=ngân+sách&order=left&mention=50', colorScheme: 'light'},
  'article-desktop-dark': {...kDesktop, path: '/article?id=dai&q=đảng+đường', colorScheme: 'dark'},
  'hits-phone-dark': {...kPhone, path: '/?q=dang+bo', colorScheme: 'dark'},
  'article-phone-light': {...kPhone, path: '/article?id=tin-1-1&q=đảng', colorScheme: 'light'},
};

const folder = process.argv[2];
mkdirSync(folder, {recursive: true});
const room = await openRoom();
for (const [name, options] of Object.entries(kPictures)) {
  const page = await room.newPage(options);
  await settled(page);
  await page.waitForTimeout(300);  // the drawing of the timeline follows its size
  await page.screenshot({path: join(folder, `${name}.png`)});
  await closePage(page);
}
await room.close();
