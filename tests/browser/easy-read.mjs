// Judge: an Easy Read page keeps the rules for words and pictures, lets the reader choose their size
// by keyboard and keeps the choice on the device, is whole without script, and prints well.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { desk, eachPage, protocolOf } from './browser.mjs';
import { samplePages } from './site.mjs';

const run = promisify(execFile);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const smallPhone = { width: 320, height: 640 };
const scriptLimit = 5000; // bytes
const groups = { pictures: ['Normal', 'Bigger', 'None'], words: ['Normal', 'Bigger', 'Biggest'] };
const states = [['Normal', 'Normal'], ['Bigger', 'Bigger'], ['None', 'Biggest'], ['Bigger', 'Biggest']];
const paper = { top: 15, bottom: 297 - 24 }; // mm: where the rows of a page begin and end

const button = (tab, group, words) => tab.locator(`.easy-choices [aria-labelledby="page-choice-${group}"] button`, { hasText: new RegExp(`^${words}$`) });
const choose = async (tab, pictures, words) => {
  await button(tab, 'pictures', pictures).click();
  await button(tab, 'words', words).click();
};
const chosen = (tab) => tab.evaluate(() => ['pictures', 'words'].map((name) => document.documentElement.getAttribute(`data-${name}`)).join());
const pressed = (tab) => tab.locator('.easy-choices [aria-pressed=true]').evaluateAll((all) => all.map((b) => b.textContent.toLowerCase()).join());
const sidewaysScroll = (tab) => tab.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

function judgeScript(site, page, say) {
  const sources = [...page.html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>/g)];
  const [tag, src] = sources.find(([, address]) => /easy-read[^/]*\.js$/.test(address)) ?? [];
  if (!tag) return say('the page does not load easy-read.js');
  if (!/\bdefer\b/.test(tag)) say('easy-read.js keeps the page waiting', tag);
  const text = readFileSync(join(site.folder, new URL(src, site.base).pathname.slice(site.root.length)), 'utf8');
  if (Buffer.byteLength(text) >= scriptLimit) say(`easy-read.js has ${Buffer.byteLength(text)} bytes, not under ${scriptLimit}`);
  const words = text.replace(/\/\/ .*|\/\*.*?\*\//g, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
  const modern = /=>|`|\?\.|\?\?|\b(?:let|const|class|async|await|import|export)\b|\.\.\.|\*\*/.exec(words);
  if (modern) say('an old phone cannot read easy-read.js', modern[0]);
  const forbidden = /\b(?:eval|Function|innerHTML|outerHTML|insertAdjacentHTML|style|focus|fetch|XMLHttpRequest|sendBeacon|WebSocket|cookie)\b/.exec(words);
  if (forbidden) say('easy-read.js uses what it must not', forbidden[0]);
}

/** Runs in the browser: the rules for words, as they are laid out now. Gives [what, where] for each fault. */
function lookAtWords() {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const faults = new Map();
  const narrow = 0.45; // em: the mean letter of a narrow font (Arial); in a wider one fewer fit on a line
  const parts = '.intro, .ways, .contents, .easy-choices, .body, .hard-words, .checked, .help, .review, .together';
  for (const element of document.querySelectorAll('main p, main li, main dt, main dd, main summary, main button')) {
    if (!element.closest(parts) || element.getClientRects().length === 0 || element.classList.contains('for-ears')) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const where = `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
    const fault = (what) => faults.has(what) || faults.set(what, where);
    if (size < 1.25 * rem - 0.1) fault(`words are ${size / rem}rem, smaller than 1.25rem`);
    if (parseFloat(style.lineHeight) < 1.5 * size - 0.1) fault('lines are closer than 1.5');
    if (!['start', 'left'].includes(style.textAlign) && element.localName !== 'button') fault(`words are not left aligned: ${style.textAlign}`);
    if (style.hyphens === 'auto') fault('words may be hyphenated');
    const letters = element.clientWidth / size / narrow;
    if (letters >= 60) fault(`a line holds ${Math.round(letters)} letters, not under 60`);
  }
  return [...faults];
}

