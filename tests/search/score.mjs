// How well the search finds: node score.mjs SITE_DIR [--aside] [--misses] [--pagefind]
//
// Asks the queries of queries.csv of the same script as browsers run, and prints how far up the right pages stand. Rows that are kept aside are
// only counted with --aside, so that nobody tunes on them by accident. With --pagefind, Pagefind's index of the same site is asked too.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { openSearch, readCsv } from './engine.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { positionals: [folder], values: given } = parseArgs({
  allowPositionals: true,
  options: { aside: { type: 'boolean' }, misses: { type: 'boolean' }, pagefind: { type: 'boolean' } },
});
if (!folder) {
  console.error('Name the folder of a built site.\nUse: node score.mjs SITE_DIR [--aside] [--misses] [--pagefind]');
  process.exit(2);
}

const rows = readCsv(readFileSync(join(here, 'queries.csv'), 'utf8')).filter((row) => (given.aside ? true : row.aside === 'no'));

/** rank: of the first right page, from 1, or 0 for none. */
function score(ranks) {
  const answered = ranks.filter(({ row }) => row.answers);
  const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : 0);
  return {
    queries: answered.length,
    mrr: mean(answered.map(({ rank }) => (rank > 0 ? 1 / rank : 0))),
    first: mean(answered.map(({ rank }) => (rank === 1 ? 1 : 0))),
    three: mean(answered.map(({ rank }) => (rank > 0 && rank <= 3 ? 1 : 0))),
    ten: mean(answered.map(({ rank }) => (rank > 0 && rank <= 10 ? 1 : 0))),
  };
}

function printTable(name, ranks) {
  const line = (title, part) => {
    const { queries, mrr, first, three, ten } = score(part);
    if (queries > 0) console.log(`${title.padEnd(26)} ${String(queries).padStart(7)} ${[mrr, first, three, ten].map((n) => n.toFixed(3).padStart(8)).join(' ')}`);
  };
  console.log(`\n${name.padEnd(26)} queries      MRR    first    top 3   top 10`);
  for (const aside of ['no', 'yes']) {
    const part = ranks.filter(({ row }) => row.aside === aside);
    if (part.length === 0) continue;
    line(aside === 'no' ? 'tuned on' : 'kept aside', part);
    for (const kind of new Set(part.map(({ row }) => row.kind))) line(`  ${kind}`, part.filter(({ row }) => row.kind === kind));
  }
}

/** The page that an address belongs to: an Easy Read page, a poster or a list to print counts as the page that it was made from. */
function pageAt(address, idOf) {
  for (let at = address; at !== '/'; at = at.replace(/[^/]+\/$/, '')) if (idOf.has(at)) return idOf.get(at);
  return idOf.get(address) ?? address;
}

async function rankAll(ask, idOf) {
  const ranks = [];
  for (const row of rows) {
    const found = (await ask(row.query)).map((address) => pageAt(address, idOf));
    const right = row.answers.split(' ').filter(Boolean);
    ranks.push({ row, found, rank: found.findIndex((id) => right.includes(id)) + 1 });
  }
  return ranks;
}

const ours = openSearch(folder);
const idOf = ours.pageIds(join(here, '..', '..', 'content'));
const ranks = await rankAll(ours.ask, idOf);
printTable('local-offer', ranks);
if (given.misses) {
  for (const { row, rank, found } of ranks) {
    if (row.aside === 'no' && row.answers && (rank === 0 || rank > 3)) console.log(`${rank || '-'}\t${row.query}\n\twanted ${row.answers}\n\tfound  ${found.slice(0, 4).join(' ')}`);
  }
  for (const { row, found } of ranks) if (row.aside === 'no' && !row.answers) console.log(`none\t${row.query}\n\tfound  ${found.slice(0, 3).join(' ')}`);
}
if (given.pagefind) {
  const { askPagefind } = await import('./pagefind.mjs');
  printTable('Pagefind', await rankAll(await askPagefind(folder), idOf));
}
