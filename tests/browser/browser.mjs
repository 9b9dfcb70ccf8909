// Debian's Chromium, driven over its own protocol, and the loop that shares pages among tabs.
import { chromium } from 'playwright-core';

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

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  });
}

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
        const why = String(error.message ?? error).split('\n')[0];
        findings.push({ page: page.address, what: 'the browser gave up', where: why });
        await context?.close().catch(() => {});
        context = undefined;
      }
    }
    await context?.close();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, pages.length) }, lane));
}

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