/** Runs in the browser: where pictures and words stand. `how`: beside, stacked or none; undefined: either. */
function lookAtRows(how) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const faults = new Map();
  const sizes = new Set();
  for (const row of document.querySelectorAll('.easy-row')) {
    const [picture, words] = [row.querySelector('.easy-picture'), row.querySelector('.easy-words')];
    const fault = (what) => faults.has(what) || faults.set(what, words.textContent.trim().slice(0, 40));
    if (picture.getAttribute('alt') !== '') fault('a picture is not silent');
    const [p, w] = [picture.getBoundingClientRect(), words.getBoundingClientRect()];
    if (how === 'none') {
      if (p.width > 0) fault('a picture is shown that should not be');
      const most = Math.min(row.clientWidth, 26 * parseFloat(getComputedStyle(words).fontSize));
      if (w.width < most - 1) fault('without pictures, the words do not take the whole width');
      continue;
    }
    sizes.add(`${Math.round(p.width)} x ${Math.round(p.height)}`);
    if (matchMedia('(min-width: 30em)').matches && picture.clientWidth < 8 * rem) fault('a picture is smaller than 8rem');
    if (Math.abs(p.width - p.height) > 1) fault('a picture is not square');
    if (how === 'beside' && !(p.right <= w.left && p.top < w.bottom && w.top < p.bottom)) fault('the words are not right of the picture');
    if (how === 'stacked' && w.top < p.bottom - 1) fault('the words are not below the picture');
  }
  if (sizes.size > 1) faults.set('pictures have different sizes', [...sizes].join(', '));
  return [...faults];
}

/** By keyboard: each button, what it does, and what is said. The focus stays where the reader is. */
async function byKeyboard(tab, say) {
  const names = await tab.locator('.easy-choices [role=group]').evaluateAll((all) =>
    all.map((g) => `${document.getElementById(g.getAttribute('aria-labelledby'))?.textContent}: ${[...g.querySelectorAll('button')].map((b) => b.textContent).join()}`));
  const wanted = [`Pictures: ${groups.pictures}`, `Words: ${groups.words}`];
  if (names.join() !== wanted.join()) return say('the controls are not as they should be', names.join('; '));
  const before = await tab.evaluate(() => {
    const box = document.querySelector('.easy-choices');
    return Boolean(box.compareDocumentPosition(document.querySelector('.easy-row')) & Node.DOCUMENT_POSITION_FOLLOWING) && document.activeElement === document.body;
  });
  if (!before) say('the controls are not above the rows, or the page takes the focus');
  const small = await tab.locator('.easy-choices button').evaluateAll((all) => all.filter((b) => b.offsetHeight < 44 || b.offsetWidth < 44).map((b) => b.textContent));
  if (small.length > 0) say('a button is smaller than 44 px', small.join());
  const spoken = tab.locator('.easy-choices [role=status]');
  if ((await spoken.count()) !== 1 || (await spoken.textContent())) say('there is not one live region that is silent at first');

  const here = () => tab.evaluate(() => (document.activeElement.closest('.easy-choices') ? document.activeElement.textContent : ''));
  for (let presses = 0; presses < 60 && !(await here()); presses += 1) await tab.keyboard.press('Tab');
  const state = { pictures: 'normal', words: 'normal' };
  for (const [group, choices] of Object.entries(groups)) {
    for (const [i, words] of choices.entries()) {
      if ((await here()) !== words) return say('Tab does not lead from button to button', `${await here()}, not ${words}`);
      const place = () => tab.evaluate(() => document.activeElement.getBoundingClientRect().top);
      const top = await place();
      await tab.keyboard.press(i % 2 ? 'Enter' : 'Space');
      const change = state[group] !== words.toLowerCase();
      state[group] = words.toLowerCase();
      const all = Object.values(state).join();
      if ((await chosen(tab)) !== all || (await pressed(tab)) !== all) say('a button does not do what it says', `${words}: ${await chosen(tab)}; pressed ${await pressed(tab)}`);
      const title = group[0].toUpperCase() + group.slice(1);
      if (change && (await spoken.textContent()) !== `${title}: ${words}.`) say('the change is not told', await spoken.textContent());
      if ((await here()) !== words) say('the focus moves when a button is pressed', words);
      if (Math.abs((await place()) - top) > 40) say('the button runs away when it is pressed', words);
      await tab.keyboard.press('Tab');
    }
  }
}

