// Judge: the Nu HTML checker, the one that the HTML standard's own editors use. Errors and
// warnings both count.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// Messages that do not count, each with its reason. Keep this table short.
const silenced = [
  {
    message: /^Trailing slash on void elements has no effect/,
    reason: 'we write XML syntax on purpose, so that a strict XML reader can check every page',
  },
  {
    message: /^The first occurrence of /,
    reason: 'it only shows the place that another message, which counts, speaks of',
  },
];

// One process judges many files: starting Java costs more than judging a hundred pages.
// The system limits how long one command can be, hence the slices.
const filesPerProcess = 2000;

function check(paths) {
  // Its run is too short for Java's second compiler to pay.
  const options = ['-Xss8m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always'];
  return new Promise((done, fail) => {
    execFile('java', [...options, ...paths], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) return fail(new Error(`the Nu HTML checker did not run: ${stderr || error}`));
      done(JSON.parse(stdout).messages);
    });
  });
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

export async function judge({ site }) {
  const pageByUrl = new Map(
    site.pages.map((page) => [pathToFileURL(resolve(site.folder, page.file)).href, page]),
  );
  const findings = [];
  const passedOver = silenced.map(() => 0);
  for (let first = 0; first < site.pages.length; first += filesPerProcess) {
    const slice = site.pages.slice(first, first + filesPerProcess);
    const paths = slice.map((page) => resolve(join(site.folder, page.file)));
    for (const message of await check(paths)) {
      const rule = silenced.findIndex((entry) => entry.message.test(message.message));
      if (rule >= 0) {
        passedOver[rule] += 1;
        continue;
      }
      const kind = message.type === 'info' ? (message.subType ?? 'info') : message.type;
      findings.push({
        page: pageByUrl.get(new URL(message.url).href)?.address ?? message.url,
        what: `${kind}: ${oneLine(message.message)}`,
        where: `line ${message.lastLine}: ${oneLine(message.extract ?? '').slice(0, 120)}`,
      });
    }
  }
  const notes = silenced
    .map((entry, i) => `${passedOver[i]} messages passed over: ${entry.reason}`)
    .filter((_, i) => passedOver[i] > 0);
  return { tested: site.pages, findings, notes };
}
