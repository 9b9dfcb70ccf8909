// Judge: the search. A box on every page that works without script; answers while typing, by keyboard and for ears; whatever is typed
// stays text; a piece of the index that is missing or old, or no network, is said and survived; little is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadScripts } from '../search/engine.mjs';
import { judgeOrder } from '../search/order.mjs';
import { eachPage } from './browser.mjs';
import { fileFor } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const oneWordLimit = 60_000; // bytes on the wire for a first search, scripts included
const fiveWordsLimit = 150_000;

const hostile = [
  'a'.repeat(10_000),
  'school '.repeat(2_000),
  '😀 👨‍👩‍👧‍👦 \ud83d',
  'מדרסה school مدرسة ‮olleh‬',
  'what is the of and who',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '__proto__',
  'constructor prototype toString hasOwnProperty',
  '.* [a-z]+ (?:x) \\ $& %00 %zz & = # ../../',
  '\u0000\t\n',
  '-school +transport "school',
];

const answers = '.search-list li';
const status = '#page-search [role=status]';
const input = '#site-search';

/** A page to look for: its title in words. */
function wantedPage(site) {
  const titled = site.readable.map((page) => ({ page, title: /<h1>([^<&]*)<\/h1>/.exec(page.html)?.[1] ?? '' }));
  return titled.find(({ page, title }) => page.kind === 'pathway' && !page.easyRead && !title.includes(':') && title.split(' ').length > 2) ?? titled.find(({ title }) => /[a-z]{6}/i.test(title));
}
const longest = (title) => title.split(/[^A-Za-z]+/).reduce((a, b) => (b.length > a.length ? b : a), '').toLowerCase();
const misspelt = (word) => word.slice(0, 2) + word[3] + word[2] + word.slice(4);

/** Every page has one box, and its head tells browsers of the search. */
function judgeBoxes(site, searchPage, say) {
  const address = site.root + searchPage.address.slice(1);
  for (const page of site.readable) {
    const forms = [...page.html.matchAll(/<form\b[^>]*role="search"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
    if (forms.length !== 1) say(page, `there are ${forms.length} search boxes, not 1`);
    else if (!forms[0].includes(`action="${address}"`) || !/<label for="site-search">[^<]+</.test(forms[0]) || !/name="q"/.test(forms[0]) || !/<button type="submit">/.test(forms[0])) say(page, 'the search box is not whole', forms[0].slice(0, 120));
    if (!/<link rel="search"[^>]*opensearchdescription/.test(page.html)) say(page, 'the head does not tell browsers of the search');
    if (page !== searchPage && /search[a-z-]*\.[0-9a-f]+\.js/.test(page.html)) say(page, "the search page's scripts are loaded elsewhere");
  }
}

/** The browser's stems and those of the builder are the same. */
function judgeStems(say) {
  const { words } = loadScripts();
  const rows = readFileSync(join(here, '..', 'search', 'stems.tsv'), 'utf8').trim().split('\n').map((line) => line.split('\t'));
  const wrong = rows.filter(([word, stem]) => words.stem(word) !== stem);
  if (rows.length < 1000 || wrong.length > 0) say(`${wrong.length} of ${rows.length} stems differ from the builder's`, wrong.slice(0, 3).join(' '));
}

async function tabTo(tab, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await tab.evaluate((s) => Boolean(document.activeElement?.matches(s)), selector)) return true;
    await tab.keyboard.press('Tab');
  }
  return false;
}
const focused = (tab, selector) => tab.evaluate((s) => Boolean(document.activeElement?.matches(s)), selector);
// Between two pages there is no such element yet: then it is asked again.
const settled = (tab, test) => tab.waitForFunction(([s, t]) => new RegExp(t).test(document.querySelector(s)?.textContent ?? ''), [status, test.source], { timeout: 15_000 }).then(() => true, () => false);
const found = /pages? found/;

