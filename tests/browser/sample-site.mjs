// A small site that every judge must pass: the good company in which the self-test plants faults.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const base = 'https://example.org/';

const css = `
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #111; --link: #9ec5ff; } }
body { margin: 0; padding: 1rem; font: 1.25rem/1.5 sans-serif; color: var(--ink);
  background: var(--paper); overflow-wrap: break-word; }
a { color: var(--link); }
img { max-width: 100%; height: auto; }
.skip { position: absolute; top: -10rem; }
.skip:focus { top: 0; left: 0; background: var(--paper); }
.other-ways a, footer a { display: inline-block; padding: 0.5rem; }
button.term { font: inherit; color: inherit; background: none; border: 0; padding: 0.25rem;
  text-decoration: underline dotted; }
.meaning { color: inherit; background: var(--paper); }
.table { overflow-x: auto; }
@media (max-width: 30em) { body { font-size: 1.125rem; } }
@media print { .easy-row, .card, tr { break-inside: avoid; } .meaning { display: block; position: static; } }
@page { size: A4; margin: 2cm; }
`;

export const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" /></svg>\n';

export const meaning = `<p>Ask for an <button type="button" class="term" popovertarget="w">EHC plan</button>.</p>
<div class="meaning" popover="auto" id="w"><p><strong>EHC plan</strong> A legal paper.</p>
<p><a href="/glossary/">More about the EHC plan</a></p></div>`;

export const easyRow = `<div class="easy-row"><img class="easy-picture" src="/picture.svg" alt="" width="160"
height="160" /><div class="easy-words"><p>This is a short sentence.</p></div></div>`;

/** One page. What is not said is good, so that a fault planted in it is the only one. */
export function page(address, parts = {}) {
  const { title = `Page at ${address}`, body = '<p>Some words to read.</p>' } = parts;
  const other = parts.other
    ? `<nav class="other-ways" aria-label="Other ways to read this page">${parts.other}</nav>`
    : '';
  return `<!DOCTYPE html>
<html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<link rel="canonical" href="${parts.canonical ?? base + address.slice(1)}" />
<link rel="stylesheet" href="/council.css" />
<link rel="icon" href="/picture.svg" />
${parts.head ?? ''}
</head>
<body class="page-${parts.kind ?? 'page'}">
${parts.skip ?? '<a class="skip" href="#content">Skip to the content</a>'}
<header><p>Example council</p></header>
${other}
<main id="content" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer><a href="/">Home</a></footer>
</body>
</html>
`;
}

export const redirect = (to) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8" /><title>This page has moved</title>
<meta http-equiv="refresh" content="0; url=${to}" /><link rel="canonical" href="${base}glossary/" />
</head><body><p><a href="/glossary/">This page has moved</a></p></body></html>
`;

const ways = (other, words) => `<a href="${other}">${words}</a>`;

export const goodSite = {
  'council.css': css,
  'picture.svg': picture,
  'index.html': page('/', { title: 'Home', body: meaning }),
  'glossary/index.html': page('/glossary/', { body: '<h2 id="a">A</h2><p><a href="#a">The letter A</a></p>' }),
  'plan/index.html': page('/plan/', {
    kind: 'strategy',
    body: '<p><a href="/glossary/#a">Words that start with A</a></p>',
    other: ways('/plan/easy-read/', 'Easy Read'),
  }),
  'plan/easy-read/index.html': page('/plan/easy-read/', {
    kind: 'strategy',
    body: easyRow,
    other: ways('/plan/', 'Full page'),
  }),
  '404.html': page('/404.html', { title: 'There is no such page' }),
  'old/index.html': redirect('/glossary/'),
};

export function writeSite(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
