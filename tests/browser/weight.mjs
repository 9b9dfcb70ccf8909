// Judge: the page is light enough for an old phone on a poor connection. Sizes are what goes over
// the wire: text packed with gzip -9, pictures as they are.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { desk } from './browser.mjs';
import { fileFor } from './site.mjs';

const kB = 1000;
// What a server may send before it must wait for the first answer (ten packets of 1,460 bytes).
const textLimit = 14 * kB;
const firstViewLimit = 60 * kB;

// Pages that are one whole list and grow with it. They may be heavier, each for its reason.
const wholeLists = [
  { address: /^\/glossary\/$/, limit: 40 * kB, reason: 'every word from A to Z on one page, to search in' },
  { address: /^\/a-to-z\/$/, limit: 40 * kB, reason: 'every page from A to Z' },
  { address: /^\/site-map\/$/, limit: 40 * kB, reason: 'every page, section by section' },
  { address: /^\/plans\/areas-for-improvement-plan\/actions\/$/, limit: 20 * kB, reason: 'every action of a plan in full' },
  { address: /^\/reports\/who-does-what\/$/, limit: 40 * kB, reason: 'every role with all that it looks after' },
  { address: /^\/plans\/(accelerated-progress|areas-for-improvement)-plan\/$/, limit: 20 * kB, reason: 'a whole plan on one page, to print and keep' },
  { address: /^\/updates\/$/, limit: 40 * kB, reason: 'every question and answer on one page' },
  { address: /^\/strategies\/send-strategy-/, limit: 20 * kB, reason: 'a whole strategy on one page, 2,900 words' },
  { address: /^\/pathways\/(ehc-needs-assessment|annual-review)\/$/, limit: 20 * kB, reason: 'a whole guide on one page, 2,500 words and more, to print and keep' },
];

const phone = { width: 360, height: 740 };
const packed = new Set(['.html', '.css', '.js', '.mjs', '.svg', '.json', '.xml', '.txt']);

/** Runs in the browser: the addresses of all that the first view needs besides the page itself. */
function firstView() {
  const inView = (image) => {
    const box = image.getBoundingClientRect();
    return box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  };
  const loaded = performance.getEntriesByType('resource').filter((e) => e.initiatorType !== 'img');
  return {
    sheets: [...document.querySelectorAll('link[rel~=stylesheet]')]
      .filter((link) => matchMedia(link.media || 'all').matches) // nobody waits for the style of paper
      .map((link) => link.href),
    images: [...document.images].filter(inView).map((image) => image.currentSrc || image.src),
    others: loaded.map((entry) => entry.name),
  };
}

export function visit({ site, server }) {
  const findings = [];
  const sizes = new Map();
  const wireSize = (file) => {
    if (!sizes.has(file)) {
      const bytes = readFileSync(join(site.folder, file));
      const text = packed.has(extname(file));
      sizes.set(file, text ? gzipSync(bytes, { level: 9 }).length : bytes.length);
    }
    return sizes.get(file);
  };
  const sum = (page, urls) => {
    const prefix = server.origin + site.root;
    const files = [...urls]
      .filter((url) => url.startsWith(prefix))
      .map((url) => fileFor(site, '/' + new URL(url).pathname.slice(site.root.length)));
    const total = [...new Set(files)].filter(Boolean).reduce((all, file) => all + wireSize(file), 0);
    return total + wireSize(page.file);
  };
  const show = (bytes) => `${(bytes / kB).toFixed(1)} kB`;

  const weights = [];
  const look = async (tab, page, url) => {
    const first = await tab.evaluate(firstView);
    const seen = [first];
    // Without a picture in its words a page looks the same to a small and a large screen.
    if (page.html.includes('<img', page.html.indexOf('<main'))) {
      await tab.setViewportSize(phone);
      await tab.goto(url); // anew: another screen may fetch other pictures
      seen.push(await tab.evaluate(firstView));
      await tab.setViewportSize(desk);
    }
    const text = sum(page, first.sheets);
    const view = Math.max(...seen.map(({ sheets, images, others }) => sum(page, [...sheets, ...images, ...others])));
    const list = wholeLists.find((entry) => entry.address.test(page.address));
    const limit = list?.limit ?? textLimit;
    const say = (what) => findings.push({ page: page.address, what, where: page.file });
    if (text > limit) say(`page and style are ${show(text)}, more than ${show(limit)}`);
    if (view > firstViewLimit) say(`the first view is ${show(view)}, more than ${show(firstViewLimit)}`);
    weights.push({ address: page.address, text, view, list });
  };

  const end = () => {
    const notes = [];
    const heaviest = (what, key, candidates) => {
      const top = candidates.reduce((a, b) => (b[key] > (a?.[key] ?? -1) ? b : a), undefined);
      if (top) notes.push(`heaviest ${what}: ${show(top[key])}, ${top.address}`);
    };
    heaviest('page with its style', 'text', weights.filter((w) => !w.list));
    heaviest('first view', 'view', weights);
    for (const { address, text, list } of weights.filter((w) => w.list)) {
      notes.push(`${address} may be heavier, and is ${show(text)}: ${list.reason}`);
    }
    return notes;
  };
  return { findings, look, end };
}
