// The test of the tests: a good site passes every judge, and each planted fault is found by the
// judge whose matter it is. A judge that cannot fail proves nothing.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeSite, judges } from './run.mjs';
import { easyRow, goodSite, meaning, page, redirect, writeSite } from './sample-site.mjs';

const long = (n) => randomBytes(n).toString('hex'); // gzip cannot make it small
const style = (name, css) => ({ head: `<link rel="stylesheet" href="/${name}.css" />`, css });

// judge, what the finding must say, and the page's parts (or `html`, the whole page).
// `css` is written as a style sheet beside the page, named as in `style`.
const faults = [
  ['html', /Element “p” not allowed|Unclosed|End tag/, { body: '<ul><p>Not a list item</p></ul>' }],
  ['html', /^(warning|info): /, { body: '<section><p>No heading</p></section>' }],
  ['axe', /image-alt/, { body: '<img src="/picture.svg" width="9" height="9" />' }],
  ['axe', /color-contrast \(dark\)/, {
    ...style('dim', '@media (prefers-color-scheme: dark) { p { color: #333; } }'),
  }],
  ['axe', /heading-order/, { body: '<h4>Far too deep</h4><p>Words.</p>' }],
  ['axe', /target-size/, {
    body: '<p class="tight"><button>a</button><button>b</button></p>',
    ...style('tight', '.tight button { font-size: 6px; padding: 0; border: 0; width: 8px; height: 8px; }'),
  }],
  ['axe', /image-alt/, {
    kind: 'popover', // popovers are opened on a few pages of each kind only
    body: meaning.replace('<strong>', '<img src="/picture.svg" /><strong>'),
  }],
  ['links', /nothing is at this address/, { body: '<p><a href="/nowhere/">Nowhere</a></p>' }],
  ['links', /closing slash is missing/, { body: '<p><a href="/plan">The plan</a></p>' }],
  ['links', /no part of the target page/, { body: '<p><a href="/glossary/#z">The letter Z</a></p>' }],
  ['links', /more than once/, { body: '<p id="b">One</p><p id="b">Two</p>' }],
  ['links', /only sends readers on/, { body: '<p><a href="/old/">An old address</a></p>' }],
  ['links', /canonical address is wrong/, { canonical: 'https://example.org/elsewhere/' }],
  ['links', /asks another host/, { body: '<p><img src="https://example.com/a.png" alt="A" /></p>' }],
  ['links', /popover that is not there/, {
    body: '<p><button type="button" popovertarget="none">A word</button></p>',
  }],
  ['links', /nothing is at this address/, { html: redirect('/gone/') }],
  ['layout', /at 320 px, the page scrolls sideways/, {
    body: '<p class="wide">Wide</p>', ...style('wide', '.wide { width: 30rem; }'),
  }],
  ['layout', /wide text spacing, text is cut off/, {
    body: '<p class="low">Some words that just fit in two lines, as they often do</p>',
    ...style('low', '.low { height: 3em; overflow: hidden; }'),
  }],
  ['layout', /text twice as large, the page scrolls/, {
    body: '<p class="rigid">Rigid</p>', ...style('rigid', '@media (min-width: 640px) { .rigid { width: 25rem; } }'),
  }],
  ['layout', /320 px, text is 16 px, smaller than 18 px/, style('small', 'body { font-size: 16px; }')],
  ['layout', /twice as large, text is 20 px/, style('fixed', 'body { font-size: 20px; }')],
  ['layout', /2 h1 headings/, { body: '<h1>Another title</h1>' }],
  ['layout', /not a skip link/, { skip: '<a href="/glossary/">Words</a>' }],
  ['layout', /does not take the reader/, { skip: '<a class="skip" href="#none">Skip</a>' }],
  ['layout', /cannot be seen/, {
    skip: '<a class="ghost" href="#content">Skip</a>', ...style('ghost', '.ghost { position: absolute; top: -99px; }'),
  }],
  ['layout', /popover does not fit/, {
    body: meaning, ...style('far', '.meaning { position: fixed; left: 60vw; margin: 0; width: 80vw; }'),
  }],
  ['weight', /page and style are/, { body: `<p>${long(16_000)}</p>` }],
  ['weight', /the first view is/, {
    body: '<p><img src="/big.svg" alt="" width="90" height="90" /></p>',
    file: ['big.svg', `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${long(70000)} --></svg>`],
  }],
  ['print', /not A4/, { kind: 'letter', ...style('letter', '@page { size: letter; }') }],
  ['print', /has no text|title is missing/, { kind: 'blank', ...style('blank', '@media print { body { visibility: hidden; } }') }],
  ['print', /split over two pages/, {
    kind: 'split',
    body: '<p class="card">One card</p>',
    ...style('split', '@media print { .card { break-inside: auto; } }'),
  }],
  ['print', /meaning of a word is missing/, {
    kind: 'mute', body: meaning, ...style('mute', '@media print { .meaning { display: none; } }'),
  }],
  ['behaviour', /policy stopped something/, { body: '<p style="color: red">Inline</p>' }],
  ['behaviour', /policy stopped something/, { body: '<script>document.title = "x";</script>' }],
  ['behaviour', /another host|policy/, { body: '<p><img src="https://example.com/a.png" alt="A" /></p>' }],
  ['behaviour', /console has an error/, { body: '<p><img src="/gone.png" alt="Gone" /></p>' }],
  ['behaviour', /Tab does not reach/, { body: meaning.replace('<button', '<button tabindex="-1"') }],
  ['behaviour', /Enter does not open/, { body: meaning.replace('<button', '<button popovertargetaction="hide"') }],
  ['behaviour', /Escape does not close/, { body: meaning.replace('popover="auto"', 'popover="manual"') }],
  ['behaviour', /no link to the full page/, { body: easyRow }],
  ['behaviour', /no link back/, { body: easyRow, other: '<a href="/glossary/">Full page</a>' }],
];

/** The good site with the faults of one judge among its pages, at /fault-0/, /fault-1/ … */
function siteWithFaults(planted) {
  const files = { ...goodSite };
  planted.forEach(([, , parts], i) => {
    files[`fault-${i}/index.html`] = parts.html ?? page(`/fault-${i}/`, parts);
    if (parts.css) files[/href="\/([^"]+)"/.exec(parts.head)[1]] = parts.css;
    if (parts.file) files[parts.file[0]] = parts.file[1];
  });
  return files;
}

let passed = 0;
let failed = 0;
function expect(right, sentence, shown) {
  if (right) passed += 1;
  else {
    failed += 1;
    console.log(`not so: ${sentence}`);
    for (const { page: where, what, where: place } of shown) console.log(`  ${where}: ${what}: ${place}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'local-offer-judges-'));
try {
  writeSite(join(folder, 'good'), goodSite);
  for (const { name, tested, findings } of await judgeSite(join(folder, 'good'), judges, 4)) {
    expect(findings.length === 0 && tested.length > 0, `${name} finds nothing on a good site`, findings);
  }
  for (const name of judges) {
    const planted = faults.filter(([judge]) => judge === name);
    writeSite(join(folder, name), siteWithFaults(planted));
    const [{ findings }] = await judgeSite(join(folder, name), [name], 4);
    planted.forEach(([, says, parts], i) => {
      const here = findings.filter((finding) => finding.page === `/fault-${i}/`);
      const found = here.some((finding) => says.test(finding.what));
      expect(found, `${name} says ${says} of ${JSON.stringify(parts).slice(0, 120)}`, here);
    });
    const slandered = findings.filter((finding) => !finding.page.startsWith('/fault-'));
    expect(slandered.length === 0, `${name} finds nothing on the good pages among them`, slandered);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
