// The search page: answers while the reader types. Without it the page offers other ways.
// ES5 with promises and fetch; a browser without them keeps the page as it is. What is typed and what is found only ever becomes text.
(function () {
  'use strict';
  var place = document.getElementById('page-search'), input = document.getElementById('site-search');
  if (!place || !input || !window.Promise || !window.fetch || !window.Uint16Array || !window.localOffer) return;
  var QUIET = 150, PAUSE = 700; // milliseconds without a key: before something is fetched, before something is said
  var root = place.getAttribute('data-root'), form = input.form, name = document.title;
  var index = localOffer.openIndex(load), lastKey = 0, runs = 0, timer, outcome, hits, shown, filters, others = document.querySelector('.body h2[id]');

  function add(parent, tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return parent.appendChild(element);
  }
  function link(parent, href, text) {
    var a = add(parent, 'a', text);
    a.setAttribute('href', href);
    return a;
  }
  function clear(element) { while (element.firstChild) element.removeChild(element.firstChild); }
  function many(n, word) { return n + ' ' + word + (n === 1 ? '' : 's'); }

  function load(path, anew) {
    var wait = Math.max(0, lastKey + QUIET - Date.now());
    return new Promise(function (done) { setTimeout(done, wait); })
      .then(function () { return fetch(place.getAttribute('data-index') + path, anew ? { cache: 'no-cache' } : {}); })
      .then(function (answer) {
        if (!answer.ok) throw new Error(path + ': ' + answer.status);
        return answer.text();
      });
  }

  clear(place);
  var status = add(place, 'p', '', 'search-note'), notes = add(place, 'div'), box = add(place, 'details', '', 'search-filters'), list = add(place, 'ol', '', 'search-list');
  var more = add(place, 'button', 'Show more pages', 'search-more');
  status.setAttribute('role', 'status');
  list.setAttribute('role', 'list'); // some screen readers forget it where no numbers are shown
  list.setAttribute('aria-label', 'Pages found');
  more.type = 'button';
  add(box, 'summary', 'Show only some of them');
  box.hidden = list.hidden = more.hidden = true;

  function note() { return add(notes, 'p', '', 'search-note'); }
  function noteButton(parent, text, act) {
    var button = add(parent, 'button', text);
    button.type = 'button';
    button.onclick = act;
  }
  function ask(query) {
    input.value = query;
    input.focus();
    run(false);
  }

  function tell(words, now) { // once, when the reader pauses
    clearTimeout(timer);
    timer = setTimeout(function () {
      var query = input.value.slice(0, 300);
      if (status.textContent !== words) status.textContent = words;
      document.title = query ? query.slice(0, 60) + ' – ' + name : name;
      try { history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname); } catch (no) { /* half a letter, or too often */ }
    }, now ? 0 : PAUSE);
  }

  function marked(parent, parts) {
    parts.forEach(function (part) {
      if (part[1]) add(parent, 'mark', part[0]);
      else parent.appendChild(document.createTextNode(part[0]));
    });
  }
  function addResult(page) {
    var item = add(list, 'li'), href = root + page.address.replace(/^\/+/, ''), found = index.excerpt(page, outcome.stems), title = add(item, 'p', '', 'search-title'), line;
    marked(link(title, href, ''), index.mark(page.title, outcome.stems).parts);
    marked(add(item, 'p'), found.parts);
    line = add(item, 'p', '', 'search-part');
    if (page.old) add(line, 'span', 'An older page', 'search-older');
    if (page.kind) add(line, 'span', page.kind, 'search-kind');
    if (found.anchor) {
      line.appendChild(document.createTextNode('Part: '));
      link(line, href + '#' + encodeURIComponent(found.anchor), found.heading);
    }
    if (page.easy) {
      line = link(line, href + 'easy-read/', 'Easy Read');
      line.className = 'search-easy';
      add(line, 'span', ': ' + page.title, 'for-ears');
    }
    return title.firstChild;
  }

  function showMore(id, focus) { // the next results; a first search fetches little
    var from = shown, pages = hits.slice(from, from + index.several());
    return index.show(pages).then(function (details) {
      var first;
      if (id !== runs || from !== shown) return;
      if (!from) clear(list);
      details.forEach(function (page) {
        var title = addResult(page);
        first = first || title;
      });
      shown = from + details.length;
      list.hidden = !shown;
      more.hidden = shown >= hits.length;
      if (focus && first) first.focus();
    });
  }

  function elsewhere() { // where else to look, and whom to ask
    var p = note(), help = document.getElementById('page-help');
    p.appendChild(document.createTextNode('You can try other words, or use '));
    link(p, others ? '#' + others.id : root, 'the lists below');
    if (!help) return;
    p.appendChild(document.createTextNode(', or '));
    link(p, '#page-help', 'ask a person');
    p.appendChild(document.createTextNode('.'));
  }
  function explain() { // what became of the words
    clear(notes);
    outcome.changed.forEach(function (one) {
      var p = note();
      p.appendChild(document.createTextNode('No page has “' + one.typed + '”. These pages have '));
      add(p, 'strong', '“' + one.instead + '”');
      p.appendChild(document.createTextNode('.'));
      if (!one.others.length) return;
      p = note();
      p.appendChild(document.createTextNode('Or did you mean: '));
      one.others.forEach(function (other) {
        noteButton(p, other, function () { ask(input.value.toLowerCase().split(one.typed).join(other)); });
      });
    });
    if (outcome.hits.length && outcome.unknown.length) note().textContent = 'No page has: ' + outcome.unknown.join(', ').slice(0, 200) + '.';
    if (outcome.cut) note().textContent = 'That is a long question. We looked for its first words.';
  }
  function count() {
    if (outcome.empty) return input.value.trim() ? 'Please type a word.' : '';
    if (outcome.stopped) return 'These words are on every page. Add a word that says what it is about.';
    if (!outcome.hits.length) return 'We found nothing for “' + input.value.slice(0, 60) + '”.';
    if (!hits.length) return 'No page fits these choices. Take one away.';
    return (hits.length > 99 ? 'Over 99 pages' : many(hits.length, 'page')) + ' found' + (hits.length > 1 ? ', the best first.' : '.');
  }

  function chosen() {
    return [].map.call(box.querySelectorAll('fieldset'), function (group) {
      return [].filter.call(group.querySelectorAll('input'), function (one) { return one.checked; }).map(function (one) { return Number(one.value); });
    });
  }
  function narrow(id) {
    var wanted = chosen();
    hits = filters ? outcome.hits.filter(function (page) { return filters.fits(page, wanted); }) : outcome.hits;
    shown = 0;
    return showMore(id).then(function () {
      if (id !== runs) return;
      if (!hits.length) {
        clear(list);
        list.hidden = more.hidden = true;
      }
      tell(count());
    });
  }
  box.addEventListener('toggle', function () {
    if (!box.open || filters) return;
    index.filters().then(function (all) {
      if (filters) return;
      filters = all;
      all.groups.forEach(function (group) {
        var set = add(box, 'fieldset');
        if (!group.choices.length) set.hidden = true;
        add(set, 'legend', group.title);
        group.choices.forEach(function (choice, k) {
          var label = add(set, 'label'), tick = add(label, 'input');
          tick.type = 'checkbox';
          tick.value = k;
          tick.onchange = function () { guard(narrow); };
          label.appendChild(document.createTextNode(choice));
        });
      });
    }).then(null, fail);
  });

  function fail() {
    clear(notes);
    list.hidden = box.hidden = more.hidden = true;
    tell('A part of the search did not arrive. Are you online?', true);
    noteButton(note(), 'Try again', function () { run(false); });
    elsewhere();
  }
  // Runs some work; if a piece is missing, looks once whether there is a newer index.
  function guard(work, again) {
    var id = runs += 1;
    return work(id).then(null, function () {
      if (id !== runs) return null;
      if (again) return fail();
      return index.open(true).then(function () {
        filters = null;
        [].forEach.call(box.querySelectorAll('fieldset'), function (set) { box.removeChild(set); });
        box.open = false;
        return id === runs ? guard(find, true) : null;
      }, function () { if (id === runs) fail(); });
    });
  }
  function find(id, typing) {
    return index.search(input.value, typing).then(function (answer) {
      if (id !== runs) return null;
      outcome = answer;
      explain();
      box.hidden = !outcome.hits.length;
      if (!outcome.hits.length && !outcome.empty) elsewhere();
      return narrow(id);
    });
  }
  function run(typing) { return guard(function (id) { return find(id, typing); }); }

  input.setAttribute('enterkeyhint', 'search');
  input.oninput = function () {
    lastKey = Date.now();
    run(true);
  };
  form.onsubmit = function () {
    lastKey = 0;
    run(false);
    return false;
  };
  more.onclick = function () {
    var id = runs;
    showMore(id, true).then(null, function () { if (id === runs) fail(); });
  };
  // Down and up lead from result to result, Escape back to the words.
  document.addEventListener('keydown', function (event) {
    var links = [].slice.call(list.querySelectorAll('.search-title a')), at = links.indexOf(document.activeElement), inside = list.contains(document.activeElement);
    if (list.hidden || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || (document.activeElement !== input && !inside)) return;
    if (event.key === 'Escape' && inside) input.focus();
    else if (event.key === 'ArrowDown' && (at >= 0 || !inside) && links[at + 1]) links[at + 1].focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] || input).focus();
    else return;
    event.preventDefault();
  });

  var asked = /[?&]q=([^&#]*)/.exec(location.search);
  if (asked) {
    try { input.value = decodeURIComponent(asked[1].replace(/\+/g, ' ')); } catch (no) { input.value = asked[1]; }
    run(false);
  }
})();
