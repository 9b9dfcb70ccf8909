// An open page follows its files.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files, longPage, wrongAsk } from './preview-site.mjs';

const longest = 1000; // ms from a save until the page shows it

const shows = (tab, words, timeout = longest) => tab.locator('main', { hasText: words }).waitFor({ state: 'attached', timeout });
const said = (tab, words) => tab.waitForFunction((text) => document.getElementById('lo-said').textContent.includes(text), words, { timeout: 4000 });
/** A page that is loaded anew forgets this. */
const mark = (tab) => tab.evaluate(() => { window.here = 'still'; });
const isSame = (tab) => tab.evaluate(() => window.here === 'still');
const topOf = (tab, selector) => tab.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));
const focused = (tab) => tab.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.nodeName);

export const liveTests = {
  'a saved sentence is shown in place, and scroll and focus stay': async (bench) => {
    const tab = await bench.open('/breaks/');
    await mark(tab);
    await tab.locator('main a', { hasText: 'how the law sees it' }).focus();
    await tab.evaluate(() => document.getElementById('who-can-ask').scrollIntoView());
    const before = await topOf(tab, '#who-can-ask');
    // Something longer above, so that all below would move.
    bench.preview.write('breaks.md', longPage('A short break is time off. '.repeat(30)));
    await shows(tab, 'A short break is time off.');
    assert.ok(await isSame(tab), 'the page was loaded anew');
    assert.ok(Math.abs((await topOf(tab, '#who-can-ask')) - before) <= 2, 'the words under the reader’s eyes have moved');
    assert.equal(await focused(tab), 'how the law sees it');
  },

  'open parts stay open and what is typed stays': async (bench) => {
    const tab = await bench.open('/pathways/plan/');
    await mark(tab);
    const day = tab.locator('.your-dates input[type=date]').first();
    await day.fill('2026-11-02');
    await tab.locator('.together summary, details:not(.lo-fold) summary').first().click().catch(() => {});
    const open = await tab.evaluate(() => [...document.querySelectorAll('main details')].map((one) => one.open));
    bench.preview.write('pathways/plan.md', files['pathways/plan.md'].replace('Write to us.', 'Write to us, or ring us.'));
    await shows(tab, 'Write to us, or ring us.');
    assert.ok(await isSame(tab));
    assert.equal(await day.inputValue(), '2026-11-02');
    assert.equal(await tab.locator('.your-dates form').count(), 1, 'the script of the theme ran twice');
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll('main details')].map((one) => one.open)), open);
    await tab.waitForFunction(() => document.querySelector('.deadline strong'));
  },

  'what a script has replaced is made anew with what was typed put back': async (bench) => {
    const tab = await bench.open('/pathways/plan/');
    const day = tab.locator('.your-dates input[type=date]').first();
    await day.fill('2026-11-02');
    // Without deadlines the script is not wanted: the page must be loaded again. With them once more, too.
    bench.preview.write('pathways/plan.md', files['pathways/plan.md'].replace('deadlines: [decide-to-assess]\n', ''));
    await tab.waitForFunction(() => !document.querySelector('.your-dates'), undefined, { timeout: 3000 });
    bench.preview.write('pathways/plan.md', files['pathways/plan.md']);
    await tab.locator('.your-dates form').waitFor({ timeout: 3000 });
    assert.equal(await tab.locator('.your-dates form').count(), 1);
  },

  'a save is told once, politely, and takes no focus': async (bench) => {
    const tab = await bench.open('/ask/');
    assert.equal(await tab.locator('#lo-said').getAttribute('role'), 'status');
    await tab.waitForTimeout(400);
    assert.equal(await tab.locator('#lo-said').textContent(), '', 'something is told before anything was saved');
    await tab.locator('main a', { hasText: 'more about it' }).focus();
    bench.preview.write('ask.md', wrongAsk);
    await said(tab, 'Updated. 3 problems on this page.');
    assert.equal(await focused(tab), 'more about it');
    bench.preview.write('ask.md', files['ask.md']);
    await said(tab, 'Updated. No problems on this page.');
    await tab.locator('.lo-count', { hasText: 'No problems on this page' }).waitFor();
    // Saved again without a change: nothing to tell.
    await tab.evaluate(() => { document.getElementById('lo-said').textContent = ''; });
    bench.preview.write('ask.md', files['ask.md']);
    await tab.waitForTimeout(600);
    assert.equal(await tab.locator('#lo-said').textContent(), '');
  },

  'a style sheet is swapped without loading the page': async (bench) => {
    const council = fileURLToPath(new URL('../../themes/council', import.meta.url));
    const theme = join(bench.preview.site, 'theme');
    cpSync(council, theme, { recursive: true });
    await bench.preview.stop();
    await bench.preview.start();
    const tab = await bench.open('/breaks/');
    await mark(tab);
    await tab.evaluate(() => window.scrollTo(0, 900));
    const sheet = join(theme, 'council.css');
    writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\nh2 { letter-spacing: 3px }\n`);
    await tab.waitForFunction(() => getComputedStyle(document.getElementById('who-can-ask')).letterSpacing === '3px', undefined, { timeout: 3000 });
    assert.ok(await isSame(tab));
    assert.equal(await tab.evaluate(() => window.scrollY), 900);
    assert.equal(await tab.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => /council/.test(link.href)).length), 1, 'the old style sheet is still there');
  },

  'a page that moved is followed': async (bench) => {
    const tab = await bench.open('/ask/?as=dark');
    await mark(tab);
    renameSync(join(bench.preview.site, 'ask.md'), join(bench.preview.site, 'how-to-ask.md'));
    await tab.waitForURL((url) => url.pathname === '/how-to-ask/', { timeout: 3000 });
    assert.equal(new URL(tab.url()).search, '?as=dark');
    await shows(tab, 'Say what you need.');
    assert.ok(await isSame(tab));
    await tab.reload();
    await shows(tab, 'Say what you need.');
  },

  'a page that is taken away and put back comes back': async (bench) => {
    const tab = await bench.open('/news/closed/');
    await mark(tab);
    bench.preview.remove('news/closed.md');
    await tab.locator('.lo-trouble', { hasText: 'There is no page at this address.' }).waitFor({ state: 'attached', timeout: 3000 });
    assert.equal(await tab.locator('.lo-bar .lo-attention').textContent(), 'No page');
    bench.preview.write('news/closed.md', files['news/closed.md']);
    await shows(tab, 'Ring on Monday.', 3000);
    assert.ok(await isSame(tab));
  },

  'broken settings leave the last good page and say what to mend': async (bench) => {
    const tab = await bench.open('/ask/');
    bench.preview.write('ask.md', files['ask.md'].replace('title: How to ask', 'title: "How to ask'));
    await tab.locator('.lo-bar .lo-attention', { hasText: 'Not shown as it is now' }).waitFor({ timeout: 3000 });
    await said(tab, 'You see this page as it was when it could last be shown.');
    await shows(tab, 'Say what you need.');
    assert.match(await tab.locator('.lo-problem').first().textContent(), /Must be mended/);
    assert.match(await tab.locator('.lo-problem').first().textContent(), /line \d+/);
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us anything.'));
    await shows(tab, 'Ask us anything.');
    await tab.waitForFunction(() => !document.querySelector('.lo-trouble'));
  },

  'a broken site.yml leaves every page and says what to mend': async (bench) => {
    const tab = await bench.open('/breaks/');
    bench.preview.write('site.yml', 'name: "A small\nmenu: [[\n');
    await tab.locator('.lo-problem', { hasText: 'site.yml' }).first().waitFor({ state: 'attached', timeout: 3000 });
    await shows(tab, 'A short break gives you time off');
    const other = await bench.open('/news/closed/');
    await shows(other, 'Ring on Monday.');
    bench.preview.write('site.yml', files['site.yml']);
    await tab.waitForFunction(() => !document.querySelector('.lo-trouble'), undefined, { timeout: 3000 });
  },

  'a site that cannot be shown at the start says why, and shows itself when it is mended': async (bench) => {
    await bench.preview.stop();
    bench.preview.write('site.yml', 'name: "A small\nmenu: [[\n');
    await bench.preview.start();
    const tab = await bench.open('/breaks/');
    await tab.locator('.lo-problem', { hasText: 'site.yml' }).first().waitFor({ timeout: 3000 });
    bench.preview.write('site.yml', files['site.yml']);
    await shows(tab, 'A short break gives you time off', 3000);
  },

  'a server that went away is told, and the page goes on by itself when it is back': async (bench) => {
    const tab = await bench.open('/ask/');
    await mark(tab);
    await bench.preview.stop();
    await said(tab, 'The preview has stopped');
    assert.ok(await tab.locator('#lo-said').isVisible());
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us tomorrow.'));
    await bench.preview.start(bench.preview.port);
    await shows(tab, 'Ask us tomorrow.', 5000);
    assert.ok(await isSame(tab));
    await tab.waitForFunction(() => !/stopped/.test(document.getElementById('lo-said').textContent));
  },

  'a hidden tab asks nothing, and is new when somebody looks again': async (bench) => {
    const tab = await bench.open('/ask/');
    await tab.waitForTimeout(400);
    const asked = [];
    tab.on('request', (request) => asked.push(request.url()));
    const hide = (hidden) => tab.evaluate((is) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (is ? 'hidden' : 'visible') });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await hide(true);
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us on Monday.'));
    await tab.waitForTimeout(700);
    assert.deepEqual(asked, []);
    await hide(false);
    await shows(tab, 'Ask us on Monday.');
  },

  'twenty tabs follow one save': async (bench) => {
    const tabs = [];
    for (let i = 0; i < 20; i += 1) tabs.push(await bench.open(i % 2 ? '/ask/' : '/breaks/'));
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us all at once.'));
    await Promise.all(tabs.filter((_, i) => i % 2).map((tab) => shows(tab, 'Ask us all at once.', 5000)));
    bench.preview.write('breaks.md', longPage('All breaks are new.'));
    await Promise.all(tabs.filter((_, i) => i % 2 === 0).map((tab) => shows(tab, 'All breaks are new.', 5000)));
  },

  'lists, tables and pictures that come, go and change places are shown as they are': async (bench) => {
    const tab = await bench.open('/ask/');
    await mark(tab);
    const head = files['ask.md'].slice(0, files['ask.md'].indexOf('Ask us'));
    const bodies = [
      '## One\n\nFirst.\n\n- a\n- b\n- c\n\n## Two\n\nSecond.\n',
      '## Two\n\nSecond.\n\n## One\n\nFirst.\n\n1. c\n2. b\n3. a\n4. d\n',
      '| Day | What |\n| --- | --- |\n| Monday | Ring |\n| Friday | Closed |\n\n## One\n\nFirst **and** last.\n',
      '## Three\n\n![A door](news/door.svg)\n\n| Day | What |\n| --- | --- |\n| Friday | Closed |\n',
      'Only words.\n',
      '## Two\n\nSecond.\n\n## One\n\nFirst.\n\n- c\n  - x\n  - y\n- b\n',
    ];
    for (const body of [...bodies, ...bodies.reverse()]) {
      bench.preview.write('ask.md', head + body);
      await tab.waitForFunction(async () => {
        const text = await (await fetch(location.href)).text();
        const fresh = new DOMParser().parseFromString(text, 'text/html');
        const main = (root) => root.querySelector('main').innerHTML.replace(/\s+/g, ' ');
        return main(fresh) === main(document) && fresh.title === document.title;
      }, undefined, { timeout: 3000, polling: 50 });
      const first = body.match(/[A-Z]\w+/)[0];
      await shows(tab, first);
    }
    assert.ok(await isSame(tab));
  },

  'a save is shown within 100 ms, most of the time': async (bench) => {
    const tab = await bench.open('/ask/');
    const times = [];
    for (let i = 0; i < 30; i += 1) {
      const words = `Ask us about number ${i}.`;
      const seen = tab.evaluate((text) => new Promise((done) => {
        const look = () => document.querySelector('main').textContent.includes(text) && done(Date.now());
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      }), words);
      await tab.waitForTimeout(100);
      const start = Date.now();
      bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', words));
      times.push((await seen) - start);
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(0);
    bench.notes.push(`from save to shown on a site of 8 pages: median ${at(0.5)} ms, 9 of 10 within ${at(0.9)} ms, longest ${at(1)} ms`);
    assert.ok(times[15] < longest, `the median is ${at(0.5)} ms`);
  },
};
