// The editor's panel, and the preview's own pages.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runAxe, source as axe } from './axe.mjs';
import { files, wrongAsk } from './preview-site.mjs';

const focus = (tab) => tab.evaluate(() => ({ id: document.activeElement.id, classes: document.activeElement.className, text: document.activeElement.textContent.trim().slice(0, 60) }));
const isOpen = (tab) => tab.locator('#lo-fold').evaluate((one) => one.open);

async function judge(tab, where) {
  await tab.evaluate(axe);
  const { violations } = await runAxe(tab);
  assert.deepEqual(violations.map(({ rule, why, where: node }) => `${rule} ${node} ${why}`), [], where);
}

const wide = (tab) => tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

export const panelTests = {
  'the panel tells each problem with its line, a mark under it, help and why': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    await bench.preview.stop();
    await bench.preview.start();
    const tab = await bench.open('/ask/');
    const panel = tab.getByRole('complementary', { name: 'Preview' });
    assert.equal(await panel.getByRole('heading', { level: 2 }).textContent(), 'Preview');
    const problems = panel.locator('.lo-problem');
    assert.equal(await problems.count(), 3);
    const link = problems.filter({ hasText: 'leads nowhere' });
    assert.equal(await link.locator('mark').count(), 1);
    assert.match(await link.locator('.lo-line').textContent(), /^15Say what you need/);
    assert.match(await link.locator('.lo-place a').first().getAttribute('href'), /^vscode:\/\/file\/.*\/ask\.md:15:\d+$/);
    await link.getByRole('link', { name: /Why it matters/ }).click();
    assert.equal(new URL(tab.url()).pathname, '/-/codes/broken-links/');
    assert.equal(await tab.locator('h1').textContent(), 'Broken links');
  },

  'a mark stands at each sentence concerned, and leads to its problem and back': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    const tab = await bench.open('/ask/');
    await tab.locator('.lo-mark').nth(2).waitFor();
    const marks = tab.locator('.lo-mark');
    assert.equal(await marks.count(), 3);
    assert.match(await marks.nth(0).locator('..').textContent(), /^1Ask us about the XYZ plan. 2/);
    assert.match(await marks.nth(2).locator('..').textContent(), /^Say what you need. 3Read/);
    assert.match(await marks.nth(0).getAttribute('aria-label'), /^Problem 1: /);
    assert.match(await marks.nth(2).getAttribute('aria-label'), /^Problem 3: This link leads nowhere/);
    const box = await marks.nth(2).boundingBox();
    assert.ok(box.width >= 24 && box.height >= 24, `the mark is ${box.width} by ${box.height}`);
    await tab.locator('.lo-bar').click();
    assert.equal(await isOpen(tab), false);
    await marks.nth(2).click();
    assert.equal(await isOpen(tab), true);
    assert.equal((await focus(tab)).id, 'lo-problem-3');
    assert.equal(new URL(tab.url()).hash, '');
    await tab.locator('#lo-problem-3').getByRole('link', { name: 'Show it in the page' }).click();
    assert.equal((await focus(tab)).id, 'lo-mark-3');
    const below = await marks.nth(2).evaluate((mark) => mark.getBoundingClientRect().bottom > document.getElementById('lo-panel').getBoundingClientRect().top);
    assert.equal(below, false, 'the mark is under the panel');
  },

  'the panel works by keyboard': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    await bench.preview.stop();
    await bench.preview.start();
    const tab = await bench.open('/ask/');
    await tab.keyboard.press('Tab');
    assert.equal((await focus(tab)).text, 'Skip to the preview panel');
    assert.ok((await tab.locator('.lo-skip').boundingBox()).y >= 0, 'the skip link cannot be seen');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    assert.match((await focus(tab)).classes, /lo-bar/);
    assert.equal(await isOpen(tab), true);
    await tab.keyboard.press('Enter');
    assert.equal(await isOpen(tab), false);
    await tab.keyboard.press('Space');
    assert.equal(await isOpen(tab), true);
    await tab.keyboard.press('Tab');
    assert.match((await focus(tab)).text, /^Open .*ask\.md, line 11$/);
    await tab.keyboard.press('Escape');
    assert.equal(await isOpen(tab), false);
    assert.match((await focus(tab)).classes, /lo-bar/);
  },

  'what is open stays open from page to page, in this tab': async (bench) => {
    const tab = await bench.open('/ask/');
    assert.equal(await isOpen(tab), false);
    await tab.locator('.lo-bar').click();
    await tab.waitForTimeout(50);
    await tab.goto(`${bench.preview.origin}/breaks/`);
    assert.equal(await isOpen(tab), true);
    await tab.locator('.lo-bar').click();
    await tab.waitForTimeout(50);
    bench.preview.write('breaks.md', files['breaks.md'].replace('[how the law sees it](news/closed.md)', '[more](nowhere.md)'));
    await tab.locator('.lo-count.lo-error').waitFor();
    assert.equal(await isOpen(tab), false, 'the panel has opened by itself');
    const other = await bench.open('/news/closed/');
    assert.equal(await isOpen(other), false);
  },

  'the panel says who sees the page, its owner, its Easy Read twin, the law and how hard it is to read': async (bench) => {
    const tab = await bench.open('/breaks/');
    const facts = await tab.locator('.lo-facts').textContent();
    assert.match(facts, /Who sees itEverybody, once the site is published\./);
    assert.match(facts, /CheckedLast on 14 September 2026\. The next one by 14 September 2027\./);
    assert.match(facts, /OwnerLocal Offer officer/);
    assert.match(facts, /Easy ReadNobody has noted that the two say the same\. See the Easy Read page/);
    assert.match(facts, /Covers of Schedule 2S2\.1a \(Special education/);
    assert.match(facts, /ReadingGrade \d+\.\d.* words a sentence\./);
    await tab.locator('.lo-bar').click();
    await tab.getByRole('link', { name: 'See the Easy Read page' }).click();
    await tab.locator('.easy-row').first().waitFor();
    assert.match(await tab.locator('.lo-facts').textContent(), /Full page/);
  },

  'axe finds nothing, in light and dark, at 1280 and 320 pixels, and nothing scrolls sideways': async (bench) => {
    await bench.preview.publish();
    bench.preview.write('ask.md', wrongAsk);
    await bench.preview.stop();
    await bench.preview.start();
    const paths = ['/ask/', '/breaks/', '/nowhere/', '/-/pages/', '/-/codes/', '/-/codes/broken-links/', '/-/changes/ask/', '/-/changed/', '/breaks/?as=screen-reader', '/breaks/?as=narrow'];
    for (const colorScheme of ['light', 'dark'])
      for (const width of [1280, 320]) {
        const tab = await bench.open('/', { colorScheme, viewport: { width, height: 900 } });
        for (const path of paths) {
          await tab.goto(bench.preview.origin + path);
          const fold = tab.locator('#lo-fold');
          if ((await fold.count()) > 0) await fold.evaluate((one) => { one.open = true; });
          await judge(tab, `${path} in ${colorScheme} at ${width}`);
          if (path !== '/breaks/?as=narrow' || width > 320) assert.equal(await wide(tab), false, `${path} scrolls sideways at ${width}`);
        }
      }
  },

  'in forced colours nothing is lost': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    await bench.preview.stop();
    await bench.preview.start();
    const tab = await bench.open('/ask/', { forcedColors: 'active' });
    await judge(tab, 'forced colours');
    const border = await tab.locator('.lo-problem').first().evaluate((one) => getComputedStyle(one).borderLeftWidth);
    assert.notEqual(border, '0px');
  },

  'at 320 by 256 pixels (400 % zoom) the panel does not cover the page': async (bench) => {
    const tab = await bench.open('/breaks/', { viewport: { width: 320, height: 256 } });
    assert.equal(await tab.locator('#lo-panel').evaluate((one) => getComputedStyle(one).position), 'static');
    assert.equal(await wide(tab), false);
  },

  'with text twice as large and wide spacing nothing is cut off': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    const tab = await bench.open('/ask/', { viewport: { width: 320, height: 800 } });
    await tab.locator('.lo-problem').first().waitFor();
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important } .lo-panel { font-size: 32px !important }');
      document.adoptedStyleSheets = [sheet];
    });
    assert.equal(await wide(tab), false);
  },

  'the list of all pages has the worst first and leads to them': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    const tab = await bench.open('/-/pages/');
    await tab.locator('tbody tr', { hasText: 'How to ask' }).filter({ hasText: '3' }).waitFor();
    assert.equal(await tab.locator('tbody th').first().textContent(), 'How to ask');
    await tab.locator('main p', { hasText: '4 problems: 3 that must be mended' }).waitFor();
    await tab.waitForFunction(() => !document.querySelector('.lo-note'), undefined, { timeout: 5000 });
    await tab.getByRole('link', { name: 'How to ask' }).click();
    assert.equal(new URL(tab.url()).pathname, '/ask/');
    // It fills in by itself.
    await tab.goto(`${bench.preview.origin}/-/pages/`);
    bench.preview.write('ask.md', files['ask.md']);
    await tab.locator('main p', { hasText: '1 problem: 1 to look at' }).waitFor({ timeout: 5000 });
  },

  'without script the panel is whole, and marks lead to their problems': async (bench) => {
    bench.preview.write('ask.md', wrongAsk);
    await bench.preview.stop();
    await bench.preview.start();
    const tab = await bench.open('/ask/', { javaScriptEnabled: false });
    assert.equal(await tab.locator('.lo-problem').count(), 3);
    await tab.locator('.lo-bar').click();
    assert.equal(await tab.locator('.lo-problem').first().isVisible(), false);
    await tab.locator('.lo-mark').nth(2).click();
    assert.equal(new URL(tab.url()).hash, '#lo-problem-3');
    assert.ok(await tab.locator('#lo-problem-3').isVisible());
  },

  'titles and messages that look like HTML stay text': async (bench) => {
    await bench.preview.publish();
    const evil = '"><img src=x onerror=alert(1)><script>window.bad=1</script>';
    bench.preview.write('evil.md', files['ask.md'].replace('id: ask', 'id: evil').replace('title: How to ask', `title: '${evil}'`).replace('(breaks.md)', '(</script><b>x.md)'));
    await bench.preview.stop();
    await bench.preview.start();
    for (const path of ['/evil/', '/-/pages/', '/-/changes/evil/', '/-/changed/', '/evil/?as=screen-reader', '/evil/?as=no-pictures', `/${encodeURIComponent(evil)}/`, `/evil/?today=${encodeURIComponent(evil)}`, `/-/changes/${encodeURIComponent(evil)}`]) {
      const tab = await bench.open(path);
      assert.equal(await tab.evaluate(() => window.bad), undefined, path);
      assert.equal(await tab.locator('img[src=x], [onerror]').count(), 0, path);
    }
  },

  'nothing of the preview is in what is published': async (bench) => {
    await bench.preview.publish();
    const walk = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? walk(join(folder, one.name)) : [join(folder, one.name)]));
    const pages = walk(bench.preview.published).filter((file) => file.endsWith('.html'));
    assert.ok(pages.length >= 8);
    for (const page of pages) assert.doesNotMatch(readFileSync(page, 'utf8'), /lo-panel|lo-mark|lo-live|\/-\//, page);
  },
};
