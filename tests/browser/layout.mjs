// Judge: the page fits. On a small phone, on a desk, with the reader's own text spacing
// (WCAG 1.4.12) and with text twice as large: no sideways scroll, nothing cut off, text of a size
// that can be read. One h1, and a skip link that works.
import { desk, overlay, protocolOf } from './browser.mjs';

const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;
const conditions = [
  { name: '1280 px', width: 1280, smallestText: 20 },
  { name: '320 px', width: 320, smallestText: 18 },
  { name: '320 px, wide text spacing', width: 320, css: textSpacing },
  // 36 is twice 18: text whose size is fixed in pixels stays small, and is found by that.
  { name: '640 px, text twice as large', width: 640, readerSize: 32, smallestText: 36 },
];
const usualReaderSize = 16; // what browsers come with

/** Runs in the browser. Gives [what, where] for each fault of the page as it is laid out now. */
function lookAtLayout(smallestText) {
  const faults = [];
  const name = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const classes = [...element.classList].map((c) => `.${c}`).join('');
    return `<${element.localName}${id}${classes}> ${element.textContent.trim().slice(0, 40)}`;
  };
  const styleOf = (element) => getComputedStyle(element);
  const all = [...document.body.querySelectorAll('*')];

  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) {
    // The culprit is the first element that sticks out and is in no box that scrolls by itself.
    const scrolls = (e) => e !== document.body && styleOf(e).overflowX !== 'visible';
    const inScroller = (e) => {
      for (let up = e.parentElement; up && up !== page; up = up.parentElement) {
        if (scrolls(up)) return true;
      }
      return false;
    };
    const out = all.find((e) => e.getBoundingClientRect().right > page.clientWidth + 1 && !inScroller(e));
    const by = page.scrollWidth - page.clientWidth;
    faults.push([`the page scrolls sideways by ${by} px`, out ? name(out) : '']);
  }

  // Things kept for screen readers only are boxes of a pixel or clipped away: no reader misses them.
  const forEarsOnly = (e) =>
    e.clientWidth <= 1 || e.clientHeight <= 1 || styleOf(e).clipPath !== 'none' || styleOf(e).clip !== 'auto';
  const isCutOff = (text, box) => {
    for (let up = text.parentElement; up && up !== box; up = up.parentElement) {
      if (styleOf(up).display !== 'inline' && forEarsOnly(up)) return false;
    }
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(text);
    const slack = 3; // px: the box of a letter is a little larger than its ink
    return [...range.getClientRects()].some((r) =>
      r.left < left - slack || r.right > right + slack || r.top < top - slack || r.bottom > bottom + slack);
  };
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  for (const box of all) {
    const style = styleOf(box);
    const low = cuts(style.overflowY) && box.scrollHeight > box.clientHeight;
    const wide = cuts(style.overflowX) && box.scrollWidth > box.clientWidth;
    if (!(low || wide) || style.display === 'inline' || forEarsOnly(box)) continue;
    // What sticks out may be an ornament. Only words count.
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      if (!words.currentNode.data.trim() || !isCutOff(words.currentNode, box)) continue;
      faults.push(['text is cut off', name(box)]);
      break;
    }
  }

  const size = parseFloat(styleOf(document.body).fontSize);
  if (smallestText && size < smallestText) {
    faults.push([`text is ${size} px, smaller than ${smallestText} px`, '<body>']);
  }
  return faults;
}

/** Opens one popover of each class, as a reader would: it must be wholly on the screen. */
function lookAtPopovers() {
  const shown = (e) => e.getClientRects().length > 0;
  const kinds = new Map();
  for (const button of document.querySelectorAll('[popovertarget]')) {
    const kind = button.popoverTargetElement?.className;
    if (kind !== undefined && shown(button) && !kinds.has(kind)) kinds.set(kind, button);
  }
  const faults = [];
  for (const button of kinds.values()) {
    const popover = button.popoverTargetElement;
    button.scrollIntoView({ block: 'center' });
    if (!popover.matches(':popover-open')) button.click();
    const box = popover.getBoundingClientRect();
    const open = popover.matches(':popover-open');
    if (open) popover.hidePopover();
    const fits = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && box.bottom <= innerHeight + 1;
    if (open && !fits) faults.push(['a popover does not fit on the screen', `#${popover.id}`]);
  }
  scrollTo(0, 0);
  return faults;
}

/** The skip link must come first, be seen when it has the focus, and take the reader along. */
async function trySkipLink(tab, say) {
  await tab.keyboard.press('Tab');
  const link = await tab.evaluate(() => {
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0;
    return { tag: here.localName, href: here.getAttribute('href') ?? '', seen };
  });
  if (link.tag !== 'a' || !link.href.startsWith('#')) {
    return say('the first thing that Tab reaches is not a skip link', `<${link.tag}> ${link.href}`);
  }
  if (!link.seen) say('the skip link cannot be seen when it has the focus', link.href);
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const arrived = await tab.evaluate((href) => {
    const target = document.getElementById(href.slice(1));
    const here = document.activeElement;
    if (!target || location.hash !== href) return false;
    // With nothing to reach after the target, Tab leaves the page, which is right too.
    return here === document.body || target === here ||
      Boolean(target.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, link.href);
  if (!arrived) say('the skip link does not take the reader to the content', link.href);
}

export function visit() {
  const findings = [];
  const look = async (tab, page) => {
    const say = (what, where) => findings.push({ page: page.address, what, where });
    const protocol = await protocolOf(tab);
    const setReaderSize = (standard) => protocol.send('Page.setFontSizes', { fontSizes: { standard } });
    await tab.setViewportSize({ width: 320, height: 640 });
    const titles = await tab.locator('h1').count();
    if (titles !== 1) say(`the page has ${titles} h1 headings, not one`, '');
    await trySkipLink(tab, say);

    for (const { name, width, smallestText, css, readerSize } of conditions) {
      await tab.setViewportSize({ width, height: 640 });
      if (css) await overlay(tab, css);
      if (readerSize) await setReaderSize(readerSize);
      const faults = await tab.evaluate(lookAtLayout, smallestText);
      faults.push(...(await tab.evaluate(lookAtPopovers)));
      for (const [what, where] of faults) say(`at ${name}, ${what}`, where);
      if (css) await overlay(tab, '');
      if (readerSize) await setReaderSize(usualReaderSize);
    }
    await tab.setViewportSize(desk);
  };
  return { findings, look };
}
