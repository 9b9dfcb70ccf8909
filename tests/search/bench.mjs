// What searching costs: node bench.mjs SITE_DIR
//
// For some queries, each in a fresh browser: the bytes that go over the wire (gzip -9, scripts included), and how long an answer takes when all
// that it needs has arrived, in Chromium made six times slower, as on an old phone. Then the size of the index and the memory of the page.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../browser/browser.mjs';
import { serve } from '../browser/server.mjs';
import { fileFor, readSite } from '../browser/site.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder of a built site.\nUse: node bench.mjs SITE_DIR');
  process.exit(2);
}
const queries = ['autism', 'school', 'speach therapy', 'my son wont go to school', 'school transport help for autism'];
const slower = 6;
const rounds = 15;

const site = readSite(resolve(folder));
const server = await serve(site);
const browser = await openBrowser();
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Runs in the browser: milliseconds from a letter typed to answers shown. */
function answerTime(query) {
  const input = document.querySelector('#site-search');
  const list = document.querySelector('.search-list');
  return new Promise((done) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      done(performance.now() - start);
    });
    watch.observe(list, { childList: true });
    input.value = query;
    input.form.onsubmit();
  });
}

console.log('query'.padEnd(36), 'on the wire'.padStart(12), 'pieces'.padStart(7), 'middle'.padStart(10), 'slowest'.padStart(10));
for (const query of queries) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const files = new Set();
  tab.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/search-index|\/search[a-z-]*\.[0-9a-f]+\.js/.test(path)) files.add(fileFor(site, '/' + path.slice(site.root.length)));
  });
  await tab.goto(server.urlOf('/search/'));
  await tab.fill('#site-search', query);
  await tab.keyboard.press('Enter');
  await tab.locator('.search-list li').first().waitFor({ timeout: 20_000 });
  await tab.waitForTimeout(300);
  const wire = [...files].filter(Boolean).map((file) => gzipSync(readFileSync(join(site.folder, file)), { level: 9 }).length);
  const protocol = await context.newCDPSession(tab);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const times = [];
  for (let i = 0; i < rounds; i += 1) times.push(await tab.evaluate(answerTime, query));
  times.sort((a, b) => a - b);
  console.log(query.padEnd(36), kB(wire.reduce((a, b) => a + b, 0)).padStart(12), String(files.size).padStart(7), `${times[rounds >> 1].toFixed(1)} ms`.padStart(10), `${times.at(-1).toFixed(1)} ms`.padStart(10));
  if (query === queries.at(-1)) {
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await protocol.send('HeapProfiler.collectGarbage');
    const { usedSize } = await protocol.send('Runtime.getHeapUsage');
    console.log(`memory of the page's script: ${(usedSize / 1e6).toFixed(1)} MB`);
  }
  await context.close();
}
const pieces = [...site.files].filter((file) => file.startsWith('search-index/'));
const bytes = pieces.reduce((sum, file) => sum + statSync(join(site.folder, file)).size, 0);
console.log(`index: ${pieces.length} files, ${(bytes / 1e6).toFixed(2)} MB, for ${site.readable.length} pages`);
await browser.close();
await server.close();
