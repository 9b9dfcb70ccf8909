// "Your dates": the reader gives a day, and the table shows the dates. Nothing is sent or stored.
// ES5, for old phones. A day is a number, counted in UTC: no summer time.
(function () {
  'use strict';
  var FIRST = 2014, LAST = 2100, box = document.querySelector('.your-dates');
  if (!box) return;
  var MONTHS = 'January February March April May June July August September October November December'.split(' ');
  var WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

  function dayOf(year, month, day) { return Date.UTC(year, month, day) / 864e5; }
  function utc(day) { return new Date(day * 864e5); }
  function iso(day) { return utc(day).toISOString().slice(0, 10); }
  function bare(text) { return text.replace(/[-:]|\.\d+/g, ''); }
  function inFull(day) {
    var date = utc(day);
    return WEEKDAYS[date.getUTCDay()] + ' ' + date.getUTCDate() + ' ' + MONTHS[date.getUTCMonth()] + ' ' + date.getUTCFullYear();
  }
  function inMonth(year, month, day) { // 31 February is the last of it
    return Math.min(dayOf(year, month, day), dayOf(year, month + 1, 0));
  }
  function many(n, word) { return n + word + (n === 1 ? '' : 's'); }

  function count(law, start) { // start: a day, or a year if the date is fixed
    var n = +law.number, from = utc(start), unit = law.unit;
    if (unit === 'date') return inMonth(start, law.date.slice(0, 2) - 1, +law.date.slice(3));
    if (unit === 'months') return inMonth(from.getUTCFullYear(), from.getUTCMonth() + n, from.getUTCDate());
    if (unit !== 'working-days') return start + n * (unit === 'weeks' ? 7 : 1);
    while (n) {
      start += 1;
      if (utc(start).getUTCDay() % 6 && holidays.indexOf(iso(start)) < 0) n -= 1;
    }
    return start;
  }

  // What a field holds: {}, { start } or { wrong }. Old browsers give 1/10/2024.
  function read(field, isYear) {
    var text = field.value.trim(), part = /^(\d+)\D+(\d+)\D+(\d+)$/.exec(text);
    if (!text && !field.validity.badInput) return {};
    if (isYear) part = [0, text, 1, 1];
    else if (!part) return { wrong: 'This is not a whole date. Give the day, the month and the year.' };
    else if (part[1].length < 3) part = [0, part[3], part[2], part[1]];
    var year = +part[1], day = dayOf(year, part[2] - 1, +part[3]);
    if (!(year >= FIRST && year <= LAST && year % 1 === 0)) return { wrong: 'The year must have 4 digits, from ' + FIRST + ' to ' + LAST + '.' };
    if (utc(day).getUTCMonth() !== part[2] - 1) return { wrong: 'There is no such day. Check the day and the month.' };
    return { start: isYear ? year : day };
  }

  function add(parent, tag, text, before) {
    var element = document.createElement(tag);
    element.textContent = text;
    return parent.insertBefore(element, before || null);
  }

  // The calendar file (RFC 5545): at most 75 bytes a line, no letter cut.
  function line(name, text) {
    var bytes = unescape(encodeURIComponent(name + text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')));
    return decodeURIComponent(escape(bytes.match(/.{1,74}(?![\x80-\xBF])/g).join('\r\n ')));
  }
  function event(limit) {
    var cells = limit.cells, what = cells[1].textContent, title = what.split(/[.?!] /)[0];
    if (title.length > 60) title = title.slice(0, 60).replace(/[\s,;]+\S*$/, '…');
    return ['BEGIN:VEVENT',
      line('UID:', limit.uid + '@' + location.hostname), // saved twice, it is one event
      'DTSTAMP:' + bare(new Date().toISOString()),
      'DTSTART;VALUE=DATE:' + bare(iso(limit.day)),
      'DTEND;VALUE=DATE:' + bare(iso(limit.day + 1)),
      'TRANSP:TRANSPARENT',
      line('SUMMARY:', title),
      line('DESCRIPTION:', what + '\n\nIf it is late: ' + cells[2].textContent + '\n\n' + limit.how),
      'BEGIN:VALARM', 'ACTION:DISPLAY', line('DESCRIPTION:', 'Tomorrow: ' + title),
      'TRIGGER:-PT15H', // 9am on the day before; -P1D would ring at midnight
      'END:VALARM', 'END:VEVENT'].join('\r\n');
  }
  function save() {
    var link = add(document.body, 'a', '');
    link.href = URL.createObjectURL(new Blob([['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//local-offer//Your dates//EN']
      .concat(shown().map(event), 'END:VCALENDAR', '').join('\r\n')], { type: 'text/calendar' }));
    link.download = 'your-dates.ics';
    link.click();
    document.body.removeChild(link);
  }

  var fields = {}, limits = [], holidays = box.dataset.holidays || '', timer;
  var form = add(box, 'form', '', box.firstChild);
  form.onsubmit = function () { return false; };
  add(form, 'h3', 'Work out your own dates');
  add(add(form, 'p', 'Fill in a day that you know. You can leave fields empty. '), 'strong', 'Nothing you type leaves this device.');
  [].forEach.call(box.querySelectorAll('.deadline'), function (row) {
    var law = row.dataset, limit = { cells: row.cells, law: law, words: row.querySelector('.deadline-when') };
    limits.push(limit);
    (fields[law.clock] = fields[law.clock] || addField(law.clock, law.clockWords, law.date)).push(limit);
  });
  var status = add(form, 'p', '');
  status.setAttribute('role', 'status');
  var buttons = add(box, 'p', '');
  buttons.hidden = true;
  add(buttons, 'button', 'Save to your calendar').onclick = save;
  add(buttons, 'button', 'Print').onclick = function () { print(); };

  function tell() { if (shown().length) status.textContent = many(shown().length, ' date') + ' worked out.'; }
  function shown() { return limits.filter(function (limit) { return limit.shown; }); }
  function addField(clock, title, isYear) {
    var id = 'page-dates-' + clock, mine = [], wrong, part = add(form, 'div', '');
    add(part, 'label', title[0].toUpperCase() + title.slice(1)).htmlFor = id;
    add(part, 'p', isYear ? '4 digits, for example 2027' : 'Day, month and year, for example 27 9 2024').id = id + '-hint';
    var input = add(part, 'input', ''), note = add(part, 'p', '');
    note.id = id + '-note';
    input.id = id;
    input.setAttribute('type', isYear ? 'number' : 'date');
    input.min = FIRST + (isYear ? '' : '-01-01');
    input.max = LAST + (isYear ? '' : '-12-31');
    input.autocomplete = 'off';
    input.setAttribute('aria-describedby', id + '-hint ' + id + '-note');
    input.oninput = input.onchange = function () {
      show();
      status.textContent = '';
      clearTimeout(timer);
      timer = setTimeout(tell, 800); // once, when the reader pauses
    };
    input.onblur = function () { show(true); }; // before that, half a date is not wrong
    document.addEventListener('visibilitychange', function () { show(); }); // it may be another day
    return mine;

    function show(left) {
      var got = read(input, isYear), ok = got.start, now = new Date();
      if (left || !got.wrong) wrong = got.wrong;
      input.setAttribute('aria-invalid', !!wrong);
      note.textContent = wrong || (ok && !isYear ? inFull(got.start) : '');
      part.className = wrong ? 'dates-wrong' : ok ? 'dates-filled' : '';
      mine.forEach(function (limit) {
        var law = limit.law, cell = limit.words.parentNode;
        if (limit.shown) cell.removeChild(limit.shown);
        limit.shown = ok;
        if (!ok) return;
        var day = limit.day = count(law, got.start);
        var ahead = day - dayOf(now.getFullYear(), now.getMonth(), now.getDate()), far = many(Math.abs(ahead), ' day');
        cell = limit.shown = add(cell, 'div', '', limit.words);
        limit.uid = [clock, law.number || law.date, law.unit, got.start].join('-');
        limit.how = limit.words.textContent + ': ' + (note.textContent || got.start);
        cell.className = ahead < 0 ? 'dates-past' : '';
        add(cell, 'strong', inFull(day));
        add(cell, 'div', !ahead ? 'today' : ahead > 0 ? 'in ' + far : far + ' ago: if it has not happened, see “If it is late”');
        if (law.unit === 'working-days' && holidays.indexOf(iso(day).slice(0, 5)) < 0) add(cell, 'div', 'or later: bank holidays not known');
      });
      buttons.hidden = !shown().length;
    }
  }
})();
