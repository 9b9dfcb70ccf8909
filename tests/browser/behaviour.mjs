// Judge: the page works by keyboard with JavaScript off, keeps to the strictest policy, and talks
// to nobody else.
import { eachPage } from './browser.mjs';
import { samplePages } from './site.mjs';

const tabsBeforeGivingUp = 400;

/** Listens while the page is loaded as most readers do: to the console, and to each request. */
function listen(tab, origin, say) {
  const onConsole = (message) => {
    const stopped = /Content Security Policy|Refused to/i.test(message.text());
    if (stopped) say('the policy stopped something', message.text().slice(0, 200));
    else if (message.type() === 'error') say('the console has an error', message.text().slice(0, 200));
  };
  const onError = (error) => say('a script failed', String(error).slice(0, 200));
  const onRequest = (request) => {
    const local = request.url().startsWith(origin + '/') || request.url().startsWith('data:');
    if (!local) say('the page asks another host for something', request.url());
  };
  tab.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return async () => {
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const cookies = await tab.context().cookies();
    if (cookies.length > 0) say('the page sets a cookie', cookies[0].name);
    tab.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
  };
}

/** Tab to the first explained word, Enter, into the meaning, Escape: and back where we were. */
async function openMeaning(tab, say) {
  const at = (selector) => tab.evaluate((s) => Boolean(document.activeElement?.matches(s)), selector);
  let presses = 0;
  while (!(await at('button.term')) && presses < tabsBeforeGivingUp) {
    await tab.keyboard.press('Tab');
    presses += 1;
  }
  if (!(await at('button.term'))) return say('Tab does not reach the explained word', 'button.term');
  const id = await tab.evaluate(() => document.activeElement.getAttribute('popovertarget'));
  const meaning = tab.locator(`[id="${id}"]`);
  const isOpen = () => meaning.evaluate((element) => element.matches(':popover-open'));
  const word = `button.term for #${id}`;

  await tab.keyboard.press('Enter');
  if (!(await isOpen()) || !(await meaning.isVisible())) {
    return say('Enter does not open the meaning of the word', word);
  }
  const hasLink = (await meaning.locator('a[href]').count()) > 0;
  if (hasLink) {
    await tab.keyboard.press('Tab');
    if (!(await at(`[id="${id}"] *`))) say('Tab does not lead into the open meaning', word);
  }
  await tab.keyboard.press('Escape');
  if (await isOpen()) return say('Escape does not close the meaning of the word', word);
  if (!(await at(`button.term[popovertarget="${id}"]`))) {
    say('the focus does not return to the word', word);
  }
}

/** From the Easy Read page to the full page and back, by its own links. */
async function switchBothWays(tab, url, say) {
  // Several links may have these words: the menu's "Easy Read" means the list of them all.
  const linksNamed = async (words) => {
    const link = tab.locator('a[href]').filter({ hasText: words });
    const hrefs = await link.evaluateAll((all) => all.map((a) => a.href.split('#')[0]));
    return { link, hrefs };
  };
  await tab.goto(url);
  const toFull = await linksNamed(/^\s*full page\s*$/i);
  const target = toFull.hrefs.find((href) => href !== url);
  if (!target) return say('the Easy Read page has no link to the full page', 'a link "Full page"');
  await toFull.link.nth(toFull.hrefs.indexOf(target)).click();
  if (tab.url() !== target) return say('the link to the full page does not lead there', tab.url());
  const toEasy = await linksNamed(/^\s*easy read\s*$/i);
  const back = toEasy.hrefs.indexOf(url);
  if (back < 0) return say('the full page has no link back to its Easy Read page', target);
  await toEasy.link.nth(back).click();
  if (tab.url() !== url) say('the link to the Easy Read page does not lead there', tab.url());
}

export function visit(court) {
  const { site, server } = court;
  const findings = [];
  const sayFor = (page) => (what, where = '') => findings.push({ page: page.address, what, where });

  const ears = new Map();
  const meet = (tab, page) => ears.set(page, listen(tab, server.origin, sayFor(page)));
  const look = (tab, page) => ears.get(page)();

  const end = async () => {
    // Marks and switches come from one place each: on a large site one page of each kind, and every
    // tenth besides.
    const samples = new Set(samplePages(site));
    const active = site.readable
      .filter((page) => page.hasTerms || page.easyRead)
      .filter((page, i, all) => all.length <= 50 || samples.has(page) || i % 10 === 0);
    await eachPage(court, active, { javaScriptEnabled: false }, findings, async (tab, page, url) => {
      if (page.hasTerms) {
        await tab.goto(url);
        await openMeaning(tab, sayFor(page));
      }
      if (page.easyRead) await switchBothWays(tab, url, sayFor(page));
    });
    const terms = active.filter((page) => page.hasTerms).length;
    const easy = active.filter((page) => page.easyRead).length;
    return [`without JavaScript: explained words on ${terms} pages, ${easy} Easy Read pages`];
  };
  return { findings, meet, look, end };
}
