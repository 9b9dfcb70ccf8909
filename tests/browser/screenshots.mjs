// Pictures of a built site for people to look at: what no judge can see.
// node screenshots.mjs SITE_DIR OUT_DIR [--pages /a/,/b/]
// Without --pages: one page of each kind. Text and structure are not judged here.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { eachPage, openBrowser } from './browser.mjs';
import { serve } from './server.mjs';
import { readSite, samplePages } from './site.mjs';

const looks = [
  { name: '1280-light', width: 1280, colorScheme: 'light' },
  { name: '1280-dark', width: 1280, colorScheme: 'dark' },
  { name: '320-light', width: 320, colorScheme: 'light' },
  { name: '320-dark', width: 320, colorScheme: 'dark' },
  { name: '1280-forced-colours', width: 1280, colorScheme: 'dark', forcedColors: 'active' },
];

/** `/plan/easy-read/` -> `plan-easy-read`, so that a page's pictures lie side by side. */
const fileName = (address) => address.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-') || 'home';

function wrongUse(why) {
  console.error(`${why}\nUse: node screenshots.mjs SITE_DIR OUT_DIR [--pages /a/,/b/]`);
  process.exit(2);
}

function choosePages(site, wanted) {
  if (!wanted) return samplePages(site);
  return wanted.split(',').map((address) => {
    const found = site.readable.find((page) => page.address === address);
    return found ?? wrongUse(`There is no page ${address}.`);
  });
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string' } },
});
if (positionals.length !== 2) wrongUse('Name the folder of a built site, and one for the pictures.');
const [folder, out] = positionals.map((path) => resolve(path));
const site = readSite(folder);
const pages = choosePages(site, values.pages);
mkdirSync(out, { recursive: true });

const server = await serve(site);
const browser = await openBrowser();
const jobs = 2 * availableParallelism();
const findings = [];
await eachPage({ browser, server, jobs }, pages, {}, findings, async (tab, page, url) => {
  for (const { name, width, colorScheme, forcedColors = 'none' } of looks) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ media: 'screen', colorScheme, forcedColors });
    await tab.goto(url);
    // Pictures that load only when scrolled to would be missing from the picture of a whole page.
    await tab.evaluate(() => document.querySelectorAll('img').forEach((i) => (i.loading = 'eager')));
    await tab.waitForLoadState('networkidle');
    const path = join(out, `${fileName(page.address)}--${name}.png`);
    await tab.screenshot({ path, fullPage: true });
  }
  await tab.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
  const path = join(out, `${fileName(page.address)}--print.pdf`);
  await tab.pdf({ path, format: 'A4', preferCSSPageSize: true });
});
await browser.close();
await server.close();
for (const { page, what, where } of findings) console.error(`${page}: ${what}: ${where}`);
console.log(`${pages.length} pages, ${looks.length} pictures and one print of each, in ${out}`);
process.exit(findings.length > 0 ? 1 : 0);
