// Judge: axe-core on every page. No violation of WCAG 2.2 A and AA or of axe's best practices. What
// axe leaves to people is counted by rule. In the dark only colours differ, and colours hang on what
// an element is, on its classes and on where it stands: a page is judged in the dark too when it has
// such an element that no page before it had.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desk } from './browser.mjs';

export const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Named, because some rules (the size of targets) are off until their tag is asked for.
// Experimental rules stay off. AAA is not here: AA is the floor that the project promises.
const tags = [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'section508', 'EN-301-549',
  'best-practice',
];
const options = {
  runOnly: { type: 'tag', values: tags },
  resultTypes: ['violations', 'incomplete'],
  iframes: false,
  preload: false, // only for rules about media and a rule that is experimental
};
const schemes = ['light', 'dark'];
const phone = { width: 360, height: 740 };
const pagesAsOnPhone = 5;

/** Runs in the browser: what the style of each element can hang on, "ul.cards > li.card > p". */
function kindsOfElements() {
  const kind = (element) => [element.localName, ...element.classList].join('.');
  const kinds = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const up = element.parentElement;
    kinds.add([kind(up.parentElement), kind(up), kind(element)].join(' > '));
  }
  const styles = [...document.querySelectorAll('link[rel~=stylesheet]')].map((link) => link.href);
  return [document.body.className, ...styles, ...kinds];
}

/** With `source` in the page: what axe finds in it, or in one element. */
export async function runAxe(tab, selector) {
  const result = await tab.evaluate(
    ([where, how]) => axe.run(where ?? document, how),
    [selector, options],
  );
  const flatten = (rules) =>
    rules.flatMap((rule) =>
      rule.nodes.map((node) => {
        const why = node.any[0] ?? node.all[0] ?? node.none[0];
        return { rule: rule.id, why: why?.message ?? rule.help, where: node.target.join(' ') };
      }),
    );
  return { violations: flatten(result.violations), incomplete: flatten(result.incomplete) };
}

/**
 * The page as on a phone, and each popover in turn: closed, it is out of axe's sight. On a phone
 * more things are popovers (the menu).
 */
async function runAsOnPhone(tab) {
  await tab.setViewportSize(phone);
  const results = [await runAxe(tab)];
  const ids = await tab.evaluate(() => {
    const buttons = [...document.querySelectorAll('[popovertarget]')];
    return [...new Set(buttons.map((button) => button.popoverTargetElement?.id))];
  });
  for (const id of ids.filter(Boolean)) {
    const selector = `[id="${id}"]`;
    await tab.evaluate((s) => document.querySelector(s).showPopover(), selector);
    results.push(await runAxe(tab, selector));
    await tab.evaluate((s) => document.querySelector(s).hidePopover(), selector);
  }
  await tab.setViewportSize(desk);
  return results;
}

/** A few pages with explained words, of as many kinds as can be, spread over the site. */
function pagesForPhone(site) {
  const candidates = site.readable.filter((page) => page.hasTerms);
  const kinds = new Map(candidates.map((page) => [page.kind, page]));
  const step = Math.max(1, Math.floor(candidates.length / pagesAsOnPhone));
  const spread = candidates.filter((_, i) => i % step === 0);
  return new Set([...kinds.values(), ...spread].slice(0, pagesAsOnPhone));
}

export function visit({ site }) {
  const onPhone = pagesForPhone(site);
  const findings = [];
  const left = new Map(); // rule -> how often axe left it to a person
  const seenInTheDark = new Set();
  let pagesInTheDark = 0;
  const look = async (tab, page, url) => {
    await tab.evaluate(source);
    const kinds = await tab.evaluate(kindsOfElements);
    const dark = onPhone.has(page) || kinds.some((kind) => !seenInTheDark.has(kind));
    kinds.forEach((kind) => seenInTheDark.add(kind));
    pagesInTheDark += dark;
    const found = new Map(); // the same fault in both schemes is one finding
    for (const scheme of dark ? schemes : schemes.slice(0, 1)) {
      await tab.emulateMedia({ colorScheme: scheme });
      const results = [await runAxe(tab)];
      if (onPhone.has(page)) results.push(...(await runAsOnPhone(tab)));
      for (const { violations, incomplete } of results) {
        for (const fault of violations) {
          const key = `${fault.rule} ${fault.where}`;
          const known = found.get(key) ?? { ...fault, schemes: new Set() };
          known.schemes.add(scheme);
          found.set(key, known);
        }
        for (const { rule } of incomplete) left.set(rule, (left.get(rule) ?? 0) + 1);
      }
    }
    for (const { rule, why, where, schemes: seenIn } of found.values()) {
      const what = `${rule} (${[...seenIn].join(' and ')}): ${why}`;
      findings.push({ page: page.address, what, where });
    }
    await tab.emulateMedia({ colorScheme: 'light' });
    if (onPhone.has(page)) await tab.goto(url); // popovers have moved the focus
  };
  const end = () => {
    const counts = [...left].sort((a, b) => b[1] - a[1]).map(([rule, n]) => `${rule} ${n}`);
    const notes = counts.length ? [`axe leaves these to a person: ${counts.join(', ')}`] : [];
    notes.push(`${pagesInTheDark} of them in the dark colour scheme too: every kind of element is on one of these`);
    return notes;
  };
  return { findings, look, end };
}
