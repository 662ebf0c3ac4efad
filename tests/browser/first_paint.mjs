// SPDX-License-Identifier: GPL-2.0-or-later
// Measures how soon the page shows something: node first_paint.mjs [PATH...]
// With TIMBAO_URL it looks at a server that runs already, such as one over a large archive.
// Prints for each path the median and the longest of 20 visits, each with an empty cache: milliseconds from the address to
// the first paint with contents, and to the answer.
import {closePage, openRoom} from './reading_room.mjs';

const kVisits = 20;

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} (longest ${sorted.at(-1).toFixed(0)})`;
}

const room = await openRoom();
await closePage(await room.newPage());  // the browser itself is warm
for (const path of process.argv.length > 2 ? process.argv.slice(2) : ['/', '/?q=dang', '/?view=timeline&q=dang']) {
  const paints = [], answers = [];
  for (let visit = 0; visit < kVisits; ++visit) {
    const page = await room.newPage({path});
    answers.push(await page.evaluate(() => performance.now()));
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await closePage(page);
  }
  console.log(`${path}: first paint ${summary(paints)} ms, answer ${summary(answers)} ms`);
}
await room.close();
