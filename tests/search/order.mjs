// Whether the search sorts as it should: node order.mjs
//
// The theme's script looks keys up by halves, reads only what it needs and sorts only pages that it can show. Here the same answers are worked out in the
// plainest way, from an index made by chance of words that stand alone, side by side, as whole titles and as ideas.
import { pathToFileURL } from 'node:url';
import { loadScripts } from './engine.mjs';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const rare = ['bak', 'dom', 'fip', 'gub', 'hox', 'jum', 'kib', 'lox', 'mip', 'nub', 'pom', 'rax', 'tib', 'vok', 'wug'];
const weak = ['wug', 'vok'];
const most = 300;

function chance(seed) { // numbers below n, the same for the same seed
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function number(n) {
  let text = '';
  for (; n >= 32; n = Math.floor(n / 32)) text += digits[32 + (n % 32)];
  return text + digits[n];
}

/** Key -> { idea, pages, list: [[page, weight], …] }. */
function madeIndex(random, pages) {
  const entries = new Map();
  const add = (key, most, idea) => {
    const list = new Map();
    const steps = random(3) === 0 ? 2 : 63; // often many pages with the same weight
    for (let i = random(most); i >= 0; i -= 1) list.set(random(pages), 1 + random(steps));
    entries.set(key, { idea, pages: idea || random(4) === 0 ? list.size + random(500) : list.size, list: [...list].sort((a, b) => a[0] - b[0]) });
  };
  const sizes = [5, 40, 400, pages];
  for (const word of rare.slice(1)) add(word, sizes[random(4)], false); // one word is nowhere by itself
  for (let i = 0; i < 60; i += 1) {
    const words = Array.from({ length: 1 + random(4) }, () => rare[random(rare.length)]);
    if (random(3) === 0) add(`${words.join(' ')} =`, 4, false);
    else if (words.length > 1) add(words.join(' '), sizes[random(3)], random(2) === 0);
  }
  return entries;
}

function filesOf(entries, pages) {
  const keys = [...entries.keys()].sort();
  const files = new Map();
  const firsts = [];
  let piece = [];
  keys.forEach((key, i) => {
    const first = key.split(' ')[0];
    if (i === 0 || (piece.length > 6 && keys[i - 1].split(' ')[0] !== first)) {
      firsts.push(first);
      piece = [];
      files.set(`x/w${firsts.length - 1}.txt`, piece);
    }
    const { idea, pages: counting, list } = entries.get(key);
    let text = idea ? '!' : '';
    if (counting !== list.length) text += `${number(counting)}.`;
    let before = 0;
    for (const [page, weight] of list) {
      text += number(page - before) + digits[weight];
      before = page;
    }
    piece.push(`${key}\t${text}\n`);
  });
  for (const [name, lines] of files) files.set(name, lines.join(''));
  files.set('manifest.json', JSON.stringify({ format: 1, pieces: 'x', pages, together: 2, letters: '', kinds: [], stop: '', weak: weak.join(' '), firsts: firsts.join(' ') }));
  return files;
}

/** The pages that answer, best first, for words that need no putting right. */
function plainAnswer(entries, N, words) {
  const n = words.length;
  const idf = (pages) => Math.log(1 + (N - pages + 0.5) / (pages + 0.5));
  const best = words.map(() => new Float32Array(N));
  const score = new Float32Array(N);
  const covered = new Uint32Array(N);
  const own = words.map((word) => entries.get(word));
  const worth = words.map((word, k) => (own[k] ? Math.max(0.3, idf(own[k].pages)) : 1.5) * (weak.includes(word) ? 0.22 : 1));
  const give = (entry, from, to, each) => {
    for (const [page, weight] of entry.list) {
      for (let w = from; w < to; w += 1) {
        best[w][page] = Math.max(best[w][page], (weight / 50) * each);
        covered[page] |= 1 << w;
      }
    }
  };
  const sum = (from, to) => worth.slice(from, to).reduce((a, b) => a + b, 0);
  own.forEach((entry, k) => {
    if (entry) give(entry, k, k + 1, worth[k]);
    else worth[k] = 0;
  });
  const raise = (entry, bonus) => entry.list.forEach(([page, weight]) => { score[page] += (weight / 50) * bonus; });
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b <= Math.min(n, a + 8); b += 1) {
      const key = words.slice(a, b).join(' ');
      const entry = b > a + 1 && entries.get(key);
      if (entry && entry.idea) {
        const top = Math.max(sum(a, b) * 0.7, idf(entry.pages), 1);
        for (let i = a; i < b; i += 1) worth[i] ||= top / (b - a);
        give(entry, a, b, top / (b - a));
      } else if (entry) raise(entry, 0.35 * sum(a, b));
      const whole = entries.get(`${key} =`);
      if (whole) raise(whole, (a === 0 && b === n ? 0.6 : (0.15 * (b - a)) / n) * sum(a, b));
    }
  }
  const total = sum(0, n) || 1;
  const hits = [];
  for (let page = 0; page < N; page += 1) {
    if (!covered[page]) continue;
    let part = 0;
    for (let a = 0; a < n; a += 1) {
      score[page] += best[a][page];
      if (covered[page] & (1 << a)) part += worth[a];
    }
    part /= total;
    hits.push({ page, score: score[page] * (0.3 + 0.7 * part), all: part > 0.999 });
  }
  hits.sort((x, y) => y.score - x.score || x.page - y.page);
  return hits.filter((hit, k) => k < 10 || hit.all || hit.score > hits[0].score * 0.3).slice(0, most).map((hit) => hit.page);
}

/** The questions whose answers differ, and how many were asked. */
export async function judgeOrder(rounds = 60) {
  const different = [];
  let asked = 0;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const random = chance(seed);
    const pages = [1, 12, 300, 3000][seed % 4];
    const entries = madeIndex(random, pages);
    const files = filesOf(entries, pages);
    const index = loadScripts().openIndex(async (path) => files.get(path));
    for (let q = 0; q < 12; q += 1) {
      const words = [...new Set(Array.from({ length: 1 + random(6) }, () => rare[random(rare.length)]))];
      const { hits } = await index.search(words.join(' '), false);
      asked += 1;
      const plain = plainAnswer(entries, pages, words);
      if (hits.join() !== plain.join()) different.push(`${words.join(' ')} (seed ${seed}): ${hits.slice(0, 5).join(' ')} … instead of ${plain.slice(0, 5).join(' ')} …`);
    }
  }
  return { asked, different };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { asked, different } = await judgeOrder();
  for (const one of different) console.log(one);
  console.log(`${asked - different.length} passed, ${different.length} failed`);
  process.exitCode = different.length > 0 ? 1 : 0;
}
