// Judge: long lists can be narrowed. With script in place, by keyboard, with the choice in the address; without script by links to pages that
// say how many they hold and lead back. Nothing is sent or kept.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachPage } from './browser.mjs';
import { fileFor } from './site.mjs';

const scriptLimit = 6000; // bytes
const hasList = (page) => /<nav class="filters"[^>]* data-items="/.test(page.html);

/** What the reader sees of the list now. */
const look = () => ({
  shown: [...document.querySelectorAll('[data-values]')].filter((item) => item.checkVisibility?.() ?? item.offsetParent !== null).map((item) => item.dataset.values),
  all: document.querySelectorAll('[data-values]').length,
  count: document.querySelector('.filter-count')?.textContent ?? '',
  query: location.search,
  chosen: [...document.querySelectorAll('.filter-form select')].map((select) => select.value),
  focus: document.activeElement?.name || document.activeElement?.tagName,
  emptyHeadings: [...document.querySelectorAll('.body > h2')].filter((h) => {
    const list = h.nextElementSibling;
    return h.offsetParent !== null && list?.matches('.cards') && ![...list.children].some((card) => card.offsetParent !== null);
  }).length,
});

async function withScript(tab, page, url, say) {
  const requests = [];
  tab.on('request', (request) => requests.push(request.url()));
  await tab.goto(url);
  const start = await tab.evaluate(look);
  if (start.shown.length !== start.all) say('something is hidden before the reader chooses');
  if (!start.count.startsWith(`All ${start.all} `)) say('the count of all is wrong', start.count);
  const selects = tab.locator('.filter-form select');
  const groups = await selects.count();
  if (groups === 0) return say('there is nothing to choose with');
  if (await tab.locator('.filters').isVisible()) say('links and controls stand side by side');
  for (let i = 0; i < groups; i += 1) {
    const { label, name } = await selects.nth(i).evaluate((s) => ({ label: s.labels[0]?.textContent ?? '', name: s.name }));
    if (!label.trim()) say('a control has no label', name);
    const options = await selects.nth(i).evaluate((s) => [...s.options].map((o) => [o.value, o.textContent]));
    for (const [value, words] of options.slice(1)) {
      await selects.nth(i).selectOption(value);
      const now = await tab.evaluate(look);
      const promised = Number(/\((\d+)\)$/.exec(words)?.[1]);
      if (now.shown.length !== promised) say(`"${words}" shows ${now.shown.length}`, name);
      if (!now.shown.every((values) => ` ${values} `.includes(` ${name}:${value} `))) say('an item that does not fit is shown', words);
      if (!now.count.startsWith(`${promised} of ${start.all} `)) say('the count is wrong', now.count);
      if (now.query !== `?${name}=${value}`) say('the address does not say what was chosen', now.query);
      if (now.emptyHeadings > 0) say('a heading stands over nothing', words);
      await selects.nth(i).selectOption('');
    }
  }
  // By keyboard; then with a second choice; and back, step by step.
  await tab.goto(url);
  await selects.first().focus();
  await tab.keyboard.press('ArrowDown');
  const one = await tab.evaluate(look);
  if (one.shown.length === start.all || !one.query) say('the arrow key chooses nothing', one.query);
  if (one.focus !== (await selects.first().getAttribute('name'))) say('the focus goes away', one.focus);
  if (groups > 1) {
    const second = await selects.nth(1).evaluate((s) => s.options[1].value);
    await selects.nth(1).selectOption(second);
    const two = await tab.evaluate(look);
    if (two.query.split('&').length !== 2 || two.shown.length > one.shown.length) say('two choices do not come together', two.query);
    await tab.reload();
    const again = await tab.evaluate(look);
    if (again.shown.join() !== two.shown.join() || again.count !== two.count) say('the same address shows another list', two.query);
    await tab.goBack();
    const back = await tab.evaluate(look);
    if (back.query !== one.query || back.shown.join() !== one.shown.join()) say('Back does not bring the choice before', back.query);
  }
  await tab.locator('.filter-form button').click();
  const cleared = await tab.evaluate(look);
  if (cleared.shown.length !== start.all || cleared.query !== '') say('"Show all" does not show all', cleared.query);
  if (cleared.focus === 'BODY') say('the focus is lost when all are shown again');
  for (const query of ['?topic=%3Cscript%3E', '?topic=%E0%A4%A', '?__proto__=x&constructor=y', '?=&&&==', `?topic=${'x'.repeat(5000)}`]) {
    await tab.goto(url + query);
    const odd = await tab.evaluate(look);
    if (odd.shown.length !== start.all) say('an address that nobody made hides something', query.slice(0, 40));
  }
  if (requests.some((address) => !address.startsWith(new URL(url).origin))) say('something was sent to another host');
  const kept = await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  if (kept > 0) say('something was kept on the device');
  return undefined;
}