/** Kept on this device, for each Easy Read page; gone again with "Normal"; and nobody is asked or told anything. */
async function judgeMemory(tab, url, other, say) {
  await choose(tab, 'None', 'Biggest');
  for (const [address, where] of [[url, 'after a reload'], [other, 'on another page']]) {
    await tab.goto(address);
    if ((await chosen(tab)) !== 'none,biggest' || (await pressed(tab)) !== 'none,biggest') say(`the choice is forgotten ${where}`, await chosen(tab));
  }
  await tab.goto(url);
  await choose(tab, 'Normal', 'Normal');
  const kept = await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  if (kept > 0) say('with "Normal" something is still kept on the device');
  await tab.evaluate(() => localStorage.setItem('easy-read-words', 'x" onload="y'));
  await tab.reload();
  if ((await chosen(tab)) !== 'normal,normal') say('what is kept on the device is trusted blindly', await chosen(tab));
  await tab.evaluate(() => localStorage.clear());
  await tab.reload({ waitUntil: 'networkidle' });
}

/** All sizes on all screens, and forced colours. */
async function judgeLooks(tab, say, withAxe) {
  const look = async (how, name) => {
    const faults = [...(await tab.evaluate(lookAtWords)), ...(await tab.evaluate(lookAtRows, how))];
    for (const [what, where] of faults) say(`${name}: ${what}`, where);
    const over = await sidewaysScroll(tab);
    if (over > 0) say(`${name}: the page scrolls sideways by ${over} px`);
  };
  const protocol = await protocolOf(tab);
  for (const [pictures, words] of states) {
    await choose(tab, pictures, words);
    const none = pictures === 'None' && 'none';
    const name = `pictures ${pictures}, words ${words}`;
    for (const width of [320, 360, 480, 640, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      const wide = width === 1280 || (width >= 480 && pictures === 'Normal' && words === 'Normal');
      const stacked = width < 480 && pictures === 'Bigger' && 'stacked';
      await look(none || (wide ? 'beside' : stacked || undefined), `${name}, ${width} px`);
    }
    await protocol.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    for (const width of [640, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await look(none || undefined, `${name}, ${width} px, text twice as large`);
    }
    await protocol.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await tab.setViewportSize(desk);
    if (withAxe) await judgeAxe(tab, name, say);
  }

  await tab.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const plain = await tab.locator('.easy-choices button').evaluateAll((all) => all.filter((b) => {
    const mark = getComputedStyle(b, '::before');
    const seen = mark.visibility === 'visible' && mark.borderRightColor !== getComputedStyle(b).backgroundColor;
    return seen !== (b.getAttribute('aria-pressed') === 'true') || getComputedStyle(b).borderTopStyle === 'none';
  }).map((b) => b.textContent));
  if (plain.length > 0) say('with forced colours nobody sees which button is pressed', plain.join());
  const adjusted = await tab.locator('.easy-picture').first().evaluate((p) => getComputedStyle(p).forcedColorAdjust);
  if (adjusted !== 'none') say('with forced colours the pictures have no light ground');
  await tab.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

async function judgeAxe(tab, name, say) {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
  for (const colorScheme of ['light', 'dark']) {
    await tab.emulateMedia({ colorScheme });
    const found = await tab.evaluate(async (tags) => {
      document.querySelector('.together details').open = true;
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, preload: false });
      document.querySelector('.together details').open = false;
      return violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(' ')]));
    }, values);
    for (const [rule, where] of found) say(`${name}: ${rule} (${colorScheme})`, where);
  }
  await tab.emulateMedia({ colorScheme: 'light' });
}

const squeeze = (text) => text.replace(/\s+/g, '');
const sheetQuestions = 3;

