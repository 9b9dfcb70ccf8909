// The search of a built site, outside a browser: the theme's own scripts, with files in place of the network.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const theme = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'themes', 'council');
export const scripts = ['search-words.js', 'search-index.js', 'search.js'];

/** The scripts that know nothing of pages, run on an empty global object. */
export function loadScripts() {
  const global = {};
  for (const name of scripts.slice(0, 2)) new Function(readFileSync(join(theme, name), 'utf8')).call(global);
  return global.localOffer;
}

export function readCsv(text) {
  const [names, ...rows] = text.trim().split(/\r?\n/).map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"'))),
  );
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

export function openSearch(folder) {
  const fetched = new Map(); // path -> bytes on the wire
  const index = loadScripts().openIndex(async (path) => {
    const file = join(folder, 'search-index', path);
    if (!existsSync(file)) throw new Error(`404 ${path}`);
    const bytes = readFileSync(file);
    fetched.set(path, gzipSync(bytes, { level: 9 }).length);
    return bytes.toString('utf8');
  });
  return {
    index,
    fetched,
    /** The addresses of the pages found, best first. */
    ask: async (query) => {
      const { hits } = await index.search(query, false);
      return (await index.show(hits.slice(0, 10))).map((page) => `/${page.address}`);
    },
    /** Address -> id, from the front matter of the content. */
    pageIds: (content) => {
      const ids = new Map();
      for (const path of readdirSync(content, { recursive: true })) {
        if (!path.endsWith('.md') || path.includes('.easy')) continue;
        const id = /^id: *"?([^"\n]+?)"?\s*$/m.exec(readFileSync(join(content, path), 'utf8'))?.[1];
        const address = `/${path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '/')}`;
        if (id) ids.set(address, id);
      }
      return ids;
    },
  };
}
