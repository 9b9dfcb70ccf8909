// Judge of the preview: node preview.mjs PROGRAM [WORDS]. It starts `local-offer serve` on a small site of its own, edits the files as an editor does,
// and watches in a browser. WORDS: only tests whose names have them. Exit: 0 nothing found, 1 something found.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { openBrowser } from './browser.mjs';
import { liveTests } from './preview-live.mjs';
import { panelTests } from './preview-panel.mjs';
import { waysTests } from './preview-ways.mjs';
import { Preview } from './preview-site.mjs';

const [program, ...words] = process.argv.slice(2);
if (!program) {
  console.error('Use: node preview.mjs PROGRAM [WORDS]');
  process.exit(2);
}

/** What a test gets: the preview, and tabs whose console it listens to. */
class Bench {
  constructor(browser) {
    this.browser = browser;
  }

  async begin() {
    this.preview = new Preview(resolve(program));
    this.contexts = [];
    this.noise = [];
    this.notes = [];
    await this.preview.start();
  }

  async open(path, options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    this.contexts.push(context);
    const tab = await context.newPage();
    tab.setDefaultTimeout(5000);
    tab.on('pageerror', (error) => this.noise.push(String(error)));
    tab.on('console', (message) => {
      // A page that is not there, and a server that was stopped, are part of some tests.
      if (message.type() === 'error' && !/status of (404|503)|ERR_CONNECTION|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/.test(message.text())) this.noise.push(message.text());
    });
    await tab.goto(this.preview.origin + path);
    return tab;
  }

  async end() {
    for (const context of this.contexts) await context.close().catch(() => {});
    await this.preview.end();
  }
}

const browser = await openBrowser();
let passed = 0;
let failed = 0;
const start = performance.now();
for (const [name, test] of Object.entries({ ...liveTests, ...panelTests, ...waysTests })) {
  if (!words.every((word) => name.includes(word))) continue;
  const bench = new Bench(browser);
  try {
    await bench.begin();
    await test(bench);
    assert.deepEqual(bench.noise, [], 'the console says something');
    passed += 1;
    for (const note of bench.notes) console.log(`preview: note: ${note}`);
  } catch (error) {
    failed += 1;
    console.log(`preview: ${name}: ${error.stack}`);
  } finally {
    await bench.end();
  }
}
await browser.close();
console.log(`preview: ${passed + failed} tests, ${failed} findings, ${((performance.now() - start) / 1000).toFixed(1)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
