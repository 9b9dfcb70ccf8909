// Words as the search sees them, cut and stemmed as the builder of the index does it (generator/search/search_words.h).
// ES5, for old phones. Gives localOffer.words: { cut, words, stem }, and how alike two words are: { distance, letters, differ, sound }.
(function (global) {
  'use strict';
  // The letters U+00C0 to U+017F without their marks.
  var UNMARKED = ('a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s').split(' ');

  function letter(code) { // of a code unit, folded; '' for what is no letter
    if (code < 128) {
      if ((code > 96 && code < 123) || (code > 47 && code < 58)) return String.fromCharCode(code);
      return code > 64 && code < 91 ? String.fromCharCode(code + 32) : '';
    }
    if (code < 0xC0) return '';
    if (code < 0x180) return UNMARKED[code - 0xC0].replace('-', '');
    var sign = (code > 0x1FFF && code < 0x2080) || (code > 0x2FFF && code < 0x3040) || (code > 0xD7FF && code < 0xE000);
    return sign ? '' : String.fromCharCode(code);
  }
  function isApostrophe(code) { return code === 39 || code === 0x2019 || code === 0x2018; }
  function bytes(text) { return unescape(encodeURIComponent(text)).length; }

  // Calls visit(word, from, to) for each word: folded, and where it stands.
  function cut(text, visit) {
    var word = '', from = 0, i, folded;
    for (i = 0; i <= text.length; i += 1) {
      folded = i < text.length ? letter(text.charCodeAt(i)) : '';
      if (folded) {
        if (!word) from = i;
        word += folded;
      } else if (word && !(isApostrophe(text.charCodeAt(i)) && i + 1 < text.length && letter(text.charCodeAt(i + 1)))) {
        while (word.length > 13 && bytes(word) > 40) word = word.slice(0, -1);
        visit(word, from, i);
        word = '';
      }
    }
  }
  function words(text) {
    var all = [];
    cut(text, function (word) { all.push(word); });
    return all;
  }

  // The English stemmer of the Snowball project (Porter 2).
  var VOWEL = /[aeiouy]/;
  var WHOLE = ' skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl ' +
    'sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes ';
  var AFTER_S = ' inning outing canning herring earring proceed exceed succeed ';
  function table(text) { return text.split(' ').map(function (row) { return row.split(':'); }); } // the longest ending first
  var STEP_2 = table('ization:ize ational:ate fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent ation:ate alism:al aliti:al ousli:ous iviti:ive ' +
    'fulli:ful enci:ence anci:ance abli:able izer:ize ator:ate alli:al bli:ble ogi:og li:');
  var STEP_3 = table('ational:ate tional:tion alize:al icate:ic iciti:ic ative: ical:ic ness: ful:');
  var STEP_4 = table('ement: ance: ence: able: ible: ment: ant: ent: ism: ate: iti: ous: ive: ize: ion: al: er: ic:');

  function ends(word, ending) { return word.length >= ending.length && word.slice(-ending.length) === ending; }
  function after(word, from) { // where the part after the first vowel and the next other letter begins
    var found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  }
  function isShort(word) { return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/.test(word); }
  function step(word, rows, change) {
    for (var i = 0; i < rows.length; i += 1)
      if (ends(word, rows[i][0])) return change(word.slice(0, -rows[i][0].length), rows[i][0], rows[i][1]);
    return word;
  }

  function stem(word) {
    var known, r1, r2, found, base;
    if (word.length < 3) return word;
    known = WHOLE.indexOf(' ' + word + ':');
    if (known >= 0) return WHOLE.slice(known + word.length + 2).split(' ')[0];
    word = word.replace(/^y|([aeiouy])y/g, function (all, vowel) { return (vowel || '') + 'Y'; });
    found = /^(gener|commun|arsen)/.exec(word);
    r1 = found ? found[0].length : after(word, 0);
    r2 = after(word, r1);

    // Plurals
    if (ends(word, 'sses')) word = word.slice(0, -2);
    else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
    else if (/s$/.test(word) && !/[us]s$/.test(word) && VOWEL.test(word.slice(0, -2))) word = word.slice(0, -1);
    if (AFTER_S.indexOf(' ' + word + ' ') >= 0) return word.replace(/Y/g, 'y');
    // -ed, -ing
    found = /(eedly|ingly|edly|eed|ing|ed)$/.exec(word);
    if (found && found[0].slice(0, 3) === 'eed') {
      if (found.index >= r1) word = word.slice(0, found.index + 2);
    } else if (found && VOWEL.test(word.slice(0, found.index))) {
      word = word.slice(0, found.index);
      if (/(at|bl|iz)$/.test(word)) word += 'e';
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
      else if (word.length === r1 && isShort(word)) word += 'e';
    }
    if (/.[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + 'i';

    word = step(word, STEP_2, function (rest, ending, put) {
      if (rest.length < r1 || (ending === 'ogi' && !ends(rest, 'l')) || (ending === 'li' && !/[cdeghkmnrt]$/.test(rest))) return rest + ending;
      return rest + put;
    });
    word = step(word, STEP_3, function (rest, ending, put) { return rest.length < (ending === 'ative' ? r2 : r1) ? rest + ending : rest + put; });
    word = step(word, STEP_4, function (rest, ending) { return rest.length < r2 || (ending === 'ion' && !/[st]$/.test(rest)) ? rest + ending : rest; });
    base = word.slice(0, -1);
    if (ends(word, 'e') ? base.length >= r2 || (base.length >= r1 && !isShort(base)) : ends(word, 'll') && base.length >= r2) word = base;
    return word.replace(/Y/g, 'y');
  }

  // Words come again and again while a reader types.
  var known = Object.create(null), count = 0;
  function knownStem(word) {
    if (known[word] === undefined) {
      count += 1;
      if (count > 5000) {
        known = Object.create(null);
        count = 1;
      }
      known[word] = stem(word);
    }
    return known[word];
  }

  // How many letters must change to make b of a, a swap counting one; more than `most` is most + 1.
  function distance(a, b, most) {
    var before = [], last = [], row = [], x, y, best, letter, spare;
    if (Math.abs(a.length - b.length) > most) return most + 1;
    for (x = 0; x <= b.length; x += 1) last[x] = x;
    for (y = 1; y <= a.length; y += 1) {
      letter = a.charCodeAt(y - 1);
      row[0] = best = y;
      for (x = 1; x <= b.length; x += 1) {
        row[x] = Math.min(last[x] + 1, row[x - 1] + 1, last[x - 1] + (letter === b.charCodeAt(x - 1) ? 0 : 1));
        if (y > 1 && x > 1 && letter === b.charCodeAt(x - 2) && a.charCodeAt(y - 2) === b.charCodeAt(x - 1)) row[x] = Math.min(row[x], before[x - 2] + 1);
        if (row[x] < best) best = row[x];
      }
      if (best > most) return most + 1;
      spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length];
  }
  function letters(word) { // which letters it has, as bits
    for (var bits = 0, k = 0; k < word.length; k += 1) bits |= 1 << (word.charCodeAt(k) & 31);
    return bits;
  }
  function differ(a, b) { // in how many bits
    for (var bits = a ^ b, n = 0; bits; n += 1) bits &= bits - 1;
    return n;
  }
  function sound(word) { // words that are said alike come out alike
    return word.replace(/^(ps|kn|wr|gn)/, function (two) { return two.charAt(1); }).replace(/ph/g, 'f').replace(/[tsc]ion|shion|shun/g, 'shn').replace(/c(?=[eiy])/g, 's')
      .replace(/c(?!h)|q|ck/g, 'k').replace(/y/g, 'i').replace(/z/g, 's').replace(/(.)\1+/g, '$1').replace(/e$/, '');
  }

  global.localOffer = global.localOffer || {};
  global.localOffer.words = { cut: cut, words: words, stem: knownStem, distance: distance, letters: letters, differ: differ, sound: sound };
})(this);
