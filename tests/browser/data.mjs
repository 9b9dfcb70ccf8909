// Judge: what programs read is right. Every JSON-LD data block can be read, says what schema.org asks of its kind, and leads to addresses that
// the site has; so do the feeds, the lists of services and of pages, and the calendar. Nothing else stands between <script> and </script>.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFor } from './site.mjs';

// What each kind must say. Search engines pass over a thing that lacks one of these.
const required = {
  BreadcrumbList: ['itemListElement'],
  WebSite: ['name', 'url'],
  GovernmentOrganization: ['name'],
  Organization: ['name'],
  GovernmentService: ['name', 'description', 'url', 'provider'],
  Service: ['name', 'description', 'url', 'provider'],
  Audience: ['audienceType'],
  Offer: ['price', 'priceCurrency'],
  ServiceChannel: ['servicePhone'],
  ContactPoint: ['telephone'],
  ListItem: ['position', 'name'],
  FAQPage: ['mainEntity'],
  Question: ['name', 'acceptedAnswer'],
  Answer: ['text'],
  Event: ['name', 'startDate', 'eventStatus'],
};
const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Runs in the browser, on text only. */
function readBlocks(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return {
    scripts: [...page.scripts].map((s) => ({ type: s.type, src: s.getAttribute('src'), text: s.textContent })),
    crumbs: [...page.querySelectorAll('nav[aria-label="You are here"] a')].map((a) => a.getAttribute('href')),
    h2: [...page.querySelectorAll('main h2')].map((h) => h.textContent.trim()),
  };
}

/** Runs in the browser: an Atom file as plain values, or the parser's complaint. */
function readAtom(xml) {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  const error = feed.querySelector('parsererror');
  if (error) return { error: error.textContent.slice(0, 200) };
  const of = (parent, name) => [...parent.children].filter((e) => e.localName === name);
  const words = (parent, name) => of(parent, name)[0]?.textContent ?? '';
  const links = (parent) => of(parent, 'link').map((l) => l.getAttribute('href'));
  return {
    root: feed.documentElement.localName, space: feed.documentElement.namespaceURI,
    id: words(feed.documentElement, 'id'), title: words(feed.documentElement, 'title'), updated: words(feed.documentElement, 'updated'),
    author: of(feed.documentElement, 'author').length, links: links(feed.documentElement),
    entries: of(feed.documentElement, 'entry').map((e) => ({
      id: words(e, 'id'), title: words(e, 'title'), updated: words(e, 'updated'), published: words(e, 'published'), summary: words(e, 'summary'), links: links(e),
    })),
  };
}

