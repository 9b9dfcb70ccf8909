// Debian's Chromium, driven over its own protocol, and the loops that share pages among tabs.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const desk = { width: 1280, height: 900 };

const flags = [
  '--headless',
  '--no-sandbox', // tests often run as root in a container, where the sandbox cannot start
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The same engine without the windows around it, which took as long to draw as the page.
const shell = '/usr/bin/chromium-headless-shell';

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium'),
    args: flags,
  });
}

const gaveUp = (page, error) => ({
  page: page.address,
  what: 'the browser gave up',
  where: String(error.message ?? error).split('\n')[0],
});

/**
 * Runs `work(tab, page, url)` for every page, `jobs` tabs at a time. Tabs are reused, because
 * opening one takes longer than most judges need. What goes wrong on a page becomes a finding on
 * that page, and the page after it gets a new tab.
 */
export async function eachPage({ browser, server, jobs }, pages, options, findings, work) {
  const queue = pages.values(); // one iterator for all tabs: each page is taken once
  const lane = async () => {
    let context;
    for (const page of queue) {
      try {
        context ??= await browser.newContext({ reducedMotion: 'reduce', ...options });
        const tab = context.pages()[0] ?? (await context.newPage());
        tab.setDefaultTimeout(20_000);
        await work(tab, page, server.urlOf(page.address));
      } catch (error) {
        findings.push(gaveUp(page, error));
        await context?.close().catch(() => {});
        context = undefined;
      }
    }
    await context?.close();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, pages.length) }, lane));
}

/**
 * Loads each page once, on a desk, for all `visitors`: loading takes longer than most of them need.
 * `meet(tab, page)` comes before the page is loaded; then each in turn may `look(tab, page, url)`.
 * Each starts in light, on a desk, and leaves nothing in the page that another could see. What goes
 * wrong for one is a finding of that one; those after it get the page in a new tab.
 */
export async function visitEachPage(court, pages, visitors) {
  const lanes = Math.min(court.jobs, pages.length);
  const all = { push: (finding) => visitors.forEach(({ findings }) => findings.push(finding)) };
  await eachPage(court, pages, { viewport: desk }, all, async (tab, page, url) => {
    for (const { meet } of visitors) meet?.(tab, page);
    await tab.setViewportSize(desk);
    await tab.goto(url);
    for (const visitor of visitors) {
      const start = performance.now();
      try {
        await visitor.look(tab, page, url);
      } catch (error) {
        visitor.findings.push(gaveUp(page, error));
        const context = tab.context();
        await tab.close();
        tab = await context.newPage();
        await tab.goto(url);
      }
      visitor.seconds = (visitor.seconds ?? 0) + (performance.now() - start) / 1000 / lanes;
    }
  });
}

/** Speaks with the tab about what Playwright has no words for. */
export function protocolOf(tab) {
  if (!protocols.has(tab)) protocols.set(tab, tab.context().newCDPSession(tab));
  return protocols.get(tab);
}
const protocols = new WeakMap();

/**
 * Lays a style sheet over the page. A <style> element would be stopped by the policy that the
 * server sends; a constructed sheet is not.
 */
export function overlay(tab, css) {
  return tab.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
