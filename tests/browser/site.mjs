// A built site as the judges see it: every .html file with the address at which readers meet it.
// Read once, before any judge starts; nothing here changes afterwards.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file of the folder, relative to it, with forward slashes, sorted. */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => path.slice(folder.length).split(sep).join('/').replace(/^\/+/, ''))
    .sort();
}

/** `x/index.html` is met at `/x/`; any other file at its own name. */
function addressOf(file) {
  return '/' + file.replace(/(^|\/)index\.html$/, '$1');
}

// The class that tells kinds of page apart stands on one of the outermost elements. Further in,
// `page-` begins names of parts ("page-title"), which are no kinds.
function kindOf(html) {
  for (const [tag] of html.matchAll(/<(?:html|body|main)\b[^>]*>/g)) {
    const found = /\bclass="(?:[^"]*\s)?page-([a-z0-9-]+)/.exec(tag);
    if (found) return found[1];
  }
  return '';
}

function readPage(folder, file) {
  const html = readFileSync(join(folder, file), 'utf8');
  return {
    file,
    address: addressOf(file),
    html,
    kind: kindOf(html),
    easyRead: /\bclass="(?:[^"]*\s)?easy-row[\s"]/.test(html),
    hasTerms: /<button\b[^>]*\bclass="(?:[^"]*\s)?term[\s"]/.test(html),
    // A page that only sends the reader on. A browser leaves it at once, so only the judges that
    // read files look at it.
    redirect: /<meta\b[^>]*http-equiv="refresh"/i.test(html),
  };
}

// The site may live below a path (https://example.org/local-offer/). The home page's canonical
// address says so, and the server then answers below the same path.
function baseOf(pages) {
  const home = pages.find((page) => page.address === '/');
  const link = /<link\b[^>]*rel="canonical"[^>]*>/.exec(home?.html ?? '')?.[0] ?? '';
  const address = /\bhref="([^"]*)"/.exec(link)?.[1];
  return address && URL.canParse?.(address) !== false ? address : 'https://localhost/';
}

export function readSite(folder) {
  const files = filesUnder(folder);
  const pages = files.filter((file) => file.endsWith('.html')).map((f) => readPage(folder, f));
  const base = baseOf(pages);
  return {
    folder,
    files: new Set(files),
    pages,
    readable: pages.filter((page) => !page.redirect),
    base, // where the site says that it is published, ends with /
    root: new URL(base).pathname, // usually `/`
  };
}

/** The file that answers a path below the site's root, or undefined. */
export function fileFor(site, path) {
  let file;
  try {
    file = decodeURIComponent(path.slice(1));
  } catch {
    return undefined; // a stray percent sign
  }
  if (file === '' || file.endsWith('/')) file += 'index.html';
  return site.files.has(file) ? file : undefined;
}

/**
 * One page of each kind, full and Easy Read apart, and the home page: enough for what is slow or
 * for people's eyes. The longest of each kind, because it holds the most.
 */
export function samplePages(site) {
  const samples = new Map();
  for (const page of site.readable) {
    const key = page.address === '/' ? 'home' : `${page.kind} ${page.easyRead}`;
    if (page.html.length > (samples.get(key)?.html.length ?? 0)) samples.set(key, page);
  }
  return [...samples.values()];
}