export async function judge({ site, browser }) {
  const findings = [];
  const tested = [];
  const say = (page, what, where = '') => findings.push({ page, what, where: String(where).slice(0, 200) });
  const isHere = (address) => {
    if (typeof address !== 'string' || !address.startsWith(site.base)) return false;
    return fileFor(site, '/' + new URL(address).pathname.slice(site.root.length)) !== undefined;
  };
  const read = (file) => (site.files.has(file) ? readFileSync(join(site.folder, file), 'utf8') : undefined);
  const readJson = (file) => {
    try {
      return JSON.parse(read(file));
    } catch (error) {
      say('/' + file, 'this is not JSON', error.message);
      return undefined;
    }
  };
  const tab = await browser.newPage();
  const kinds = {};

  for (const page of site.readable) {
    tested.push(page);
    const { scripts, crumbs, h2 } = await tab.evaluate(readBlocks, page.html);
    const blocks = scripts.filter((script) => script.type === 'application/ld+json');
    if (scripts.some((script) => !script.src && script.type !== 'application/ld+json')) say(page.address, 'a script stands in the page itself');
    if (blocks.length > 1) say(page.address, 'there are two data blocks');
    let graph = [];
    try {
      for (const block of blocks) {
        const data = JSON.parse(block.text);
        if (data['@context'] !== 'https://schema.org') say(page.address, 'the data block does not name schema.org', data['@context']);
        graph = data['@graph'];
      }
    } catch (error) {
      say(page.address, 'the data block is not JSON', error.message);
      continue;
    }
    const visit = (thing, at) => {
      if (Array.isArray(thing)) return thing.forEach((one) => visit(one, at));
      if (thing === null || typeof thing !== 'object') return undefined;
      const type = thing['@type'];
      if (!(type in required)) say(page.address, 'this kind of thing is not known', type);
      for (const name of required[type] ?? []) if (thing[name] === undefined || thing[name] === '') say(page.address, `${type} does not say its ${name}`);
      for (const name of ['url', 'item']) if (name in thing && !isHere(thing[name])) say(page.address, `nothing is at the ${name} of ${type}`, thing[name]);
      if (type === 'Event' && !day.test(thing.startDate)) say(page.address, 'an event has no day', thing.startDate);
      kinds[type] = (kinds[type] ?? 0) + 1;
      Object.entries(thing).forEach(([name, value]) => name.startsWith('@') || visit(value, name));
      return undefined;
    };
    visit(graph, '');
    // The same way as the page shows.
    const trail = graph.find((thing) => thing['@type'] === 'BreadcrumbList')?.itemListElement ?? [];
    const shown = crumbs.map((href) => new URL(href, site.base).href);
    const told = trail.slice(0, -1).map((one) => one.item);
    const isLost = page.address === '/404.html'; // it stands nowhere
    if (!isLost && shown.join() !== told.join()) say(page.address, 'the data block tells another way here than the page', `${told.join()} / ${shown.join()}`);
    if (trail.some((one, i) => one.position !== i + 1)) say(page.address, 'positions are not 1, 2, 3');
    for (const question of graph.find((thing) => thing['@type'] === 'FAQPage')?.mainEntity ?? []) {
      if (!h2.includes(question.name)) say(page.address, 'a question is not on the page', question.name);
    }
  }

  const feeds = [...site.files].filter((file) => /(^|\/)(feed|changes)\.xml$/.test(file));
  for (const file of feeds) {
    const address = '/' + file;
    tested.push({ address });
    const atom = await tab.evaluate(readAtom, read(file));
    if (atom.error) {
      say(address, 'this is not XML', atom.error);
      continue;
    }
    if (atom.root !== 'feed' || atom.space !== 'http://www.w3.org/2005/Atom') say(address, 'this is no Atom feed');
    if (!atom.id || !atom.title || atom.author !== 1 || !moment.test(atom.updated)) say(address, 'the feed lacks its id, title, author or day');
    if (!atom.links.every(isHere)) say(address, 'nothing is at a link of the feed', atom.links);
    const ids = new Set();
    for (const entry of atom.entries) {
      if (!entry.id || !entry.title || !moment.test(entry.updated) || !moment.test(entry.published)) say(address, 'an entry lacks its id, title or day', entry.id);
      if (!entry.links.every(isHere)) say(address, 'nothing is at the link of an entry', entry.links);
      if (ids.has(entry.id)) say(address, 'an entry comes twice', entry.id);
      ids.add(entry.id);
    }
    const json = readJson(file.replace(/xml$/, 'json'));
    if (!json) continue;
    if (json.version !== 'https://jsonfeed.org/version/1.1' || !json.title || !isHere(json.feed_url) || !isHere(json.home_page_url)) say(address, 'the JSON feed lacks its version, title or addresses');
    for (const item of json.items) if (!item.id || !item.content_text || !moment.test(item.date_published)) say(address, 'an item lacks its id, text or day', item.id);
    if (json.items.map((item) => item.id).join() !== atom.entries.map((entry) => entry.id).join()) say(address, 'the two feeds tell of different things');
  }
  if (feeds.length === 0) say('/feed.xml', 'there is no feed');

  const services = readJson('open-data/services.json');
  tested.push({ address: '/open-data/services.json' });
  if (services) {
    if (services.total_items !== services.contents.length || services.empty !== (services.contents.length === 0)) say('/open-data/services.json', 'the count is wrong');
    const ids = new Set();
    const visit = (thing, service) => {
      if (Array.isArray(thing)) return thing.forEach((one) => visit(one, service));
      if (thing === null || typeof thing !== 'object') return undefined;
      if (!uuid.test(thing.id ?? '')) say('/open-data/services.json', 'a part has no UUID', `${service}: ${JSON.stringify(thing)}`);
      Object.values(thing).forEach((value) => visit(value, service));
      return undefined;
    };
    for (const service of services.contents) {
      visit(service, service.name);
      if (ids.has(service.id)) say('/open-data/services.json', 'a service comes twice', service.name);
      ids.add(service.id);
      if (!service.name || !service.description || !['active', 'inactive', 'defunct', 'temporarily closed'].includes(service.status) || !service.organization?.name) {
        say('/open-data/services.json', 'a service lacks its name, description, state or organization', service.name);
      }
      if (!isHere(service.url)) say('/open-data/services.json', 'nothing is at the address of a service', service.url);
      for (const cost of service.cost_options) if ('amount' in cost && cost.currency !== 'GBP') say('/open-data/services.json', 'an amount has no currency', service.name);
    }
  }

  const pages = readJson('pages.json');
  tested.push({ address: '/pages.json' });
  const listed = new Set();
  for (const one of pages ?? []) {
    for (const name of ['id', 'title', 'address', 'type', 'summary']) if (!one[name]) say('/pages.json', `a page lacks its ${name}`, one.address);
    for (const address of [one.address, one.easy_read]) if (address && !isHere(address)) say('/pages.json', 'nothing is at this address', address);
    if (one.reviewed && !day.test(one.reviewed)) say('/pages.json', 'this is no day', one.reviewed);
    if (listed.has(one.id)) say('/pages.json', 'an id comes twice', one.id);
    listed.add(one.id);
  }

  const calendar = read('calendar.ics') ?? '';
  tested.push({ address: '/calendar.ics' });
  const sayOfCalendar = (what, where) => say('/calendar.ics', what, where);
  if (!calendar.startsWith('BEGIN:VCALENDAR\r\n') || !calendar.endsWith('END:VCALENDAR\r\n')) sayOfCalendar('this is no calendar');
  if (/[^\r]\n/.test(calendar)) sayOfCalendar('a line does not end as calendars ask');
  for (const line of calendar.split('\r\n')) if (Buffer.byteLength(line) > 75) sayOfCalendar('a line is longer than 75 bytes', line);
  const uids = new Set();
  for (const [, event] of calendar.replace(/\r\n /g, '').matchAll(/BEGIN:VEVENT\r\n([^]*?)END:VEVENT\r\n/g)) {
    const value = (name) => new RegExp(`^${name}[;:](?:VALUE=DATE:)?(.*?)\r$`, 'm').exec(event)?.[1];
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'URL']) if (!value(name)) sayOfCalendar(`an event has no ${name}`, event);
    if (value('DTEND') <= value('DTSTART')) sayOfCalendar('an event ends before it begins', event);
    if (!isHere(value('URL'))) sayOfCalendar('nothing is at the address of an event', value('URL'));
    if (uids.has(value('UID'))) sayOfCalendar('an event comes twice', value('UID'));
    uids.add(value('UID'));
  }

  await tab.close();
  const notes = [
    `data blocks: ${Object.entries(kinds).filter(([type]) => /List$|Service$|FAQ|Event|Site/.test(type)).map(([type, n]) => `${n} ${type}`).join(', ') || 'none'}`,
    `${feeds.length} feeds, ${services?.contents.length ?? 0} services, ${pages?.length ?? 0} pages, ${uids.size} days`,
  ];
  return { tested, findings, notes };
}
