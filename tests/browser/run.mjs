// Judges a built site: node run.mjs SITE_DIR [--only html,axe,...] [--jobs N]
// Exit: 0 nothing found, 1 something found, 2 wrong use, 3 a judge could not work.
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { openBrowser, visitEachPage } from './browser.mjs';
import { serve } from './server.mjs';
import { readSite } from './site.mjs';

// To add a judge: write NAME.mjs that exports judge(court) or visit(court), and add its name here.
// Those that visit see a page in this order: behaviour hears it load, before others touch it.
export const judges = ['html', 'links', 'behaviour', 'weight', 'axe', 'layout', 'print'];
// These need what only a council's whole site has. The self-test's small site has none of it.
export const wholeSiteJudges = ['dates', 'easy-read', 'data', 'filters', 'search'];
const allJudges = [...judges, ...wholeSiteJudges];
const findingsShown = 20;

/**
 * Gives { name, tested, findings, notes, seconds } for each judge named. A judge gets the court:
 * { site, server, browser, jobs }; it returns the pages it tested and what it found on them.
 * Judges that export visit(court) are there together when each page is loaded, once; they return
 * { findings, meet, look, end }, see visitEachPage; end() gives the notes.
 */
export async function judgeSite(folder, names, jobs, onResult = () => {}) {
  const site = readSite(folder);
  // A judge that sees no page proves nothing: never let an empty folder pass.
  if (site.readable.length === 0) throw new Error(`${folder} holds no page to judge.`);
  const server = await serve(site);
  const browser = await openBrowser();
  const results = [];
  try {
    const court = { site, server, browser, jobs };
    const visitors = [];
    const add = async (name, spent, work) => {
      const start = performance.now();
      const result = await work();
      results.push({ name, ...result, seconds: spent + (performance.now() - start) / 1000 });
      onResult(results.at(-1));
    };
    for (const name of allJudges.filter((one) => names.includes(one))) {
      const { judge, visit } = await import(`./${name}.mjs`);
      if (visit) visitors.push({ name, ...visit(court) });
      else await add(name, 0, () => judge(court));
    }
    if (visitors.length > 0) await visitEachPage(court, site.readable, visitors);
    for (const { name, findings, seconds, end = () => [] } of visitors) {
      await add(name, seconds, async () => ({ tested: site.readable, findings, notes: await end() }));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return results;
}

/** A test is one judge on one page. A finding elsewhere (a style sheet) is a test of its own. */
export function countTests(results) {
  let passed = 0;
  let failed = 0;
  for (const { tested, findings } of results) {
    const bad = new Set(findings.map((finding) => finding.page));
    failed += bad.size;
    passed += tested.filter((page) => !bad.has(page.address)).length;
  }
  return { passed, failed };
}

function print({ name, tested, findings, notes, seconds }) {
  for (const { page, what, where } of findings.slice(0, findingsShown)) {
    console.log(`${name}: ${page}: ${what}${where ? `: ${where}` : ''}`);
  }
  const more = findings.length - findingsShown;
  if (more > 0) console.log(`${name}: and ${more} more`);
  for (const note of notes) console.log(`${name}: note: ${note}`);
  console.log(`${name}: ${tested.length} pages, ${findings.length} findings, ${seconds.toFixed(1)} s`);
}

function wrongUse(why) {
  console.error(`${why}\nUse: node run.mjs SITE_DIR [--only ${allJudges.join('|')}] [--jobs N]`);
  process.exit(2);
}

function readArguments() {
  let given;
  try {
    given = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' }, jobs: { type: 'string' } },
    });
  } catch (error) {
    wrongUse(error.message);
  }
  const [folder, ...rest] = given.positionals;
  if (!folder || rest.length > 0) wrongUse('Name the folder of one built site.');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) wrongUse(`There is no folder ${folder}.`);
  const names = given.values.only?.split(',') ?? allJudges;
  const unknown = names.find((name) => !allJudges.includes(name));
  if (unknown !== undefined) wrongUse(`There is no judge "${unknown}".`);
  const jobs = Number(given.values.jobs ?? 2 * availableParallelism());
  if (!Number.isInteger(jobs) || jobs < 1) wrongUse('--jobs takes a whole number from 1.');
  return { folder: resolve(folder), names, jobs };
}

async function main() {
  const { folder, names, jobs } = readArguments();
  const results = await judgeSite(folder, names, jobs, print).catch((error) => {
    console.error(error.stack);
    process.exit(3);
  });
  const { passed, failed } = countTests(results);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