async function judgeWithoutScript(tab, server, searchPage, say) {
  await tab.goto(server.urlOf('/'));
  if (!(await tabTo(tab, input))) return say('without script, Tab does not reach the search box');
  await tab.keyboard.type('my words');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/q=/);
  if (!tab.url().startsWith(server.urlOf(searchPage.address)) || !tab.url().includes('q=my+words')) say('without script, the words do not lead to the search page', tab.url());
  if (!(await tab.locator('.search-off').isVisible())) say('without script, the page does not say that the search has not started');
  const links = await tab.locator('.body a').count();
  if (links < 4) say('without script, the page offers too few other ways', `${links} links`);
  return undefined;
}

async function judgeKeyboard(tab, server, searchPage, wanted, say) {
  await tab.goto(server.urlOf('/'));
  if (!(await tabTo(tab, input))) return say('Tab does not reach the search box');
  await tab.keyboard.type(wanted.title);
  await tab.keyboard.press('Enter');
  if (!(await settled(tab, found))) return say('Enter finds nothing', `${wanted.title}: ${await tab.locator(status).textContent()}`);
  const first = tab.locator(`${answers} .search-title a`).first();
  if ((await first.getAttribute('href')) !== new URL(server.urlOf(wanted.page.address)).pathname) say('a page is not found first by its own title', `${wanted.title}: ${await first.getAttribute('href')}`);
  if ((await tab.locator(`${answers} mark`).count()) === 0) say('nothing is marked in the answers');
  if (await tab.locator('.search-off').count()) say('with script, the page still says that the search has not started');

  // While typing: the focus stays, the address follows, the going back does not.
  if (!(await tabTo(tab, input))) return say('on the search page, Tab does not reach the box');
  const steps = await tab.evaluate(() => history.length);
  await tab.evaluate((s) => {
    globalThis.said = 0;
    new MutationObserver(() => { globalThis.said += 1; }).observe(document.querySelector(s), { childList: true, characterData: true, subtree: true });
  }, status);
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type(`${misspelt(longest(wanted.title))} `, { delay: 40 });
  await tab.waitForFunction(() => /Instead|instead|These pages have/.test(document.querySelector('#page-search')?.textContent ?? ''), null, { timeout: 15_000 }).catch(() => say('a word with a slip is not put right', misspelt(longest(wanted.title))));
  await tab.waitForTimeout(1200);
  if ((await tab.evaluate(() => globalThis.said)) > 2) say('the number of pages is said again and again while typing', String(await tab.evaluate(() => globalThis.said)));
  if (!(await focused(tab, input))) say('the focus leaves the box while typing');
  if (!new URL(tab.url()).searchParams.get('q')?.startsWith(misspelt(longest(wanted.title)))) say('the words are not in the address', tab.url());
  if ((await tab.evaluate(() => history.length)) !== steps) say('each letter is a step to go back through');

  // Arrows and Escape.
  await tab.keyboard.press('ArrowDown');
  if (!(await focused(tab, `${answers}:first-child .search-title a`))) say('arrow down does not lead to the first answer');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowUp');
  if (!(await focused(tab, `${answers}:first-child .search-title a`))) say('arrow up does not lead back');
  await tab.keyboard.press('Escape');
  if (!(await focused(tab, input))) say('Escape does not lead back to the words');

  // For ears.
  const tree = await tab.locator('#page-search').ariaSnapshot();
  for (const part of [/- status: .*found/, /- list "Pages found"/, /- listitem/, /- link /]) if (!part.test(tree)) say('the screen reader misses something', String(part));

  // Fewer by filters, by keyboard.
  await tab.fill(input, longest(wanted.title));
  await tab.keyboard.press('Enter');
  await settled(tab, found);
  await tab.locator('.search-filters summary').focus();
  await tab.keyboard.press('Enter');
  await tab.locator('.search-filters fieldset').first().waitFor();
  const before = await tab.locator(status).textContent();
  const boxes = tab.locator('.search-filters fieldset:nth-of-type(2) input');
  await boxes.last().focus();
  await tab.keyboard.press('Space');
  await tab.waitForTimeout(1200);
  const narrowed = await tab.locator(status).textContent();
  await tab.keyboard.press('Space');
  await tab.waitForTimeout(1200);
  if ((await tab.locator(status).textContent()) !== before) say('taking a filter away does not bring all answers back', `${before} ${narrowed}`);
  if (!(await tab.evaluate(() => document.activeElement.type === 'checkbox'))) say('a filter loses the focus');
  return undefined;
}

