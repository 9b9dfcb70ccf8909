// Live: keeps an open page as its files are. It asks the server whether the page is still what it shows; when it is not, it fetches the page and
// changes what differs, in place: scroll, focus, open parts and what was typed stay.
//
// Three trees: `base`, what the server last sent; `fresh`, what it sends now; and the page itself, which scripts of the theme may have changed. Only
// what differs between base and fresh is changed in the page, so that those scripts need not start again, and none ever runs twice. Where they have
// taken away what must change, or where other scripts are needed, the page is loaded again, with all of that put back.
(() => {
  'use strict';
  const stub = document.getElementById('lo-live');
  if (!stub || !window.fetch || !window.DOMParser || !window.AbortController) return;
  const KEPT = 'lo-kept';  // in sessionStorage: what to put back after the page was loaded again
  const ELEMENT = 1, TEXT = 3;

  // This script runs before those with `defer`: the page is still as the server sent it. The copy stands in a document of its own, where nothing is loaded.
  const quiet = document.implementation.createHTMLDocument('');
  const base = quiet.importNode(document.documentElement, true);
  const twins = new WeakMap();  // node of base -> node of the page
  pair(base, document.documentElement);
  let have = stub.dataset.have;
  let id = stub.dataset.page;
  let working = 'stillWorking' in stub.dataset;
  let lost = false;  // something that must change is not in the page any more

  function pair(of, node) {
    twins.set(of, node);
    for (let a = of.firstChild, b = node.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) pair(a, b);
  }

  // --- what differs ---

  const isSheet = (node) => node.nodeName === 'LINK' && /\bstylesheet\b/i.test(node.getAttribute('rel') || '');

  function patchAttributes(of, to, node) {
    for (const { name, value } of [...to.attributes]) {
      if (of.getAttribute(name) === value) continue;
      of.setAttribute(name, value);
      // What a reader has opened stays open, and what was closed stays closed.
      if (name === 'open' && (node.nodeName === 'DETAILS' || node.nodeName === 'DIALOG')) continue;
      if (name === 'href' && isSheet(node)) swapSheet(of, node, value);
      else node.setAttribute(name, value);
    }
    for (const { name } of [...of.attributes]) {
      if (to.hasAttribute(name)) continue;
      of.removeAttribute(name);
      if (name !== 'open') node.removeAttribute(name);
    }
  }

  // The old style sheet stays until the new one is there: nobody sees the page without.
  function swapSheet(of, node, href) {
    const next = node.cloneNode(false);
    next.setAttribute('href', href);
    next.onload = next.onerror = () => node.remove();
    node.after(next);
    twins.set(of, next);
  }

  const kind = (node) => node.nodeType === ELEMENT ? `${node.nodeName}#${node.id}` : node.nodeType;
  const key = (node) => node.nodeType === ELEMENT ? node.outerHTML : `${node.nodeType}:${node.data}`;

  // For each of `to` its partner in `of`, or undefined. Equal ones in their order first, then those with the same id, then those of the same kind.
  function match(of, to) {
    const partner = new Array(to.length);
    let start = 0, ofEnd = of.length, toEnd = to.length;
    while (start < ofEnd && start < toEnd && of[start].isEqualNode(to[start])) { partner[start] = of[start]; start += 1; }
    while (ofEnd > start && toEnd > start && of[ofEnd - 1].isEqualNode(to[toEnd - 1])) { ofEnd -= 1; toEnd -= 1; partner[toEnd] = of[ofEnd]; }
    const a = of.slice(start, ofEnd), b = to.slice(start, toEnd);
    if (a.length * b.length > 0 && a.length * b.length < 250000) {
      const ak = a.map(key), bk = b.map(key), width = b.length + 1;
      const common = new Uint32Array((a.length + 1) * width);
      for (let i = a.length - 1; i >= 0; i -= 1)
        for (let k = b.length - 1; k >= 0; k -= 1)
          common[i * width + k] = ak[i] === bk[k] ? common[(i + 1) * width + k + 1] + 1 : Math.max(common[(i + 1) * width + k], common[i * width + k + 1]);
      for (let i = 0, k = 0; i < a.length && k < b.length;) {
        if (ak[i] === bk[k]) { partner[start + k] = a[i]; i += 1; k += 1; }
        else if (common[(i + 1) * width + k] >= common[i * width + k + 1]) i += 1;
        else k += 1;
      }
    }
    // Where the next one in order stands, for each of `to`: what is new there goes before it.
    const place = new Map(of.map((node, i) => [node, i]));
    const limit = new Array(to.length).fill(ofEnd);
    for (let k = toEnd - 2; k >= start; k -= 1) limit[k] = partner[k + 1] ? place.get(partner[k + 1]) : limit[k + 1];
    const inOrder = partner.slice();
    const taken = new Set(partner);
    const byId = new Map(a.filter((node) => node.id && !taken.has(node)).map((node) => [kind(node), node]));
    for (let k = start; k < toEnd; k += 1) {
      const same = !partner[k] && to[k].id && byId.get(kind(to[k]));
      if (!same || taken.has(same)) continue;
      partner[k] = same;
      taken.add(same);
    }
    const kinds = of.map(kind);
    let from = start;
    for (let k = start; k < toEnd; k += 1) {
      if (inOrder[k]) { from = place.get(inOrder[k]) + 1; continue; }
      if (partner[k]) continue;
      const wanted = kind(to[k]);
      for (let i = from; i < limit[k]; i += 1) {
        if (kinds[i] !== wanted || taken.has(of[i])) continue;
        partner[k] = of[i];
        taken.add(of[i]);
        from = i + 1;
        break;
      }
    }
    return partner;
  }

  function make(node) {
    const of = quiet.importNode(node, true), made = document.importNode(node, true);
    pair(of, made);
    return [of, made];
  }

  // Makes `of` (in base) and its twin in the page like `to` (fresh).
  function patch(of, to) {
    const node = twins.get(of);
    if (of.nodeType !== ELEMENT) {
      if (of.data === to.data) return;
      of.data = to.data;
      if (!node || !node.isConnected) { lost = true; return; }
      node.data = to.data;
      return;
    }
    if (!node || !node.isConnected) { lost = lost || !of.isEqualNode(to); return; }
    if (of.nodeName === 'SCRIPT' && of.getAttribute('type') !== 'application/ld+json') return;
    if (of.nodeName === 'NOSCRIPT') return;
    patchAttributes(of, to, node);
    const were = [...of.childNodes], are = [...to.childNodes], partner = match(were, are);
    const staying = new Set(partner), places = new Map(were.map((one, i) => [one, i]));
    for (const one of were) {
      if (staying.has(one)) continue;
      const twin = twins.get(one);
      if (twin && twin.parentNode === node) twin.remove();
      else if (one.nodeType === ELEMENT) lost = true;
      one.remove();
    }
    // Those that were moved: not in the rising order of the others.
    let highest = Infinity;
    let ofNext = null, next = null;
    for (let k = are.length - 1; k >= 0; k -= 1) {
      const one = partner[k];
      if (!one) {
        const [made, shown] = make(are[k]);
        of.insertBefore(made, ofNext);
        node.insertBefore(shown, next);
        ofNext = made;
        next = shown;
        continue;
      }
      const place = places.get(one), twin = twins.get(one);
      if (place > highest) {
        of.insertBefore(one, ofNext);
        if (twin && twin.parentNode === node) node.insertBefore(twin, next);
      } else {
        highest = place;
      }
      if (!one.isEqualNode(are[k])) patch(one, are[k]);
      ofNext = one;
      const now = twins.get(one);
      if (now && now.parentNode === node) next = now;
    }
  }

  // --- staying where the reader is ---

  // Something near the top of the window that will probably still be there.
  function anchor() {
    if (window.scrollY < 4) return () => {};
    for (const y of [0.1, 0.3, 0.5]) {
      let seen = document.elementFromPoint(window.innerWidth / 2, window.innerHeight * y);
      while (seen && seen.closest('.lo-panel')) seen = null;
      if (!seen || seen === document.body || seen === document.documentElement || seen.nodeName === 'MAIN') continue;
      const chain = [];
      for (let at = seen; at && at !== document.body; at = at.parentElement) chain.push([at, at.getBoundingClientRect().top]);
      return () => {
        const found = chain.find(([at]) => at.isConnected);
        if (found) window.scrollBy(0, found[0].getBoundingClientRect().top - found[1]);
      };
    }
    return () => {};
  }

  const scriptsOf = (root) => [...root.querySelectorAll('script[src]')].map((one) => one.getAttribute('src')).filter((src) => !src.startsWith('/-/')).sort().join('\n');
  const fields = () => [...document.querySelectorAll('input:not([type=hidden], [type=file], [type=password]), textarea, select')];
  const nameOf = (field, i) => field.id ? `#${field.id}` : `${field.name}/${i}`;

  function loadAgain() {
    const focus = document.activeElement;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({
        address: location.pathname + location.search,
        scroll: window.scrollY,
        focus: focus ? focus.id : '',
        fields: fields().map((field, i) => [nameOf(field, i), field.value, field.checked]),
        open: [...document.querySelectorAll('details')].map((one) => one.open),
      }));
    } catch (error) { /* it may not be kept: then the page is loaded as it is */ }
    location.reload();
  }

  function putBack() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch (error) { return; }
    if (!kept || kept.address !== location.pathname + location.search) return;
    const values = new Map(kept.fields.map(([name, value, checked]) => [name, { value, checked }]));
    fields().forEach((field, i) => {
      const was = values.get(nameOf(field, i));
      if (!was || (field.value === was.value && field.checked === was.checked)) return;
      field.value = was.value;
      if ('checked' in field) field.checked = was.checked;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    });
    const parts = [...document.querySelectorAll('details')];
    if (parts.length === kept.open.length) parts.forEach((one, i) => { one.open = kept.open[i]; });
    window.scrollTo(0, kept.scroll);
    if (kept.focus && document.getElementById(kept.focus)) document.getElementById(kept.focus).focus({ preventScroll: true });
  }

  // --- news ---

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').documentElement;
    const news = fresh.querySelector('#lo-live');
    if (!news || scriptsOf(base) !== scriptsOf(fresh)) return loadAgain();
    const stay = anchor();
    const focused = document.activeElement;
    const focusId = focused && focused !== document.body ? focused.id : '';
    lost = false;
    patch(base, fresh);
    have = news.dataset.have;
    id = news.dataset.page || id;
    working = 'stillWorking' in news.dataset;
    if (lost) return loadAgain();
    if (focusId && !focused.isConnected && document.getElementById(focusId)) document.getElementById(focusId).focus({ preventScroll: true });
    stay();
    document.dispatchEvent(new CustomEvent('lo-updated'));
  }

  async function update(address) {
    const answer = await fetch(address, { cache: 'no-store' });
    if (!(answer.headers.get('content-type') || '').startsWith('text/html')) {
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      location.assign(address);
      return;
    }
    const html = await answer.text();
    const now = new URL(answer.url);
    if (now.pathname + now.search !== location.pathname + location.search) {
      if (now.origin !== location.origin) { location.assign(address); return; }
      history.replaceState(history.state, '', now.pathname + now.search + location.hash);
    }
    show(html);
  }

  const pause = (time) => new Promise((done) => { setTimeout(done, time); });
  let away = false;
  function tellAway(is) {
    if (away === is) return;
    away = is;
    document.dispatchEvent(new CustomEvent('lo-away', { detail: is }));
  }

  let ending = null;  // of the question that waits
  async function ask() {
    const here = location.pathname + location.search;
    const query = new URLSearchParams({ for: here, have, page: id });
    const answer = await fetch(`/-/wait?${query}`, { cache: 'no-store', signal: ending.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { have: now, moved } = await answer.json();
    tellAway(false);
    if (moved) await update(moved);
    else if (now !== have) await update(here);
  }

  // Only while somebody looks: a browser has few connections to one server for all its tabs.
  async function watch() {
    if (ending || document.visibilityState !== 'visible') return;
    ending = new AbortController();
    const mine = ending;
    while (mine === ending) {
      try {
        if (working) {
          await pause(1000);
          await update(location.pathname + location.search);
        } else {
          await ask();
        }
      } catch (error) {
        if (mine.signal.aborted) break;
        tellAway(true);
        await pause(500);
      }
    }
  }
  function rest() {
    if (ending) ending.abort();
    ending = null;
  }
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') watch(); else rest(); });
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', watch);
  window.addEventListener('load', putBack);
  watch();
})();
