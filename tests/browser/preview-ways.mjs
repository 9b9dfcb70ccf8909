// Ways to see a page, and what has changed since it was published.
import assert from 'node:assert/strict';
import { files, wrongAsk } from './preview-site.mjs';

const colour = (tab, selector, property = 'color') => tab.locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], property);
const brightness = (text) => text.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);

export const waysTests = {
  'dark and light are shown on any device, and links keep the way': async (bench) => {
    const light = await bench.open('/breaks/', { colorScheme: 'light' });
    const plain = await colour(light, 'body', 'backgroundColor');
    const dark = await bench.open('/breaks/', { colorScheme: 'dark' });
    const night = await colour(dark, 'body', 'backgroundColor');
    assert.ok(brightness(night) < brightness(plain));
    await light.goto(`${bench.preview.origin}/breaks/?as=dark`);
    assert.equal(await colour(light, 'body', 'backgroundColor'), night);
    await dark.goto(`${bench.preview.origin}/breaks/?as=light`);
    assert.equal(await colour(dark, 'body', 'backgroundColor'), plain);
    await light.locator('main a', { hasText: 'how the law sees it' }).click();
    assert.equal(new URL(light.url()).search, '?as=dark');
    assert.equal(await colour(light, 'body', 'backgroundColor'), night);
    assert.equal(await light.locator('.lo-ways [aria-current]').textContent(), 'Dark');
    await light.locator('.lo-bar').click();
    await light.getByRole('link', { name: 'As it is' }).click();
    assert.equal(new URL(light.url()).search, '');
  },

  'large print doubles the words and nothing scrolls sideways': async (bench) => {
    const tab = await bench.open('/breaks/?as=large-print', { viewport: { width: 640, height: 800 } });
    assert.ok(parseFloat(await colour(tab, 'main p', 'fontSize')) >= 36);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
  },

  'on paper: what paper leaves out is gone, what it adds is there': async (bench) => {
    const tab = await bench.open('/breaks/?as=print', { colorScheme: 'dark' });
    assert.equal(await tab.locator('.menu').isVisible(), false);
    assert.equal(await tab.locator('.print-only').first().isVisible(), true);
    assert.equal(await colour(tab, 'body', 'backgroundColor'), 'rgb(255, 255, 255)');
  },

  'forced colours are imitated and say so': async (bench) => {
    const tab = await bench.open('/breaks/?as=forced-colours');
    assert.equal(await colour(tab, 'body', 'backgroundColor'), 'rgb(0, 0, 0)');
    assert.equal(await colour(tab, 'main p'), 'rgb(255, 255, 255)');
    assert.match(await tab.locator('.lo-way-says').textContent(), /imitation/);
  },

  'without pictures their descriptions are shown': async (bench) => {
    const tab = await bench.open('/news/closed/?as=no-pictures');
    assert.equal(await tab.locator('main img').count(), 0);
    assert.equal(await tab.locator('.lo-described').textContent(), 'A door');
    await tab.goto(`${bench.preview.origin}/breaks/easy-read/?as=no-pictures`);
    assert.equal(await tab.locator('img').count(), 0);
    assert.equal(await tab.locator('.lo-described').count(), 0, 'pictures that only decorate have no words');
  },

  'without scripts none runs, ours neither': async (bench) => {
    const tab = await bench.open('/pathways/plan/?as=no-scripts');
    assert.equal(await tab.locator('script[src]').count(), 0);
    assert.equal(await tab.locator('.your-dates form').count(), 0);
    const answer = await fetch(`${bench.preview.origin}/pathways/plan/?as=no-scripts`);
    assert.match(answer.headers.get('content-security-policy'), /script-src 'none'/);
    await tab.getByRole('link', { name: 'Short breaks' }).first().click();
    assert.equal(new URL(tab.url()).search, '?as=no-scripts');
  },

  '320 pixels: the page in a frame that follows its files, with the panel around it': async (bench) => {
    const tab = await bench.open('/ask/?as=narrow');
    const frame = tab.frameLocator('#lo-frame');
    assert.equal(await frame.locator('html').evaluate(() => window.innerWidth), 320);
    assert.equal(await frame.locator('.lo-panel').count(), 0);
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us in a frame.'));
    await frame.locator('main', { hasText: 'Ask us in a frame.' }).waitFor({ timeout: 3000 });
    await frame.locator('main a', { hasText: 'more about it' }).click();
    await tab.waitForURL((url) => url.pathname === '/breaks/' && url.search === '?as=narrow');
    // Only there may our pages be framed, and only by us.
    const policy = async (path) => (await fetch(bench.preview.origin + path)).headers.get('content-security-policy');
    assert.match(await policy('/ask/'), /frame-ancestors 'none'/);
    assert.match(await policy('/ask/'), /frame-src 'none'/);
    assert.match(await policy('/ask/?as=narrow'), /frame-src 'self'/);
    assert.match(await policy('/ask/?as=narrow&framed=yes'), /frame-ancestors 'self'/);
    assert.match(await policy('/ask/?as=dark&framed=yes'), /frame-ancestors 'none'/);
  },

  'a screen reader’s view tells the page in its order': async (bench) => {
    const tab = await bench.open('/ask/?as=screen-reader');
    const heard = await tab.locator('.lo-heard').textContent();
    assert.equal(heard, `Page: How to ask – A small Local Offer
[link: Skip to the main words]
Banner landmark
  [link: A small Local Offer A council]
  Navigation landmark: Main menu
    List with 4 items
      Item 1: [link: Short breaks]
      Item 2: [link, current: How to ask]
      Item 3: [link: How to get a plan]
      Item 4: [link: News]
Navigation landmark: You are here
  List with 1 item
    Item 1: [link: Home]
Main part landmark
  Heading level 1: How to ask
  How to ask, in a few plain words.
  Ask us about it.
  Heading level 2: What to say
  Say what you need. Read [link: more about it].
  You can ring us.
  Region landmark: Who can help
    Heading level 2: Who can help
    Local Offer officer
    List with 3 items
      Item 1: Phone [link: 01632 960 100]
      Item 2: Email [link: officer@small.example.org]
      Item 3: Open Monday to Friday, 9am to 5pm
  We checked this page on 14 September 2026. We will check it again by 14 September 2027.
  Looked after by: Local Offer officer.
Footer landmark
  Navigation landmark: About this site
    List with 1 item
      Item 1: [link: Follow changes (feed)]
  A small Local Offer, A council
`);
    bench.preview.write('ask.md', files['ask.md'].replace('## What to say', '## What you say'));
    await tab.locator('.lo-heard', { hasText: 'Heading level 2: What you say' }).waitFor({ timeout: 3000 });
  },

  'pages of a later day and drafts are shown when asked for, and only then': async (bench) => {
    const tab = await bench.open('/late/');
    assert.match(await tab.locator('.lo-trouble').textContent(), /The page is written, in .*late\.md, but readers cannot see it yet/);
    await tab.getByRole('link', { name: 'Show it with drafts' }).click();
    await tab.locator('main', { hasText: 'This comes later.' }).waitFor();
    assert.match(await tab.locator('.lo-facts').textContent(), /Only you: readers see it from 1 June 2027\./);
    await tab.goto(`${bench.preview.origin}/late/?today=2027-06-01`);
    await tab.locator('main', { hasText: 'This comes later.' }).waitFor();
    assert.equal(await tab.locator('#lo-today').inputValue(), '2027-06-01');
    bench.preview.write('late.md', files['late.md'].replace('This comes later.', 'This comes in June.'));
    await tab.locator('main', { hasText: 'This comes in June.' }).waitFor({ timeout: 3000 });
    await tab.locator('.menu a', { hasText: 'Short breaks' }).click();
    assert.equal(new URL(tab.url()).search, '?today=2027-06-01');
    await tab.locator('.lo-bar').click().catch(() => {});
    await tab.getByRole('link', { name: 'Back to today' }).click();
    assert.equal(new URL(tab.url()).search, '');
    await tab.goto(`${bench.preview.origin}/sketch/?drafts=yes`);
    assert.match(await tab.locator('.lo-facts').textContent(), /it is a draft/);
    await tab.goto(`${bench.preview.origin}/breaks/?today=soon`);
    assert.match(await tab.locator('.lo-trouble').textContent(), /“soon” is no day/);
  },

  'what has changed since the last publish is told in words, sentence by sentence': async (bench) => {
    await bench.preview.publish();
    const tab = await bench.open('/ask/');
    await tab.locator('.lo-inside', { hasText: 'Nothing has changed on this page since it was published.' }).waitFor({ state: 'attached', timeout: 3000 });
    bench.preview.write('ask.md', wrongAsk);
    await tab.locator('.lo-inside', { hasText: 'This page has changed since it was published.' }).waitFor({ state: 'attached', timeout: 3000 });
    if (!(await tab.locator('#lo-fold').evaluate((one) => one.open))) await tab.locator('.lo-bar').click();
    await tab.getByRole('link', { name: 'What has changed on this page since it was published' }).click();
    const words = (await tab.locator('.lo-changes p').allTextContents()).map((one) => one.trim());
    assert.deepEqual(words, ['(1 sentence stays as before)', 'How to ask, in a few plain words.', 'Taken out: Ask us about it.', 'New: Ask us about the XYZ plan.', 'New: Raw words are not shown.', 'What to say', '(12 sentences stay as before)']);
    assert.equal(await tab.locator('.lo-changes ins').count(), 2);
    assert.match(await tab.locator('main').textContent(), /“more about it” led to \/breaks\/ and leads to nowhere\.md now\./);
    await tab.goto(`${bench.preview.origin}/-/changed/`);
    assert.match(await tab.locator('main').textContent(), /\/ask\/: changed/);
    // A new publish is the new before.
    bench.preview.write('ask.md', files['ask.md'].replace('Ask us about it.', 'Ask us today.'));
    await bench.preview.publish();
    await tab.waitForTimeout(2200);
    await tab.goto(`${bench.preview.origin}/-/changes/ask/`);
    assert.match(await tab.locator('main').textContent(), /Nothing has changed since it was published\./);
  },

  'without a published site the preview says so plainly': async (bench) => {
    const tab = await bench.open('/-/changes/ask/');
    assert.match(await tab.locator('main').textContent(), /There is nothing to compare with: there is no published site in the folder/);
  },
};
