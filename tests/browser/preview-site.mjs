// A small site of its own for the judge of the preview, in a folder that is made for it, and the program that shows it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const today = '2026-11-22';

const settings = (id, title, more = '') => `---
id: ${id}
title: ${title}
summary: ${title}, in a few plain words.
audience: [parents]
owner: officer
reviewed: 2026-09-14
review_by: 2027-09-14
${more}---

`;

const filler = (n) => Array.from({ length: n }, (_, i) => `This is line ${i + 1} of words that make the page long enough to scroll. They say nothing else.\n`).join('\n');

export const longPage = (first) => `${settings('breaks', 'Short breaks', 'covers: [S2.1a]\n')}${first}

${filler(12)}
## Who can ask

You can ask if you look after your child. We answer all of you. Read [how the law sees it](news/closed.md) too.

${filler(20)}
## What happens next

We answer within 2 weeks. Then we talk about what you need.
`;

export const files = {
  'site.yml': `name: "A small Local Offer"
council: "A council"
address: https://small.example.org/
menu: [breaks, ask, plan, news]
help: officer
words_people_know: [SEND]
`,
  'roles.yml': 'officer:\n  title: Local Offer officer\n  phone: "01632 960 100"\n  email: "officer@small.example.org"\n  hours: "Monday to Friday, 9am to 5pm"\n',
  'topics.yml': 'health: Health\n',
  'needs.yml': 'autism: Autism\n',
  'index.md': `${settings('home', 'A small Local Offer')}What there is, and how to get it.\n\n- [Short breaks](breaks.md): time off\n- [Closed](news/closed.md): what is new\n`,
  'breaks.md': longPage('A short break gives you time off from caring.'),
  'breaks.easy.md': `---
title: Short breaks
---

## What is this page about?

![](picture:about)
This page is about time off for you.

## Who can help you?

![](picture:phone)
Ring us on [01632 960 100](tel:01632960100).

![](picture:email)
Write to [officer@small.example.org](mailto:officer@small.example.org).

![](picture:friends)
You can ask someone to read this with you.
`,
  'ask.md': `${settings('ask', 'How to ask')}Ask us about it.\n\n## What to say\n\nSay what you need. Read [more about it](breaks.md).\n\nYou can ring us.\n`,
  'late.md': `${settings('late', 'A page of another day', 'published: 2027-06-01\n')}This comes later.\n`,
  'sketch.md': `${settings('sketch', 'A sketch', 'status: draft\n')}This is only a sketch.\n`,
  'pathways/plan.md': `${settings('plan', 'How to get a plan', 'for: "Anyone who needs more help"\nstarts_when: "You ask us"\nages: 0 to 25\ndeadlines: [decide-to-assess]\n')}## In short

- Ask us. We say yes or no.

## Steps

### 1. Ask us

Write to us.

**When:** any day

**What you do:** Write what your child needs.

**What they do:** We answer.

**If it is late:** Ring us.

**If the answer is no:** Ask why.
`,
  'news/index.md': `${settings('news', 'News')}What is new.\n`,
  'news/closed.md': `${settings('closed', 'The office is closed on Friday', 'kind: news\non: 2026-11-02\n')}The office is closed on Friday. Ring on Monday.\n\n![A door](door.svg)\n`,
  'news/door.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="60" viewBox="0 0 40 60"><rect width="40" height="60" fill="#876"/></svg>',
  'not-found.md': `${settings('not-found', 'There is no such page')}Look at the start.\n`,
};

/** ask.md with three things to mend: two on one line. */
export const wrongAsk = `${settings('ask', 'How to ask')}Ask us about the XYZ plan. <b>Raw</b> words are not shown.

## What to say

Say what you need. Read [more about it](nowhere.md).

You can ring us.
`;

export class Preview {
  /** program: the path of local-offer. */
  constructor(program) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), 'preview-'));
    this.site = join(this.folder, 'site');
    this.published = join(this.folder, 'published');
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path, text) {
    const file = join(this.site, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path) {
    rmSync(join(this.site, path), { recursive: true });
  }

  run(words) {
    return new Promise((done) => {
      const child = spawn(this.program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      child.stdout.on('data', (text) => { said += text; });
      child.stderr.on('data', (text) => { said += text; });
      child.on('close', (status) => done({ status, said }));
    });
  }

  async publish() {
    const { status, said } = await this.run(['build', this.site, '--out', this.published, '--today', today]);
    if (status !== 0) throw new Error(said);
  }

  /** Starts the server, on `port` or on any free one, and waits until it answers. */
  async start(port = 0) {
    this.server = spawn(this.program, ['serve', this.site, '--port', String(port), '--out', this.published, '--today', today], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.said = '';
    const address = await new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`the server did not start: ${this.said}`)), 30000);
      const listen = (text) => {
        this.said += text;
        const found = /http:\/\/localhost:(\d+)\//.exec(this.said);
        if (!found) return;
        clearTimeout(timer);
        done(found);
      };
      this.server.stdout.on('data', listen);
      this.server.stderr.on('data', (text) => { this.said += text; });
      this.server.on('close', (status) => fail(new Error(`the server ended with ${status}: ${this.said}`)));
    });
    this.port = Number(address[1]);
    this.origin = `http://localhost:${this.port}`;
  }

  async stop() {
    const server = this.server;
    this.server = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