/** What goes over the edge of one page and goes on at the top of the next has ink in the same columns there. */
async function findCut(file, count) {
  const { stdout } = await run('pdftoppm', ['-r', '50.8', '-gray', file], { encoding: 'buffer', maxBuffer: 1 << 28 });
  const bands = [];
  for (let start = 0; bands.length < count;) { // one picture after the other, 2 dots a millimetre
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(stdout.toString('latin1', start, start + 40));
    const ink = (mm) => {
      const first = start + head.length + mm * 2 * width;
      return new Set([...stdout.subarray(first, first + 2 * width)].flatMap((dot, i) => (dot < 160 ? [i % width] : [])));
    };
    bands.push({ top: ink(paper.top), bottom: ink(paper.bottom - 1) });
    start += head.length + width * height;
  }
  return bands.findIndex(({ bottom }, i) => [...bottom].filter((x) => bands[i + 1]?.top.has(x)).length > 2) + 1;
}

async function judgePrint(tab, page, file, say, [pictures, words]) {
  await choose(tab, pictures, words);
  const name = `printed, pictures ${pictures}, words ${words}`;
  const fault = (what, where = '') => say(`${name}: ${what}`, where);
  await tab.emulateMedia({ media: 'print' });
  const { rows, room, width, loose } = await tab.evaluate(() => ({
    rows: [...document.querySelectorAll('.easy-row')].map((row) => row.innerText),
    room: [...document.querySelectorAll('.together li')].map((li) => parseFloat(getComputedStyle(li, '::after').height) / 96 * 25.4),
    width: document.querySelector('.easy-picture').clientWidth / 96 * 25.4,
    loose: [...document.querySelectorAll('.easy-row')].some((row) => !getComputedStyle(row).breakInside.startsWith('avoid')),
  }));
  if (pictures !== 'None' && width < 49.9) fault(`pictures are ${width.toFixed()} mm wide, less than 5 cm`);
  if (pictures === 'None' && width > 0) fault('pictures are there that the reader took away');
  if (room.length !== sheetQuestions || room.some((mm) => !(mm >= 25))) fault('the sheet has no room to write', room.map(Math.round).join(' mm, '));
  await tab.pdf({ path: file, preferCSSPageSize: true });
  await tab.emulateMedia({ media: 'screen' });

  const { stdout: text } = await run('pdftotext', ['-raw', file, '-'], { maxBuffer: 1 << 26 });
  const sheets = text.split('\f').slice(0, -1);
  const whole = sheets.map((sheet) => squeeze(sheet).replace(/\(https?:[^)]*\)/g, '')); // paper adds where a link leads
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(page.html)?.[1] ?? '';
  const date = /We checked this page on <strong>([^<]*)/.exec(page.html)?.[1] ?? '';
  whole.forEach((sheet, i) => {
    if (!sheet.includes(`Page${i + 1}of${sheets.length}`)) fault('a page has no number', `page ${i + 1}`);
    if (!sheet.includes(squeeze(canonical)) || !sheet.includes(squeeze(date))) fault('a page is without its address or date', `page ${i + 1}`);
    if (/Onthispage|Mainmenu|Thispageinotherways|Skiptothe|Biggest|Followchanges/.test(sheet)) fault('what leads around the site is printed', `page ${i + 1}`);
  });
  for (const row of rows) {
    if (!whole.some((sheet) => sheet.includes(squeeze(row)))) fault('a row is split over two pages', row.slice(0, 60));
  }
  if (loose) fault('a row may be split over two pages');
  const cut = await findCut(file, sheets.length);
  if (cut > 0) fault('something is cut by the end of a page', `page ${cut}`);
  const last = whole.at(-1);
  const alone = whole.filter((sheet) => sheet.includes('Readingtogether')).length === 1 && last.includes('Readingtogether');
  const complete = ['Sayitinyourownwords', 'mattersmosttoyou', 'ask,ordonext', 'onerowatatime'].every((part) => last.includes(part));
  if (!alone || !complete || last.includes('Whocanhelp')) fault('the sheet for reading together is not on one page of its own', `${sheets.length} pages`);
  const { stdout: xml } = await run('pdftohtml', ['-xml', '-zoom', '1', '-i', '-stdout', file], { maxBuffer: 1 << 26 });
  const sizes = [...xml.matchAll(/<fontspec [^>]*size="(-?\d+)"/g)].map(([, size]) => Number(size));
  if (sizes.length === 0 || Math.min(...sizes) < 14) fault('words are smaller than 14 point', `${Math.min(...sizes)} point`);
  return sheets.length;
}