async function judgeAxe(tab, name, say) {
  await tab.evaluate(axe);
  for (const colorScheme of ['light', 'dark']) {
    await tab.emulateMedia({ colorScheme });
    const faults = await tab.evaluate(async (values) => {
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, preload: false });
      return violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(' ')]));
    }, tags);
    for (const [rule, where] of faults) say(`${name}: ${rule} (${colorScheme})`, where);
  }
  await tab.emulateMedia({ colorScheme: 'light' });
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 800 });
    const over = await tab.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    if (over > 0) say(`${name}: the page scrolls sideways by ${over} px`, `${width} px`);
  }
}

async function judgeStates(tab, url, word, say) {
  await tab.goto(`${url}?q=${word}`);
  if (!(await settled(tab, found))) return say('words in the address are not searched for', word);
  await tab.locator('.search-filters summary').click();
  await tab.locator('.search-filters fieldset').first().waitFor();
  await judgeAxe(tab, 'with answers', say);
  await tab.goto(`${url}?q=xqzwvkj`);
  if (!(await settled(tab, /nothing/))) say('nothing found is not said');
  if ((await tab.locator('#page-search a[href="#page-help"]').count()) !== 1) say('nothing found: no person to ask is named');
  await judgeAxe(tab, 'with nothing found', say);
  // Rubbish is not taken for a short word that it sounds a little like.
  await tab.goto(`${url}?q=zzqqxx`);
  if (!(await settled(tab, /nothing/))) say('rubbish is taken for a word', await tab.locator(status).textContent());

  // A piece does not arrive.
  await tab.route('**/search-index/*/w*.txt', (route) => route.abort());
  await tab.goto(`${url}?q=${word}`);
  if (!(await settled(tab, /did not arrive/))) say('a piece that does not arrive is not told');
  await judgeAxe(tab, 'with a missing piece', say);
  await tab.unroute('**/search-index/*/w*.txt');
  await tab.locator('#page-search button', { hasText: 'Try again' }).click();
  if (!(await settled(tab, found))) say('trying again does not help');

  // The page was open while the site was built again: the manifest is of yesterday, its pieces are gone.
  let times = 0;
  await tab.route('**/search-index/manifest.json', async (route) => {
    times += 1;
    if (times > 1) return route.continue();
    const answer = await route.fetch();
    return route.fulfill({ response: answer, body: (await answer.text()).replace(/"pieces":"[^"]*"/, '"pieces":"0000000000"') });
  });
  await tab.goto(`${url}?q=${word}`);
  if (!(await settled(tab, found))) say('an index of yesterday is not noticed and fetched again');
  await tab.unroute('**/search-index/manifest.json');
  await tab.route('**/search-index/manifest.json', (route) => route.fulfill({ body: '{"format":99}' }));
  await tab.goto(`${url}?q=${word}`);
  if (!(await settled(tab, /did not arrive/))) say('an index of another kind is not told');
  await tab.unroute('**/search-index/manifest.json');

  // Offline: what was found is found again.
  await tab.goto(`${url}?q=${word}`);
  await settled(tab, found);
  await tab.context().setOffline(true);
  await tab.fill(input, '');
  await tab.fill(input, word);
  if (!(await settled(tab, found)) || (await tab.locator(answers).count()) === 0) say('offline, what was found before is not found again');
  await tab.context().setOffline(false);
  return undefined;
}

async function judgeHostile(tab, url, word, say) {
  tab.on('dialog', (dialog) => {
    say('something typed was run', dialog.message());
    dialog.dismiss();
  });
  await tab.goto(url);
  for (const query of hostile) {
    const name = query.slice(0, 30);
    const start = Date.now();
    await tab.fill(input, query);
    await tab.keyboard.press('Enter');
    if (!(await settled(tab, /./))) say('a strange query gets no answer', name);
    if (Date.now() - start > 12_000) say('a strange query takes long', name);
    if ((await tab.locator('#page-search script, #page-search img').count()) > 0) say('something typed became part of the page', name);
    await tab.fill(input, '');
    await tab.fill(input, word);
    await tab.keyboard.press('Enter');
    if (!(await settled(tab, found))) return say('after a strange query the search is dead', name);
  }
  await tab.goto(`${url}?q=%E0%A4%A&x=%00`); // an address that is not UTF-8
  if (!(await settled(tab, /./))) say('a broken address gets no answer');
  return undefined;
}

/** What a first search fetches, as it goes over the wire: scripts and pieces of the index. */
async function weigh(court, url, query) {
  const { site, server, browser } = court;
  const context = await browser.newContext();
  const tab = await context.newPage();
  const files = new Set();
  tab.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/search-index|\/search[a-z-]*\.[0-9a-f]+\.js/.test(path)) files.add(fileFor(site, '/' + path.slice(site.root.length)));
  });
  await tab.goto(url);
  await tab.fill(input, query);
  await tab.keyboard.press('Enter');
  await settled(tab, /./);
  await context.close();
  files.delete(undefined);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(site.folder, file)), { level: 9 }).length, 0);
}

