// Judge: every address inside the site leads somewhere, at once, and nothing is asked of others.
// The browser's own parser reads the pages, so that a fault in ours cannot hide one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFor } from './site.mjs';

/** Runs in the browser, on text only: nothing is fetched. */
function readHtml(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = [...page.querySelectorAll('[href], [src], [srcset], [poster]')];
  const addresses = all.flatMap((element) => {
    const tag = element.localName;
    const rel = element.getAttribute('rel') ?? '';
    const one = (name) => ({ tag, rel, value: element.getAttribute(name) });
    const set = (element.getAttribute('srcset') ?? '').split(',').filter((s) => s.trim());
    return [
      ...['href', 'src', 'poster'].filter((name) => element.hasAttribute(name)).map(one),
      ...set.map((source) => ({ tag, rel, value: source.trim().split(/\s+/)[0] })),
    ];
  });
  return {
    addresses,
    ids: [...page.querySelectorAll('[id]')].map((element) => element.id),
    targets: [...page.querySelectorAll('[popovertarget]')].map((b) => b.getAttribute('popovertarget')),
    canonicals: [...page.querySelectorAll('link[rel~=canonical]')].map((l) => l.getAttribute('href')),
    refresh: page.querySelector('meta[http-equiv=refresh i]')?.content ?? '',
  };
}

// A link that a reader may follow can lead anywhere; so can a statement about the page. All else
// is fetched by the browser without being asked.
const mayLeaveSite = ({ tag, rel }) =>
  ['a', 'area'].includes(tag) || /^(canonical|alternate|license|author|me|help|search)$/.test(rel);

export async function judge({ site, browser }) {
  const findings = [];
  const pageByFile = new Map(site.pages.map((page) => [page.file, page]));
  const say = (page, what, where = '') => findings.push({ page: page.address, what, where });

  const tab = await browser.newPage();
  const readings = new Map();
  for (const page of site.pages) readings.set(page, await tab.evaluate(readHtml, page.html));
  await tab.close();
  const idsOf = new Map([...readings].map(([page, { ids }]) => [page, new Set(ids)]));

  /** Says what is wrong with one address, seen from `page`. Other people's sites are not asked. */
  function follow(page, value, leaveToLeave) {
    const here = new URL(page.address.slice(1), site.base);
    let url;
    try {
      url = new URL(value, here);
    } catch {
      return say(page, 'this is not an address', value);
    }
    if (['mailto:', 'tel:', 'sms:'].includes(url.protocol) && leaveToLeave) return;
    if (!url.href.startsWith(site.base)) {
      const web = ['http:', 'https:'].includes(url.protocol);
      const leaves = web && url.origin !== here.origin;
      if (!leaves) say(page, 'this address is not inside the site', value);
      else if (!leaveToLeave) say(page, 'the page asks another host for something', value);
      return;
    }
    if (page.file === '404.html' && !/^(\/|#|https?:)/.test(value)) {
      // The server shows this page at any depth, where such an address means something else.
      say(page, 'an address on the 404 page must start with /', value);
    }
    const path = '/' + url.pathname.slice(site.root.length);
    const file = fileFor(site, path);
    if (!file) {
      const slash = fileFor(site, path + '/') ? ' (its closing slash is missing)' : '';
      return say(page, `nothing is at this address${slash}`, value);
    }
    const target = pageByFile.get(file);
    if (target?.redirect) say(page, 'this link leads to a page that only sends readers on', value);
    const id = decodeURIComponent(url.hash.slice(1));
    if (target && id && id !== 'top' && !idsOf.get(target).has(id)) {
      say(page, 'no part of the target page has this id', value);
    }
  }

  for (const [page, reading] of readings) {
    for (const address of reading.addresses) follow(page, address.value, mayLeaveSite(address));
    const twice = reading.ids.filter((id, i, ids) => ids.indexOf(id) !== i);
    for (const id of new Set(twice)) say(page, 'this id is on the page more than once', id);
    for (const id of reading.targets) {
      if (!idsOf.get(page).has(id)) say(page, 'a button opens a popover that is not there', id);
    }
    if (page.redirect) {
      const target = /url\s*=\s*(.*)$/i.exec(reading.refresh)?.[1]?.replace(/^['"]|['"]$/g, '');
      if (target) follow(page, target, false);
      else say(page, 'the page sends readers on, but not where', reading.refresh);
    } else if (page.file !== '404.html') {
      const right = new URL(page.address.slice(1), site.base).href;
      if (reading.canonicals.length !== 1) {
        say(page, `the page has ${reading.canonicals.length} canonical addresses, not one`);
      } else if (reading.canonicals[0] !== right) {
        say(page, `the canonical address is wrong; right is ${right}`, reading.canonicals[0]);
      }
    }
  }

  const sheets = [...site.files].filter((file) => file.endsWith('.css'));
  for (const file of sheets) {
    const css = readFileSync(join(site.folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const sheet = { address: '/' + file, file };
    const inUrl = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)];
    const imports = [...css.matchAll(/@import\s+["']([^"']+)["']/g)];
    for (const [, value] of [...inUrl, ...imports]) {
      if (!value.startsWith('#')) follow(sheet, value, false);
    }
  }
  return { tested: site.pages, findings, notes: [] };
}
