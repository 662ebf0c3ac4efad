// SPDX-License-Identifier: GPL-2.0-or-later
// Measures how soon the page shows something: milliseconds from an address to the first paint with contents, the median
// and the longest of 15 visits. A new tab is a new process of the browser, so a line of text is measured beside the page.
// With TIMBAO_URL it looks at a server that runs already, such as one over a large archive.
import {openRoom, settled} from './reading_room.mjs';

const kVisits = 15;

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} (longest ${sorted.at(-1).toFixed(0)})`;
}

async function firstPaint(page) {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
}

const room = await openRoom();
const times = {'a line of text, in a new tab': [], 'the page, in a new tab': [], 'a search, in a tab that shows the page': []};
for (let visit = 0; visit < kVisits; ++visit) {
  const [line, fresh, shown] = Object.values(times);
  const page = await room.newPage();
  fresh.push(await firstPaint(page));
  await page.goto(`${room.address}/?q=dang`);
  await settled(page);
  shown.push(await firstPaint(page));
  const other = await page.context().newPage();
  await other.goto(`${room.address}/healthz`);
  line.push(await firstPaint(other));
  await page.context().close();
}
for (const [name, list] of Object.entries(times)) console.log(`${name}: ${summary(list)} ms`);
await room.close();