export async function judge(court) {
  const { site, server } = court;
  const findings = [];
  const sayOf = (page, what, where = '') => findings.push({ page: page.address, what, where });
  const searchPage = site.readable.find((page) => page.html.includes('id="page-search"'));
  if (!searchPage) {
    sayOf(site.readable[0], 'the site has no search page');
    return { tested: [site.readable[0]], findings, notes: [] };
  }
  judgeBoxes(site, searchPage, sayOf);
  const say = (what, where) => sayOf(searchPage, what, where);
  judgeStems(say);
  const { asked, different } = await judgeOrder();
  if (asked < 500 || different.length > 0) say(`${different.length} of ${asked} searches of a made index answer in another order than a plain sort`, different[0]);
  const wanted = wantedPage(site);
  const word = longest(wanted.title);
  const url = server.urlOf(searchPage.address);
  const here1 = [searchPage];
  const listen = (tab) => {
    tab.on('pageerror', (error) => say('a script failed', String(error).slice(0, 200)));
    tab.on('console', (message) => /Content Security Policy|Refused to/i.test(message.text()) && say('the policy stopped something', message.text().slice(0, 200)));
    tab.on('request', (request) => !request.url().startsWith(server.origin + '/') && say('the search asks another host', request.url()));
  };
  await eachPage(court, here1, { javaScriptEnabled: false }, findings, (tab) => judgeWithoutScript(tab, server, searchPage, say));
  for (const part of [
    (tab) => judgeKeyboard(tab, server, searchPage, wanted, say),
    (tab) => judgeStates(tab, url, word, say),
    (tab) => judgeHostile(tab, url, word, say),
  ]) {
    await eachPage(court, here1, {}, findings, async (tab) => {
      listen(tab);
      await part(tab);
    });
  }
  const one = await weigh(court, url, word);
  const five = await weigh(court, url, 'school transport help for autism');
  if (one > oneWordLimit) say(`a first search for one word fetches ${one} bytes, more than ${oneWordLimit}`, word);
  if (five > fiveWordsLimit) say(`a first search for five words fetches ${five} bytes, more than ${fiveWordsLimit}`);
  const notes = [`first search, scripts included: ${(one / 1000).toFixed(1)} kB for “${word}”, ${(five / 1000).toFixed(1)} kB for five words`];
  return { tested: site.readable, findings, notes };
}
