// Judge: one page of each kind prints well on A4: it has pages, the pages have text, and what
// belongs together stays together.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eachPage } from './browser.mjs';
import { samplePages } from './site.mjs';

const run = promisify(execFile);
const a4 = { width: 595, height: 842 }; // points
const tolerance = 2;

// Where a page broke is hard to find in a finished PDF. Whether it may break is one style rule.
const keptWhole = '.easy-row, .card, tr';

/** Runs in the browser, in print media. Gives [what, where] for each fault. */
function lookAtPrint(selector) {
  const faults = [];
  const shown = (element) => element.getClientRects().length > 0;
  const name = (element) => `<${element.localName} class="${element.className}">`;
  const loose = [...document.querySelectorAll(selector)].filter(
    (element) => shown(element) && !getComputedStyle(element).breakInside.startsWith('avoid'),
  );
  for (const which of new Set(loose.map(name))) faults.push(['this may be split over two pages', which]);
  // Paper cannot open a popover: the meaning of a word must stand there in print.
  const hidden = [...document.querySelectorAll('.meaning')].find((element) => !shown(element));
  if (hidden) faults.push(['the meaning of a word is missing in print', `#${hidden.id}`]);
  return faults;
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

async function lookAtPdf(file, title, say) {
  const { stdout: facts } = await run('pdfinfo', ['-f', '1', '-l', '9999', file]);
  const pages = [...facts.matchAll(/^Page\s+(\d+) size:\s+([\d.]+) x ([\d.]+) pts/gm)];
  if (pages.length === 0) say('the print has no page');
  for (const [, number, width, height] of pages) {
    const fits = Math.abs(width - a4.width) <= tolerance && Math.abs(height - a4.height) <= tolerance;
    if (!fits) say('a page is not A4', `page ${number}: ${width} x ${height} points`);
  }
  const { stdout: text } = await run('pdftotext', [file, '-'], { maxBuffer: 1 << 26 });
  if (!text.trim()) say('the print has no text');
  else if (!oneLine(text).includes(oneLine(title))) say('the title is missing in print', title);
}

export async function judge(court) {
  const pages = samplePages(court.site);
  const findings = [];
  const folder = await mkdtemp(join(tmpdir(), 'local-offer-print-'));
  try {
    await eachPage(court, pages, {}, findings, async (tab, page, url) => {
      const say = (what, where = '') => findings.push({ page: page.address, what, where });
      await tab.goto(url);
      const title = (await tab.locator('h1').first().textContent()) ?? '';
      await tab.emulateMedia({ media: 'print' });
      for (const [what, where] of await tab.evaluate(lookAtPrint, keptWhole)) say(what, where);
      const file = join(folder, `${pages.indexOf(page)}.pdf`);
      // The page's own wish for a paper size counts, so that a wrong one is found.
      await tab.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
      await lookAtPdf(file, title, say);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const printed = pages.map((page) => page.address).join(' ');
  return { tested: pages, findings, notes: [`one page of each kind: ${printed}`] };
}
