// The search itself: finds pages in the index that the build made (generator/search/pieces.h). No page, no network of its own.
// ES5 with promises. Gives localOffer.openIndex(load): load(path, anew) promises the text of a file of search-index/.
//
// A search promises { hits, words, changed, unknown, empty }: numbers of pages, best first, and what became of the words.
(function (global) {
  'use strict';
  var MOST_LETTERS = 300, MOST_WORDS = 12, MOST_HITS = 300, KEPT = 80; // KEPT: pieces in memory
  var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var WEAK = 0.22, WHOLE = 50; // WHOLE: the weight that counts as one
  // Letters that are often written for each other at the beginning of a word.
  var SOUNDS = { a: 'eo', c: 'ks', e: 'ai', f: 'p', g: 'j', i: 'ey', j: 'g', k: 'c', n: 'k', o: 'au', p: 'f', q: 'c', r: 'w', s: 'cp', u: 'oy', v: 'f', w: 'hr', y: 'iu', z: 's' };
  var own = Object.prototype.hasOwnProperty, value = [], words = global.localOffer.words;
  DIGITS.split('').forEach(function (digit, i) { value[digit.charCodeAt(0)] = i; });

  function decode(text) { // of one key: see posting_text in pieces.h
    var idea = text.charAt(0) === '!', at = idea ? 1 : 0, numbers = [], weights = [], number = 0, total;
    function read() {
      var sum = 0, unit = 1, digit;
      do {
        digit = value[text.charCodeAt(at)];
        at += 1;
        sum += (digit & 31) * unit;
        unit *= 32;
      } while (digit > 31);
      return sum;
    }
    total = text.indexOf('.') > 0 ? read() : 0;
    if (total) at += 1;
    while (at < text.length) {
      number += read();
      numbers.push(number);
      weights.push(value[text.charCodeAt(at)] / WHOLE);
      at += 1;
    }
    return { idea: idea, numbers: numbers, weights: weights, pages: total || numbers.length };
  }

  function place(sorted, wanted) { // of the first item that is wanted, or comes after
    for (var low = 0, high = sorted.length, middle; low < high;) {
      middle = (low + high) >> 1;
      if (sorted[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  // A piece of keys: find(key), and findBeginning(letters) for all words that begin so, as one.
  function lines(piece) {
    var rows = piece.split('\n'), known = {};
    rows.pop(); // after the last line end
    function begins(k, text) { return k < rows.length && rows[k].lastIndexOf(text, 0) === 0; }
    function entry(k) {
      if (!known[k]) known[k] = decode(rows[k].split('\t')[1]);
      return known[k];
    }
    return {
      find: function (key) {
        var k = place(rows, key + '\t');
        return begins(k, key + '\t') ? entry(k) : null;
      },
      findBeginning: function (beginning) {
        var best = [], seen = 0, k, numbers;
        function raise(one) {
          one.numbers.forEach(function (number, p) { best[number] = Math.max(best[number] || 0, one.weights[p] * 0.8); });
          seen += 1;
        }
        for (k = place(rows, beginning); seen < 40 && begins(k, beginning); k += 1) if (/^[^ ]+\t/.test(rows[k])) raise(entry(k));
        numbers = Object.keys(best).map(Number);
        return seen ? { idea: false, numbers: numbers, weights: best.filter(Boolean), pages: numbers.length } : null;
      }
    };
  }

  global.localOffer.openIndex = function (load) {
    var manifest, pieces = {}, order = [], firsts;

    function piece(name, make) { // what make() makes of its text
      if (own.call(pieces, name)) return pieces[name];
      var loading = load(manifest.pieces + '/' + name).then(make).then(null, function (why) {
        delete pieces[name];
        throw why;
      });
      pieces[name] = loading;
      order.push(name);
      if (order.length > KEPT) delete pieces[order.shift()];
      return loading;
    }
    // The manifest, and everything anew if it is another one.
    function open(anew) {
      if (manifest && !anew) return Promise.resolve(false);
      return load('manifest.json', true).then(function (text) {
        var fresh = JSON.parse(text), changed = !manifest || manifest.pieces !== fresh.pieces;
        if (fresh.format !== 1) throw new Error('format');
        if (!changed) return false;
        manifest = fresh;
        firsts = manifest.firsts ? manifest.firsts.split(' ') : [];
        pieces = {};
        order = [];
        return true;
      });
    }
    function is(list, word) { return (' ' + list + ' ').indexOf(' ' + word + ' ') >= 0; }
    function keys(word) { // the piece in which keys that begin with this word stand
      return firsts.length ? piece('w' + Math.max(0, place(firsts, word + ' ') - 1) + '.txt', lines) : Promise.resolve(lines(''));
    }
    function spelled(text) { // words as they are written; how they sound is worked out for those that come near
      return text.split(' ').filter(Boolean).map(function (entry) {
        var word = entry.slice(0, -1);
        return { word: word, letters: words.letters(word), sound: null, heard: 0, common: Number(entry.slice(-1)) };
      });
    }
    // Words of the site that may have been meant, [{ word, cost }], the likeliest first; the word itself, with no cost, if the site knows it.
    function near(word) {
      var first = word.charAt(0), starts, most = word.length > 6 ? 2 : 1, spoken = words.sound(word), byEar = spoken.length > 6 ? 2 : spoken.length > 3 ? 1 : 0, bits = words.letters(word), ear = words.letters(spoken);
      if (word.length < 3 || /^[0-9]/.test(word)) return Promise.resolve([]);
      starts = (first + (own.call(SOUNDS, first) ? SOUNDS[first] : '') + word.charAt(1)).split('');
      function look(letter) {
        if (manifest.letters.indexOf(letter) < 0) return Promise.resolve([]);
        return piece('s-' + letter + '.txt', spelled).then(function (list) {
          var found = [];
          list.forEach(function (known) {
            var far = 9, heard = 9, beginning, unlike;
            if (Math.abs(known.word.length - word.length) > 3) return;
            unlike = words.differ(known.letters, bits); // a slip changes two of them at most
            if (unlike <= 2 * most) far = words.distance(word, known.word, known.word.length < 4 && word.length < 4 ? 0 : most);
            if (unlike <= 6 && word.length > 3) {
              if (!known.sound) {
                known.sound = words.sound(known.word);
                known.heard = words.letters(known.sound);
              }
              if (words.differ(known.heard, ear) <= 2 * byEar) heard = words.distance(spoken, known.sound, byEar);
            }
            if (far > most && heard > byEar) return;
            beginning = (known.word.charAt(0) === first ? 0 : 0.4) - (known.word.slice(0, 3) === word.slice(0, 3) ? 0.2 : 0);
            found.push({ word: known.word, cost: Math.max(known.word === word ? 0 : 0.1, Math.min(far, heard + 0.5) - known.common * 0.09 + beginning) });
          });
          return found;
        });
      }
      function best(found) { return found.sort(function (a, b) { return a.cost - b.cost; }).slice(0, 3); }
      return look(first).then(function (found) {
        var right = found.filter(function (one) { return one.word === word; });
        if (right.length) return [{ word: word, cost: 0 }];
        if (found.length && found.some(function (one) { return one.cost < 1; })) return best(found);
        return Promise.all(starts.slice(1).map(look)).then(function (more) {
          return best(more.reduce(function (all, one) { return all.concat(one); }, found));
        });
      });
    }

    // What became of one word of the query: { typed, stem, entry, weak } and, where it was not found, { instead, others }.
    function resolve(typed, typing) {
      var slot = { typed: typed, stem: words.stem(typed), weak: is(manifest.weak, typed) };
      return keys(slot.stem).then(function (lines) {
        slot.lines = lines;
        slot.entry = lines.find(slot.stem);
        if (typing && typed.length > 2 && (!slot.entry || slot.entry.pages < 3)) {
          slot.beginning = lines.findBeginning(typed);
          if (!slot.entry) slot.entry = slot.beginning;
        }
        for (var end = typed.length - 1; typing && !slot.entry && end > 3 && end > typed.length - 4; end -= 1) slot.entry = lines.find(typed.slice(0, end));
        return slot;
      });
    }
    function markIdeas(slots) { // words that say something together are known, even if no page has each of them
      slots.forEach(function (slot, a) {
        for (var b = a + 1, key = slot.stem, entry; b < slots.length && b < a + 8; b += 1) {
          key += ' ' + slots[b].stem;
          entry = slot.lines.find(key);
          if (entry && entry.idea) slots.slice(a, b + 1).forEach(function (one) { one.known = true; });
        }
      });
      return slots;
    }
    function put(slot, word) { // looks for this word instead
      slot.stem = words.stem(word);
      slot.weak = is(manifest.weak, word);
      return keys(slot.stem).then(function (lines) {
        slot.lines = lines;
        slot.entry = lines.find(slot.stem);
      });
    }
    function mend(slots) { // what was written wrongly, or in two words
      function mendOne(slot, before, next) {
        var joined = next && words.stem(slot.typed + next.typed), pair = before && !before.gone && before.typed.length + slot.typed.length > 7 ? before.typed + slot.typed : '';
        return Promise.resolve(joined && keys(joined)).then(function (lines) {
          if (joined && lines.find(joined)) {
            next.gone = true;
            return put(slot, slot.typed + next.typed);
          }
          return Promise.all([near(slot.typed), pair ? near(pair) : []]).then(function (found) {
            var one = found[0], two = found[1];
            if (two.length && two[0].cost < 1.3 && (!one.length || two[0].cost <= one[0].cost + 0.5)) {
              slot.gone = true;
              before.typed += ' ' + slot.typed;
              before.instead = two[0].word;
              before.others = [];
              return put(before, before.instead);
            }
            if (!one.length || !one[0].cost) return null;
            slot.instead = one[0].word;
            slot.others = one.slice(1).map(function (other) { return other.word; }).filter(function (other) { return words.stem(other) !== words.stem(slot.instead); });
            return put(slot, slot.instead);
          });
        });
      }
      return markIdeas(slots).reduce(function (done, slot, k) {
        return done.then(function () { return slot.entry || slot.known || slot.gone ? null : mendOne(slot, slots[k - 1], slots[k + 1]); });
      }, Promise.resolve()).then(function () { return markIdeas(slots.filter(function (slot) { return !slot.gone; })); });
    }

    function rank(slots) {
      var N = manifest.pages, n = slots.length, best = [], score = new Float32Array(N), covered = new Uint16Array(N), touched = [], worth = [], total = 0, top, a, b, i, key, entry;
      function idf(pages) { return Math.log(1 + (N - pages + 0.5) / (pages + 0.5)); }
      slots.forEach(function (slot, k) {
        best[k] = new Float32Array(N);
        // A word that no page has may still be part of what families say for something.
        worth[k] = (slot.entry ? Math.max(0.3, idf(slot.entry.pages)) : 1.5) * (slot.weak ? WEAK : 1);
      });
      function give(unit, from, to, each) {
        for (var bits = (1 << to) - (1 << from), k = 0, w, number, weight; k < unit.numbers.length; k += 1) {
          number = unit.numbers[k];
          weight = unit.weights[k] * each;
          if (!covered[number]) touched.push(number);
          covered[number] |= bits;
          for (w = from; w < to; w += 1) if (best[w][number] < weight) best[w][number] = weight;
        }
      }
      function add(unit, bonus) { unit.numbers.forEach(function (number, k) { score[number] += unit.weights[k] * bonus; }); }
      function sum(from, to) { for (var s = 0, w = from; w < to; w += 1) s += worth[w]; return s; }
      slots.forEach(function (slot, k) {
        if (slot.entry) give(slot.entry, k, k + 1, worth[k]);
        else worth[k] = 0;
      });
      for (a = 0; a < n; a += 1) {
        key = slots[a].stem;
        for (b = a + 1; b <= Math.min(n, a + 8); b += 1) {
          if (b > a + 1) {
            key += ' ' + slots[b - 1].stem;
            entry = slots[a].lines.find(key);
            if (entry && entry.idea) {
              top = Math.max(sum(a, b) * 0.7, idf(entry.pages), 1);
              for (i = a; i < b; i += 1) if (!worth[i]) worth[i] = top / (b - a); // known after all
              give(entry, a, b, top / (b - a));
            } else if (entry) add(entry, 0.35 * sum(a, b));
          }
          entry = slots[a].lines.find(key + ' =');
          if (entry) add(entry, (a === 0 && b === n ? 0.6 : 0.15 * (b - a) / n) * sum(a, b));
        }
      }
      for (a = 0; a < n; a += 1) total += worth[a];
      return choose(touched, best, score, covered, worth, total || 1);
    }
    // The best of these pages, in order: ten in any case, else those that have every word or come near the best. Of many only the best are sorted: by how
    // many reach each hundredth of the best score we know which they are.
    function choose(pages, best, score, covered, worth, total) {
      var n = best.length, parts = new Float64Array(1 << n), sums = new Float64Array(pages.length), steps = new Uint8Array(pages.length), fit = new Uint8Array(pages.length), some = [];
      var every = new Uint32Array(101), fitting = new Uint32Array(101), top = 0, a, k, page, bits, ten, most;
      // How much of the question the words with these bits are; the step that so many pages reach.
      function part(has) { for (var s = 0, w = 0; w < n; w += 1) if (has & (1 << w)) s += worth[w]; return s / total; }
      function reached(counts, wanted) { for (var at = 100, sum = counts[100]; at > 0 && sum < wanted; sum += counts[at]) at -= 1; return at; }
      for (k = 0; k < pages.length; k += 1) {
        page = pages[k];
        bits = covered[page];
        if (!parts[bits]) parts[bits] = part(bits);
        for (a = 0; a < n; a += 1) score[page] += best[a][page];
        sums[k] = score[page] * (0.3 + 0.7 * parts[bits]);
        top = Math.max(top, sums[k]);
      }
      for (k = 0; k < pages.length; k += 1) {
        steps[k] = Math.floor(sums[k] / (top || 1) * 100);
        every[steps[k]] += 1;
        fit[k] = parts[covered[pages[k]]] > 0.999 || sums[k] > top * 0.3 ? 1 : 0;
        fitting[steps[k]] += fit[k];
      }
      ten = reached(every, 10);
      most = reached(fitting, MOST_HITS);
      for (k = 0; k < pages.length; k += 1) if (steps[k] >= ten || (fit[k] && steps[k] >= most)) some.push(k);
      some.sort(function (x, y) { return sums[y] - sums[x] || pages[x] - pages[y]; });
      return some.filter(function (k, at) { return at < 10 || fit[k]; }).slice(0, MOST_HITS).map(function (k) { return pages[k]; });
    }

    function search(query, typing) {
      var typed = words.words(query.slice(0, MOST_LETTERS)), asked, outcome;
      return open().then(function () {
        var telling = typed.filter(function (word, k) { return !is(manifest.stop, word) && typed.indexOf(word) === k; });
        asked = telling.slice(0, MOST_WORDS);
        outcome = { hits: [], stems: [], changed: [], unknown: [], empty: !typed.length, stopped: typed.length > 0 && !asked.length, cut: query.length > MOST_LETTERS || telling.length > MOST_WORDS };
        return Promise.all(asked.map(function (word, k) { return resolve(word, typing && k === asked.length - 1); }));
      }).then(mend).then(function (slots) {
        outcome.hits = rank(slots);
        slots.forEach(function (slot) {
          outcome.stems.push({ stem: slot.stem, weak: slot.weak, beginning: slot.beginning ? slot.typed : '' });
          if (slot.instead) outcome.changed.push({ typed: slot.typed, instead: slot.instead, others: slot.others });
          else if (!slot.entry && !slot.known) outcome.unknown.push(slot.typed);
        });
        return outcome;
      });
    }

    function rowOf(text, k) { // each stands on a line of its own, with a bracket or a comma round it
      for (var from = 1; k > 0; k -= 1) from = text.indexOf('\n', from) + 1;
      return JSON.parse(text.slice(from, text.indexOf('\n', from) - 1));
    }
    // What results show: [{ title, address, kind, easy, old, summary, sections }], in the order of `pages`.
    function show(pages) {
      return Promise.all(pages.map(function (page) {
        return piece('p' + Math.floor(page / manifest.together) + '.json', String).then(function (text) {
          var row = rowOf(text, page % manifest.together);
          return { title: row[0], address: row[1], kind: manifest.kinds[row[2]], easy: (row[3] & 1) > 0, old: (row[3] & 2) > 0, summary: row[4], sections: row[5] };
        });
      }));
    }

    // The choices of the filters, and a function that says whether a page fits some of them: [{ title, choices }], fits(page, [[numbers], …]).
    function filters() {
      return open().then(function () { return piece('filters.json', JSON.parse); }).then(function (data) {
        var widths = data.groups.map(function (group) { return Math.ceil(group[1].length / 6); }), width = widths.reduce(function (a, b) { return a + b; }, 0);
        return {
          groups: data.groups.map(function (group) { return { title: group[0], choices: group[1] }; }),
          fits: function (page, chosen) {
            var at = page * width;
            return chosen.every(function (numbers, g) {
              var here = at;
              at += widths[g];
              return !numbers.length || numbers.some(function (number) { return value[data.pages.charCodeAt(here + Math.floor(number / 6))] & (1 << number % 6); });
            });
          }
        };
      });
    }

    // The marked words of a text, [[words, marked], …], and how much of the query it has.
    function mark(text, stems) {
      var parts = [], done = 0, found = [], sum = 0, firsts = stems.map(function (wanted) { return wanted.stem.charAt(0); }).join('');
      words.cut(text, function (word, from, to) {
        if (firsts.indexOf(word.charAt(0)) < 0) return; // a word and its stem begin with the same letter
        var own = words.stem(word);
        stems.forEach(function (wanted, k) {
          if (wanted.stem !== own && !(wanted.beginning && word.indexOf(wanted.beginning) === 0)) return;
          if (from < done) return;
          if (from > done) parts.push([text.slice(done, from), false]);
          parts.push([text.slice(from, to), true]);
          done = to;
          if (found.indexOf(k) < 0) sum += wanted.weak ? 0.2 : 1;
          found.push(k);
        });
      });
      if (done < text.length) parts.push([text.slice(done), false]);
      return { parts: parts, sum: sum };
    }
    // The words of a page that answer best: { parts, heading, anchor }.
    function excerpt(page, stems) {
      var best = mark(page.summary, stems);
      best.sum += 0.15;
      page.sections.forEach(function (section) {
        var heading = mark(section[0], stems).sum;
        section[2].split('\n').forEach(function (sentence, k) {
          var one = mark(sentence, stems);
          one.sum += heading * 0.6 - k * 0.01;
          one.heading = section[0];
          one.anchor = section[1];
          if (sentence && one.sum > best.sum) best = one;
        });
      });
      return best;
    }

    // How many results to show at once: fewer where a result costs more.
    function several() { return manifest && manifest.together > 8 ? 5 : 10; }

    return { open: open, several: several, search: search, show: show, filters: filters, excerpt: excerpt, mark: mark };
  };
})(this);
