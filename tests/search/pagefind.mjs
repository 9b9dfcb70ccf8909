// Pagefind on the same built site, for comparison (https://pagefind.app). It is no part of the project: `npm install --no-save pagefind` beside
// this file brings it. Gives ask(query): the addresses of the pages found, best first.
import { mkdtempSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const fetched = new Map(); // path -> bytes on the wire

export async function askPagefind(folder) {
  const out = mkdtempSync(join(tmpdir(), 'pagefind-'));
  execFileSync('npx', ['--no-install', 'pagefind', '--site', folder, '--output-path', out, '--root-selector', 'main'], { stdio: 'ignore', cwd: new URL('.', import.meta.url).pathname });
  // Its script fetches over the network: here from the folder.
  globalThis.fetch = async (address) => {
    const path = new URL(address, 'file:///').pathname.replace(/\?.*/, '');
    const bytes = readFileSync(path.startsWith(out) ? path : join(out, path));
    fetched.set(path, bytes.length);
    return new Response(bytes);
  };
  globalThis.window ??= globalThis;
  globalThis.document ??= { querySelector: () => ({ getAttribute: () => 'en-gb' }), currentScript: null };
  globalThis.location ??= { href: pathToFileURL(`${out}/`).href, origin: 'file://' };
  const pagefind = await import(pathToFileURL(join(out, 'pagefind.js')).href);
  await pagefind.options({ basePath: `${out}/`, baseUrl: '/' });
  await pagefind.init('en-gb');
  return async (query) => {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.map((page) => decodeURIComponent(new URL(page.url, 'http://x/').pathname));
  };
}