/** Without script: no controls, all rows, and the questions open by keyboard. */
async function judgeWithoutScript(tab, say) {
  if ((await tab.locator('.easy-choices, main [aria-pressed]').count()) > 0) say('without script there are controls that do nothing');
  const rows = tab.locator('.easy-row');
  const seen = await rows.evaluateAll((all) => all.every((row) => row.querySelector('img').clientWidth > 0 && row.querySelector('.easy-words').innerText.trim()));
  if ((await rows.count()) === 0 || !seen) say('without script the page is not whole');
  const questions = tab.locator('.together li');
  if ((await questions.count()) !== sheetQuestions || (await questions.first().isVisible())) say('the questions for reading together are not there, folded');
  await tab.locator('.together summary').focus();
  await tab.keyboard.press('Enter');
  if (!(await questions.last().isVisible())) say('the questions for reading together do not open by keyboard');
  for (const [what, where] of [...(await tab.evaluate(lookAtWords)), ...(await tab.evaluate(lookAtRows, 'beside'))]) say(`without script: ${what}`, where);
}

export async function judge(court) {
  const { site, server } = court;
  const pages = site.readable.filter((page) => page.easyRead);
  const samples = new Set(samplePages(site));
  const findings = [];
  const sayFor = (page) => (what, where = '') => findings.push({ page: page.address, what, where });
  if (pages.length === 0) {
    sayFor(site.readable[0])('no page of the site is Easy Read');
    return { tested: [site.readable[0]], findings, notes: [] };
  }
  const listen = (tab, say) => {
    const onError = (error) => say('a script failed', String(error).slice(0, 200));
    const onConsole = (message) => message.type() === 'error' && say('the console has an error', message.text().slice(0, 200));
    tab.on('pageerror', onError).on('console', onConsole);
    return () => tab.off('pageerror', onError).off('console', onConsole);
  };

  let sheets = 0;
  const folder = await mkdtemp(join(tmpdir(), 'local-offer-easy-'));
  try {
    await eachPage(court, pages, { viewport: desk }, findings, async (tab, page, url) => {
      const say = sayFor(page);
      const deaf = listen(tab, say);
      judgeScript(site, page, say);
      await tab.goto(url);
      // The controls are the same everywhere; how a page looks and prints with them is not.
      if (samples.has(page)) await byKeyboard(tab, say);
      if (samples.has(page)) await judgeMemory(tab, url, server.urlOf(pages[(pages.indexOf(page) + 1) % pages.length].address), say);
      const onRequest = (request) => say('a choice asks for something', request.url());
      const pictures = await tab.locator('.easy-picture').evaluateAll((all) => all.map((p) => (p.loading = 'eager')) && Promise.all(all.map((p) => p.decode())).then(() => all.length));
      tab.on('request', onRequest);
      if (samples.has(page)) await tab.evaluate(axe);
      await judgeLooks(tab, say, samples.has(page));
      tab.off('request', onRequest);
      const file = join(folder, `${pages.indexOf(page)}.pdf`);
      for (const state of samples.has(page) ? states : [states[0]]) {
        const count = await judgePrint(tab, page, file, say, state);
        if (state === states[0]) sheets += count / pages.length;
      }
      if (pictures === 0) say('an Easy Read page has no picture');
      await tab.evaluate(() => localStorage.clear());
      deaf();
    });

    await eachPage(court, pages, { javaScriptEnabled: false, viewport: desk }, findings, async (tab, page, url) => {
      await tab.goto(url);
      await judgeWithoutScript(tab, sayFor(page));
    });

    // A browser may forbid storage. The controls must work all the same.
    const [first] = pages;
    await eachPage(court, [first], { viewport: smallPhone }, findings, async (tab, page, url) => {
      const say = sayFor(page);
      await tab.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
      const deaf = listen(tab, say);
      await tab.goto(url);
      await choose(tab, 'Bigger', 'Biggest');
      if ((await chosen(tab)) !== 'bigger,biggest') say('without storage the controls do not work');
      deaf();
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const notes = [`${sheets.toFixed(1)} printed pages on average; axe on ${pages.filter((page) => samples.has(page)).map((page) => page.address).join(' ')}`];
  return { tested: pages, findings, notes };
}