/** Without script: the links are there, and each leads to a page that holds what it promises. */
async function withoutScript(tab, page, url, say) {
  await tab.goto(url);
  const seen = await tab.evaluate(look);
  if (seen.shown.length !== seen.all) say('without script something is hidden');
  if ((await tab.locator('.filter-form').count()) > 0) say('without script there are controls that do nothing');
  await tab.locator('.filters summary').focus();
  await tab.keyboard.press('Enter');
  const links = await tab.locator('.filters a').evaluateAll((all) => all.map((a) => ({ href: a.href, words: a.textContent, seen: a.offsetParent !== null })));
  if (links.length < 2 || !links.every((link) => link.seen)) say('without script the links do not open');
  for (const { href, words } of links) {
    const [, value, promised] = /^(.*) \((\d+)\)$/.exec(words) ?? [];
    await tab.goto(href);
    if (href.includes('#')) {
      const there = await tab.evaluate((id) => Boolean(document.getElementById(id)), decodeURIComponent(new URL(href).hash.slice(1)));
      if (!there) say('a link leads to no place', href);
      continue;
    }
    const { heading, cards, words: all, back } = await tab.evaluate((from) => ({
      heading: document.querySelector('h1')?.textContent ?? '',
      cards: document.querySelectorAll('.card').length,
      words: document.querySelector('main')?.textContent ?? '',
      back: [...document.querySelectorAll('.body a')].some((a) => a.href === from),
    }), url);
    if (!heading.endsWith(value)) say('the page of a value has another heading', `${heading} / ${value}`);
    if (cards !== Number(promised) || !all.includes(`${promised} of ${seen.all} `)) say(`the page of a value holds ${cards} and not ${promised}`, href);
    if (!back) say('the page of a value does not lead back to the whole list', href);
  }
}

export async function judge(court) {
  const { site } = court;
  const findings = [];
  const pages = site.readable.filter(hasList);
  if (pages.length === 0) findings.push({ page: '/', what: 'no list can be narrowed', where: '' });
  for (const page of pages) {
    const source = /<script src="([^"]*filters\.[^"]*)"/.exec(page.html)?.[1];
    const file = source && fileFor(site, '/' + source.slice(site.root.length));
    const text = file ? readFileSync(join(site.folder, file), 'utf8') : '';
    if (!text) findings.push({ page: page.address, what: 'the script of the filters is missing', where: '' });
    if (Buffer.byteLength(text) >= scriptLimit) findings.push({ page: page.address, what: `filters.js has ${Buffer.byteLength(text)} bytes, not under ${scriptLimit}`, where: file });
  }
  const sayOf = (page) => (what, where = '') => findings.push({ page: page.address, what, where });
  await eachPage(court, pages, {}, findings, (tab, page, url) => withScript(tab, page, url, sayOf(page)));
  await eachPage(court, pages, { javaScriptEnabled: false }, findings, (tab, page, url) => withoutScript(tab, page, url, sayOf(page)));
  return { tested: pages, findings, notes: [`${pages.length} lists: ${pages.map((page) => page.address).join(' ')}`] };
}
