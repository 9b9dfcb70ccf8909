// Judge: "your dates" works out the dates that the law means, by keyboard and for ears;
// its calendar file can be read; it keeps and sends nothing; and without script the table says it all.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desk, eachPage } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const smallPhone = { width: 320, height: 640 };
const pause = 1200; // ms: longer than the script waits before it speaks
const scriptLimit = 8000; // bytes

// Expected dates, from Python's datetime and calendar (the script had no part in them): the start, then
// 15 days | 6 weeks | 16 weeks | 20 weeks | 1 month | 2 months | 15 working days (where England's holidays are known).
const expected = `
2023-12-31: Mon 2024-01-15 | Sun 2024-02-11 | Sun 2024-04-21 | Sun 2024-05-19 | Wed 2024-01-31 | Thu 2024-02-29 | Mon 2024-01-22
2024-01-31: Thu 2024-02-15 | Wed 2024-03-13 | Wed 2024-05-22 | Wed 2024-06-19 | Thu 2024-02-29 | Sun 2024-03-31 | Wed 2024-02-21
2024-02-28: Thu 2024-03-14 | Wed 2024-04-10 | Wed 2024-06-19 | Wed 2024-07-17 | Thu 2024-03-28 | Sun 2024-04-28 | Wed 2024-03-20
2024-02-29: Fri 2024-03-15 | Thu 2024-04-11 | Thu 2024-06-20 | Thu 2024-07-18 | Fri 2024-03-29 | Mon 2024-04-29 | Thu 2024-03-21
2024-03-28: Fri 2024-04-12 | Thu 2024-05-09 | Thu 2024-07-18 | Thu 2024-08-15 | Sun 2024-04-28 | Tue 2024-05-28 | Mon 2024-04-22
2024-03-30: Sun 2024-04-14 | Sat 2024-05-11 | Sat 2024-07-20 | Sat 2024-08-17 | Tue 2024-04-30 | Thu 2024-05-30 | Mon 2024-04-22
2024-03-31: Mon 2024-04-15 | Sun 2024-05-12 | Sun 2024-07-21 | Sun 2024-08-18 | Tue 2024-04-30 | Fri 2024-05-31 | Mon 2024-04-22
2024-04-30: Wed 2024-05-15 | Tue 2024-06-11 | Tue 2024-08-20 | Tue 2024-09-17 | Thu 2024-05-30 | Sun 2024-06-30 | Wed 2024-05-22
2024-07-19: Sat 2024-08-03 | Fri 2024-08-30 | Fri 2024-11-08 | Fri 2024-12-06 | Mon 2024-08-19 | Thu 2024-09-19 | Fri 2024-08-09
2024-08-31: Sun 2024-09-15 | Sat 2024-10-12 | Sat 2024-12-21 | Sat 2025-01-18 | Mon 2024-09-30 | Thu 2024-10-31 | Fri 2024-09-20
2024-10-01: Wed 2024-10-16 | Tue 2024-11-12 | Tue 2025-01-21 | Tue 2025-02-18 | Fri 2024-11-01 | Sun 2024-12-01 | Tue 2024-10-22
2024-10-26: Sun 2024-11-10 | Sat 2024-12-07 | Sat 2025-02-15 | Sat 2025-03-15 | Tue 2024-11-26 | Thu 2024-12-26 | Fri 2024-11-15
2024-10-27: Mon 2024-11-11 | Sun 2024-12-08 | Sun 2025-02-16 | Sun 2025-03-16 | Wed 2024-11-27 | Fri 2024-12-27 | Fri 2024-11-15
2024-11-30: Sun 2024-12-15 | Sat 2025-01-11 | Sat 2025-03-22 | Sat 2025-04-19 | Mon 2024-12-30 | Thu 2025-01-30 | Fri 2024-12-20
2024-12-06: Sat 2024-12-21 | Fri 2025-01-17 | Fri 2025-03-28 | Fri 2025-04-25 | Mon 2025-01-06 | Thu 2025-02-06 | Tue 2024-12-31
2024-12-20: Sat 2025-01-04 | Fri 2025-01-31 | Fri 2025-04-11 | Fri 2025-05-09 | Mon 2025-01-20 | Thu 2025-02-20 | Wed 2025-01-15
2024-12-24: Wed 2025-01-08 | Tue 2025-02-04 | Tue 2025-04-15 | Tue 2025-05-13 | Fri 2025-01-24 | Mon 2025-02-24 | Fri 2025-01-17
2024-12-31: Wed 2025-01-15 | Tue 2025-02-11 | Tue 2025-04-22 | Tue 2025-05-20 | Fri 2025-01-31 | Fri 2025-02-28 | Wed 2025-01-22
2025-01-30: Fri 2025-02-14 | Thu 2025-03-13 | Thu 2025-05-22 | Thu 2025-06-19 | Fri 2025-02-28 | Sun 2025-03-30 | Thu 2025-02-20
2025-01-31: Sat 2025-02-15 | Fri 2025-03-14 | Fri 2025-05-23 | Fri 2025-06-20 | Fri 2025-02-28 | Mon 2025-03-31 | Fri 2025-02-21
2025-02-28: Sat 2025-03-15 | Fri 2025-04-11 | Fri 2025-06-20 | Fri 2025-07-18 | Fri 2025-03-28 | Mon 2025-04-28 | Fri 2025-03-21
2025-03-29: Sun 2025-04-13 | Sat 2025-05-10 | Sat 2025-07-19 | Sat 2025-08-16 | Tue 2025-04-29 | Thu 2025-05-29 | Tue 2025-04-22
2025-03-30: Mon 2025-04-14 | Sun 2025-05-11 | Sun 2025-07-20 | Sun 2025-08-17 | Wed 2025-04-30 | Fri 2025-05-30 | Tue 2025-04-22
2025-04-17: Fri 2025-05-02 | Thu 2025-05-29 | Thu 2025-08-07 | Thu 2025-09-04 | Sat 2025-05-17 | Tue 2025-06-17 | Tue 2025-05-13
2025-10-26: Mon 2025-11-10 | Sun 2025-12-07 | Sun 2026-02-15 | Sun 2026-03-15 | Wed 2025-11-26 | Fri 2025-12-26 | Fri 2025-11-14
2025-12-31: Thu 2026-01-15 | Wed 2026-02-11 | Wed 2026-04-22 | Wed 2026-05-20 | Sat 2026-01-31 | Sat 2026-02-28 | Thu 2026-01-22
2026-03-29: Mon 2026-04-13 | Sun 2026-05-10 | Sun 2026-07-19 | Sun 2026-08-16 | Wed 2026-04-29 | Fri 2026-05-29 | Tue 2026-04-21
2026-04-02: Fri 2026-04-17 | Thu 2026-05-14 | Thu 2026-07-23 | Thu 2026-08-20 | Sat 2026-05-02 | Tue 2026-06-02 | Mon 2026-04-27
2026-10-25: Mon 2026-11-09 | Sun 2026-12-06 | Sun 2027-02-14 | Sun 2027-03-14 | Wed 2026-11-25 | Fri 2026-12-25 | Fri 2026-11-13
2026-12-18: Sat 2027-01-02 | Fri 2027-01-29 | Fri 2027-04-09 | Fri 2027-05-07 | Mon 2027-01-18 | Thu 2027-02-18 | Wed 2027-01-13
2026-12-24: Fri 2027-01-08 | Thu 2027-02-04 | Thu 2027-04-15 | Thu 2027-05-13 | Sun 2027-01-24 | Wed 2027-02-24 | Tue 2027-01-19
2027-01-01: Sat 2027-01-16 | Fri 2027-02-12 | Fri 2027-04-23 | Fri 2027-05-21 | Mon 2027-02-01 | Mon 2027-03-01 | Fri 2027-01-22
2027-12-24: Sat 2028-01-08 | Fri 2028-02-04 | Fri 2028-04-14 | Fri 2028-05-12 | Mon 2028-01-24 | Thu 2028-02-24 | Wed 2028-01-19
2028-01-31: Tue 2028-02-15 | Mon 2028-03-13 | Mon 2028-05-22 | Mon 2028-06-19 | Tue 2028-02-29 | Fri 2028-03-31 | Mon 2028-02-21
2028-02-28: Tue 2028-03-14 | Mon 2028-04-10 | Mon 2028-06-19 | Mon 2028-07-17 | Tue 2028-03-28 | Fri 2028-04-28 | Mon 2028-03-20
2028-02-29: Wed 2028-03-15 | Tue 2028-04-11 | Tue 2028-06-20 | Tue 2028-07-18 | Wed 2028-03-29 | Sat 2028-04-29 | Tue 2028-03-21
2028-03-31: Sat 2028-04-15 | Fri 2028-05-12 | Fri 2028-07-21 | Fri 2028-08-18 | Sun 2028-04-30 | Wed 2028-05-31 | Tue 2028-04-25
2028-04-13: Fri 2028-04-28 | Thu 2028-05-25 | Thu 2028-08-03 | Thu 2028-08-31 | Sat 2028-05-13 | Tue 2028-06-13 | Tue 2028-05-09
2028-12-31: Mon 2029-01-15 | Sun 2029-02-11 | Sun 2029-04-22 | Sun 2029-05-20 | Wed 2029-01-31 | Wed 2029-02-28
2014-09-01: Tue 2014-09-16 | Mon 2014-10-13 | Mon 2014-12-22 | Mon 2015-01-19 | Wed 2014-10-01 | Sat 2014-11-01
2099-12-31: Fri 2100-01-15 | Thu 2100-02-11 | Thu 2100-04-22 | Thu 2100-05-20 | Sun 2100-01-31 | Sun 2100-02-28
2100-02-28: Mon 2100-03-15 | Sun 2100-04-11 | Sun 2100-06-20 | Sun 2100-07-18 | Sun 2100-03-28 | Wed 2100-04-28
`.trim().split('\n').map((line) => line.split(': ')).map(([start, dates]) => ({ start, dates: dates.split(' | ') }));

// The fixed days of a year: 15 February | 31 March | 29 February, or the last day of February.
const expectedOfYear = [
  ['2014', ['Sat 2014-02-15', 'Mon 2014-03-31', 'Fri 2014-02-28']],
  ['2024', ['Thu 2024-02-15', 'Sun 2024-03-31', 'Thu 2024-02-29']],
  ['2027', ['Mon 2027-02-15', 'Wed 2027-03-31', 'Sun 2027-02-28']],
  ['2028', ['Tue 2028-02-15', 'Fri 2028-03-31', 'Tue 2028-02-29']],
  ['2100', ['Mon 2100-02-15', 'Wed 2100-03-31', 'Sun 2100-02-28']],
];

// England's bank holidays as gov.uk lists them, for the years 2024 to 2028.
const holidays = `2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26`.replaceAll('\n', ' ');

// What "today" says, by the reader's own clock: zone, the moment, the start of a limit of 15 days, the words.
const past = 'ago: if it has not happened, see “If it is late”';
const states = [
  ['Europe/London', '2024-10-04T12:00:00Z', '2024-10-01', 'in 12 days'],
  ['Europe/London', '2024-10-16T12:00:00Z', '2024-10-01', 'today'],
  ['Europe/London', '2024-10-28T12:00:00Z', '2024-10-01', `12 days ${past}`],
  ['Europe/London', '2024-10-17T00:30:00Z', '2024-10-01', `1 day ${past}`], // 1:30 in the morning in London
  ['Europe/London', '2024-10-15T23:30:00Z', '2024-10-01', 'today'], // 0:30 in London
  ['Europe/London', '2025-03-30T00:59:00Z', '2025-03-15', 'today'], // a minute before summer time
  ['Europe/London', '2025-03-30T22:30:00Z', '2025-03-15', 'today'], // 23:30
  ['Europe/London', '2025-03-29T23:30:00Z', '2025-03-15', 'in 1 day'],
  ['Europe/London', '2024-10-27T00:30:00Z', '2024-10-12', 'today'], // the hour that comes twice
  ['Europe/London', '2024-10-27T23:30:00Z', '2024-10-12', 'today'],
  ['Europe/London', '2024-10-28T00:10:00Z', '2024-10-12', `1 day ${past}`],
  ['Pacific/Auckland', '2024-10-15T12:00:00Z', '2024-10-01', 'today'], // already the 16th there
  ['America/Los_Angeles', '2024-10-17T05:00:00Z', '2024-10-01', 'today'], // still the 16th there
];

const row = (clock, words, limit, what = 'Something must happen.', late = 'Ring us.') =>
  `<tr class="deadline" data-clock="${clock}" data-clock-words="${words}" ${limit}><td data-label="When">` +
  `<span class="deadline-when">Some time after ${words}</span></td><td data-label="What must happen">${what}</td>` +
  `<td data-label="If it is late">${late}</td></tr>`;
const limit = (number, unit) => `data-number="${number}" data-unit="${unit}"`;
const hardWords = 'Commas, semicolons; a back\\slash – “quotes”, Siân, Łukasz, 子ども and 👩‍👧‍👦: '.repeat(4);
const testRows = [
  row('start', 'the start', limit(15, 'days')),
  row('start', 'the start', limit(6, 'weeks'), hardWords, hardWords),
  row('start', 'the start', limit(16, 'weeks')),
  row('start', 'the start', limit(20, 'weeks')),
  row('start', 'the start', limit(1, 'months')),
  row('start', 'the start', limit(2, 'months')),
  row('start', 'the start', limit(15, 'working-days')),
  row('year', 'the year', 'data-unit="date" data-date="02-15"'),
  row('year', 'the year', 'data-unit="date" data-date="03-31"'),
  row('year', 'the year', 'data-unit="date" data-date="02-29"'),
];

/** The real page with a table of our own in it, so that every unit is tried whatever the council's pages hold. */
async function openTestTable(tab, page, url, rows = testRows) {
  const html = page.html
    .replace(/(<div class="your-dates" data-holidays=")[^"]*/, (_, before) => before + holidays)
    .replace(/(<div class="your-dates"[^]*?<tbody>)[^]*?(<\/tbody>)/, (_, before, after) => before + rows.join('\n') + after);
  await tab.route(url, async (route) => route.fulfill({ response: await route.fetch(), body: html }));
  await tab.goto(url);
  await tab.unroute(url);
}

const months = 'January February March April May June July August September October November December'.split(' ');
/** "Wednesday 16 October 2024" -> "Wed 2024-10-16"; anything else stays as it is. */
function short(text) {
  const [, weekday, day, month, year] = /^(\w+day) (\d\d?) (\w+) (\d{4})$/.exec(text) ?? [];
  if (!months.includes(month)) return text;
  const two = (n) => String(n).padStart(2, '0');
  return `${weekday.slice(0, 3)} ${year}-${two(months.indexOf(month) + 1)}-${two(day)}`;
}

const dates = (tab) => tab.locator('.deadline td:first-child strong').allTextContents();
const field = (tab, name) => tab.locator(`.your-dates form label[for$="-${name}"] ~ input`);
const noteOf = (input) => input.evaluate((e) => e.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)?.textContent ?? '?').pop());
const type = (input, value) => input.evaluate((e, v) => {
  e.value = v;
  e.dispatchEvent(new Event('input', { bubbles: true }));
}, value);

/** A good answer in each field. */
async function fillAll(tab) {
  for (const input of await tab.locator('.your-dates form input').all()) {
    await input.fill((await input.getAttribute('type')) === 'date' ? '2024-10-01' : '2025');
  }
}

async function countDates(tab, say) {
  let tried = 0;
  const compare = async (start, wanted) => {
    const found = (await dates(tab)).slice(0, wanted.length).map(short);
    wanted.forEach((date, i) => {
      tried += 1;
      if (found[i] !== date) say('a date is worked out wrongly', `limit ${i + 1} from ${start}: ${found[i]}, not ${date}`);
    });
  };
  for (const { start, dates: wanted } of expected) {
    await type(field(tab, 'start'), start);
    await compare(start, wanted);
  }
  await type(field(tab, 'start'), '2033-06-01'); // holidays unknown: it must say so
  const doubt = await tab.locator('.deadline').nth(6).locator('td').first().textContent();
  if (!doubt.includes('or later')) say('working days without known bank holidays pass for certain', doubt);
  await type(field(tab, 'start'), '');
  if ((await dates(tab)).length > 0) say('dates stay when the field is emptied', '');
  for (const [year, wanted] of expectedOfYear) {
    await type(field(tab, 'year'), year);
    await compare(year, wanted);
  }
  return tried;
}

/** An old browser shows a date as a field of text. */
async function typeAsText(tab, say) {
  const input = field(tab, 'start');
  await input.evaluate((e) => (e.type = 'text'));
  const first = async () => short((await dates(tab))[0] ?? 'nothing');
  for (const good of ['1/10/2024', '01.10.2024', '1 10 2024', '2024-10-01', ' 1-10-2024 ']) {
    await type(input, good);
    if ((await first()) !== 'Wed 2024-10-16') say('a date typed as text is not understood', `${good}: ${await first()}`);
  }
  const bad = [
    ['31/2/2024', /no such day/], ['29/2/2025', /no such day/], ['0/1/2025', /no such day/], ['1/13/2024', /no such day/],
    ['2024-02-30', /no such day/], ['1/10/24', /year must/], ['1/10/1999', /year must/], ['1/1/2101', /year must/],
    ['soon', /not a whole date/], ['10/2024', /not a whole date/], ['1/10/', /not a whole date/],
  ];
  for (const [text, message] of bad) {
    await type(input, '2024-10-01');
    await type(input, text);
    await input.focus();
    await input.blur();
    const left = (await dates(tab)).filter((date) => !date.includes('2100')); // the year field is filled
    if (left.length > 0) say('a wrong answer leaves dates in the table', text);
    if (!message.test(await noteOf(input))) say('a wrong answer is not explained', `${text}: ${await noteOf(input)}`);
    if ((await input.getAttribute('aria-invalid')) !== 'true') say('a wrong answer is not marked as wrong', text);
  }
  await type(input, '');
  if ((await noteOf(input)) !== '' || (await input.getAttribute('aria-invalid')) === 'true') say('the message stays when the field is emptied', '');
  for (const year of ['24', '2013', '2101', '2024.5']) {
    await type(field(tab, 'year'), year);
    await field(tab, 'year').focus();
    await field(tab, 'year').blur();
    if (!/4 digits/.test(await noteOf(field(tab, 'year')))) say('a wrong year is not explained', year);
    if ((await dates(tab)).length > 0) say('a wrong year leaves dates in the table', year);
  }
}

/** Enter in a form's only field sends the form, if nobody stops it: then the day is gone, or in the address. */
async function pressEnter(tab, say) {
  await field(tab, 'year').fill('2025'); // a browser does not do it from a field of type date
  await field(tab, 'year').press('Enter');
  await tab.waitForTimeout(300);
  if ((await dates(tab)).length !== 1) say('Enter in the only field takes the dates away', tab.url());
}

/** Gives the events of a calendar file, and says what RFC 5545 would not let pass. */
function readCalendar(bytes, say) {
  const raw = bytes.toString('utf8');
  if (Buffer.compare(Buffer.from(raw), bytes) !== 0) say('the calendar file is not UTF-8', '');
  if (/[^\r]\n|\r[^\n]/.test(raw) || !raw.endsWith('\r\n')) say('the calendar file has a line end that is not CRLF', '');
  for (const line of raw.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) say('a line of the calendar file is longer than 75 octets', line);
    if (line.includes('�')) say('a letter is cut in two in the calendar file', line);
  }
  const unescape = (text) => text.replace(/\\(.)/g, (_, c) => (/n/i.test(c) ? '\n' : c));
  const open = [];
  const events = [];
  for (const line of raw.replaceAll('\r\n ', '').trimEnd().split('\r\n')) {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z-]+)*):(.*)$/.exec(line) ?? [];
    if (!name) say('the calendar file has a line that is none', line);
    else if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({ alarm: {} });
    } else if (name === 'END') {
      if (open.pop() !== value) say('the calendar file closes what is not open', line);
    } else {
      if (/(^|[^\\])(\\\\)*[;,]/.test(value)) say('a comma or semicolon is not escaped', line);
      if (open.at(-1) === 'VEVENT') events.at(-1)[name] = unescape(value);
      if (open.at(-1) === 'VALARM') events.at(-1).alarm[name] = unescape(value);
    }
  }
  if (open.length > 0 || !/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/.test(raw)) say('the calendar file is not whole', raw.slice(0, 60));
  return events;
}

async function saveCalendar(tab, press) {
  const [download] = await Promise.all([tab.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

async function judgeCalendar(tab, { name, bytes }, say) {
  if (!name.endsWith('.ics')) say('the calendar file has another name', name);
  const events = readCalendar(bytes, say);
  const rows = await tab.locator('.deadline').evaluateAll((all) =>
    all.filter((r) => r.querySelector('strong')).map((r) => ({ date: r.querySelector('strong').textContent, what: r.cells[1].textContent, late: r.cells[2].textContent })));
  if (events.length !== rows.length) say('the calendar file has not one event for each date', `${events.length} and ${rows.length}`);
  rows.forEach(({ date, what, late }, i) => {
    const event = events[i] ?? { alarm: {} };
    const start = event['DTSTART;VALUE=DATE'] ?? '';
    const asDay = (text) => Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
    if (start !== short(date).slice(4).replaceAll('-', '')) say('an event is on another day than in the table', `${date}: ${start}`);
    if (asDay(event['DTEND;VALUE=DATE'] ?? '') - asDay(start) !== 864e5) say('an event does not last one day', date);
    if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP ?? '')) say('an event has no right DTSTAMP', event.DTSTAMP ?? '');
    const summary = event.SUMMARY ?? '';
    if (summary.length < 5 || summary.length > 61 || !what.startsWith(summary.replace(/…$/, ''))) say('the title of an event is not short, or not from the table', summary);
    const description = oneLine(event.DESCRIPTION ?? '');
    if (!description.includes(oneLine(what)) || !description.includes(`If it is late: ${oneLine(late)}`)) say('an event does not say what, and what if late', description);
    const { ACTION, TRIGGER, DESCRIPTION } = event.alarm;
    if (ACTION !== 'DISPLAY' || !DESCRIPTION || TRIGGER !== '-PT15H') say('an event has no alarm at 9 on the day before', date);
  });
  const names = events.map((event) => event.UID);
  if (names.some((n) => !n) || new Set(names).size !== names.length) say('two events have the same UID, or one has none', names.join(' '));
  return names.join();
}

/** By keyboard only: to the first field, a date, the buttons. Gives the calendar file. */
async function byKeyboard(tab, say) {
  await tab.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
  const here = () => tab.evaluate(() => {
    const e = document.activeElement;
    return { inForm: Boolean(e.closest('.your-dates form')), button: e.closest('.your-dates') && e.localName === 'button' ? e.textContent : '', type: e.type ?? '', id: e.id };
  });
  const tabTo = async (reached) => {
    for (let presses = 0; presses < 400; presses += 1) {
      if (reached(await here())) return true;
      await tab.keyboard.press('Tab');
    }
    return false;
  };
  const reached = new Set();
  const fields = await tab.locator('.your-dates form input').count();
  // The same keys in a browser that asks for the month first.
  while (reached.size < fields) {
    if (!(await tabTo((at) => at.inForm && at.id && !reached.has(at.id)))) return say('Tab does not reach each field', `${reached.size} of ${fields}`);
    const at = await here();
    reached.add(at.id);
    await tab.keyboard.type(at.type === 'date' ? '10102024' : '2025', { delay: 20 });
    const spoken = await tab.locator('.your-dates [role=status]').textContent();
    if (spoken) say('the live region speaks while the reader types', spoken);
  }
  const wanted = await tab.locator('.deadline').count();
  const found = (await dates(tab)).length;
  if (found !== wanted) say('typing a day by keyboard does not bring its dates', `${found} of ${wanted}`);
  await tab.waitForTimeout(pause);
  const spoken = await tab.locator('.your-dates [role=status]').textContent();
  if (spoken !== `${wanted} date${wanted > 1 ? 's' : ''} worked out.`) say('the live region does not say how many dates there are', spoken);
  if (!(await tabTo((at) => /calendar/.test(at.button)))) return say('Tab does not reach the button for the calendar', '');
  const file = await saveCalendar(tab, () => tab.keyboard.press('Enter'));
  if (!(await tabTo((at) => at.button === 'Print'))) return say('Tab does not reach the button to print', '');
  await tab.keyboard.press('Space');
  if (!(await tab.evaluate(() => globalThis.printed))) say('the button does not print', '');
  return file;
}

async function judgeNames(tab, say) {
  for (const input of await tab.locator('.your-dates form input').all()) {
    const fault = await input.evaluate((e) => {
      const hints = (e.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
      if (e.labels.length !== 1 || !e.labels[0].textContent.trim()) return 'a label';
      if (hints.length < 2 || hints.some((hint) => !hint) || !hints[0].textContent) return 'a hint and a place for messages';
      if (e.autocomplete !== 'off') return 'autocomplete="off"';
      if (!/^2014/.test(e.min) || !/^2100/.test(e.max)) return 'sane limits';
    });
    if (fault) say(`a field is without ${fault}`, await input.getAttribute('id'));
  }
  if ((await tab.locator('.your-dates [role=status], .your-dates [aria-live]').count()) !== 1) say('there is not one live region', '');
  const words = await tab.locator('.your-dates form').textContent();
  if (!words.includes('Nothing you type leaves this device.')) say('the form does not say that nothing leaves the device', '');
}

/** A half typed day is wrong only when the reader leaves the field. */
async function typeHalf(tab, say) {
  const input = tab.locator('.your-dates form input[type=date]').first();
  if ((await input.count()) === 0) return;
  for (const [half, message] of [['10', /not a whole date/], ['101020', /4 digits/]]) {
    await input.fill('');
    await input.focus();
    await tab.keyboard.type(half);
    if (await noteOf(input)) say('half a date is called wrong while the reader types', await noteOf(input));
    await tab.locator('h1').click();
    if (!message.test(await noteOf(input))) say('half a date is not called wrong when the reader leaves it', await noteOf(input));
  }
  await input.fill('2024-10-01');
  if ((await noteOf(input)) !== 'Tuesday 1 October 2024') say('the day typed is not said back in full', await noteOf(input));
}

async function judgeLooks(tab, say) {
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [desk, smallPhone]) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize(viewport);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
      const found = await tab.evaluate(async (values) => {
        const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, preload: false });
        return violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(' ')]));
      }, tags);
      for (const [rule, where] of found) say(`with dates in, ${rule} (${colorScheme}, ${viewport.width} px)`, where);
      const over = await tab.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      if (over > 0) say(`with dates in, the page scrolls sideways by ${over} px`, `${viewport.width} px`);
    }
  }
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.setViewportSize(desk);
}

/** On paper: the dates and the days they count from; no empty fields, no buttons. */
async function judgePaper(tab, say, filled) {
  await tab.emulateMedia({ media: 'print' });
  const shown = (selector) => tab.locator(selector).evaluateAll((all) => all.filter((e) => e.getClientRects().length > 0).map((e) => e.textContent));
  const useless = await shown('.your-dates button, .your-dates h3, .your-dates [role=status]');
  if (useless.length > 0) say('what no reader can use is printed', useless.join(', '));
  const labels = await shown('.your-dates form label');
  const fields = await tab.locator('.your-dates form input').count();
  if (labels.length !== (filled ? fields : 0)) say(filled ? 'the days typed are not printed' : 'empty fields are printed', labels.join(', '));
  const height = await tab.locator('.your-dates form').evaluate((e) => e.getBoundingClientRect().height);
  if (!filled && height > 1) say('an empty form takes room on paper', `${height} px`);
  if (filled && (await shown('.deadline strong')).length !== (await tab.locator('.deadline').count())) say('the dates are not printed', '');
  await tab.emulateMedia({ media: 'screen' });
}

/** Without script, and before the reader types. */
async function judgeTable(tab, say) {
  const cells = await tab.locator('.deadline').evaluateAll((rows) => rows.map((r) => [...r.cells].map((cell) => cell.innerText.trim())));
  if (cells.length === 0) say('the table has no row', '');
  for (const row of cells) if (row.length !== 3 || row.some((text) => text.length < 4)) say('a row does not say it all in words', row.join(' | '));
}

function judgeScript(site, page, say) {
  const sources = [...page.html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>/g)];
  const [tag, src] = sources.find(([, address]) => /dates[^/]*\.js$/.test(address)) ?? [];
  if (!tag) return say('the page does not load dates.js', '');
  if (!/\bdefer\b/.test(tag)) say('dates.js keeps the page waiting', tag);
  const file = new URL(src, site.base).pathname.slice(site.root.length);
  const text = readFileSync(`${site.folder}/${file}`, 'utf8');
  if (Buffer.byteLength(text) >= scriptLimit) say(`dates.js has ${Buffer.byteLength(text)} bytes, not under ${scriptLimit}`, file);
  const words = text.replace(/\/\/ .*/g, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
  const modern = /=>|`|\?\.|\?\?|\b(?:let|const|class|async|await|import|export)\b|\.\.\.|\*\*/.exec(words);
  if (modern) say('an old phone cannot read dates.js', modern[0]);
  const forbidden = /\b(?:eval|Function|innerHTML|outerHTML|insertAdjacentHTML|fetch|XMLHttpRequest|sendBeacon|WebSocket|localStorage|sessionStorage|indexedDB|cookie)\b/.exec(words);
  if (forbidden) say('dates.js uses what it must not', forbidden[0]);
}

/** From here on nothing may be asked of anybody. Only the page's icon may still be on its way. */
async function goSilent(tab, say) {
  const icon = await tab.locator('link[rel=icon]').evaluateAll((all) => all.map((link) => link.href));
  const onRequest = (request) => {
    if (!request.url().startsWith('blob:') && !icon.includes(request.url())) say('the page asks for something after it was loaded', request.url());
  };
  tab.on('request', onRequest);
  return async () => {
    tab.off('request', onRequest);
    const kept = await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
    if (kept > 0 || new URL(tab.url()).search) say('the page keeps what the reader typed', tab.url());
  };
}

export async function judge(court) {
  const { site } = court;
  const pages = site.readable.filter((page) => /\bclass="your-dates"/.test(page.html));
  const findings = [];
  const sayFor = (page) => (what, where = '') => findings.push({ page: page.address, what, where });
  if (pages.length === 0) {
    sayFor(site.readable[0])('no page of the site has "your dates"');
    return { tested: [site.readable[0]], findings, notes: [] };
  }

  await eachPage(court, pages, { viewport: desk, timezoneId: 'Europe/London' }, findings, async (tab, page, url) => {
    const say = sayFor(page);
    const onError = (error) => say('a script failed', String(error).slice(0, 200));
    const onConsole = (message) => message.type() === 'error' && say('the console has an error', message.text().slice(0, 200));
    tab.on('pageerror', onError).on('console', onConsole);
    judgeScript(site, page, say);
    await tab.goto(url);
    const endSilence = await goSilent(tab, say);
    await judgeNames(tab, say);
    await judgeTable(tab, say);
    await judgePaper(tab, say, false);
    if (await tab.locator('.your-dates button:visible').count()) say('there are buttons before there are dates', '');
    const file = await byKeyboard(tab, say);
    if (file) await judgeCalendar(tab, file, say);
    await typeHalf(tab, say);
    await fillAll(tab);
    await judgePaper(tab, say, true);
    await tab.evaluate(axe);
    await judgeLooks(tab, say);
    await endSilence();
    tab.off('pageerror', onError).off('console', onConsole);
  });

  await eachPage(court, pages, { javaScriptEnabled: false }, findings, async (tab, page, url) => {
    const say = sayFor(page);
    await tab.goto(url);
    await judgeTable(tab, say);
    if ((await tab.locator('.your-dates form, .your-dates button').count()) > 0) say('without script there is a form that does nothing', '');
  });

  // The arithmetic is the same on every page: one is enough.
  let tried = 0;
  const [first] = pages;
  await eachPage(court, [first], { viewport: desk, timezoneId: 'Europe/London' }, findings, async (tab, page, url) => {
    const say = sayFor(page);
    await openTestTable(tab, page, url);
    tried = await countDates(tab, say);
    await typeAsText(tab, say);
    await openTestTable(tab, page, url, testRows.slice(-1));
    await pressEnter(tab, say);
    await openTestTable(tab, page, url);
    await fillAll(tab);
    const save = () => saveCalendar(tab, () => tab.getByRole('button', { name: 'Save to your calendar' }).click());
    const names = await judgeCalendar(tab, await save(), say);
    if (names !== (await judgeCalendar(tab, await save(), () => {}))) say('the same date saved twice has two UIDs', '');
  });
  for (const timezoneId of new Set(states.map(([zone]) => zone))) {
    await eachPage(court, [first], { timezoneId }, findings, async (tab, page, url) => {
      await openTestTable(tab, page, url);
      for (const [, moment, start, words] of states.filter(([zone]) => zone === timezoneId)) {
        await tab.clock.setFixedTime(new Date(moment));
        await type(field(tab, 'start'), start);
        const found = await tab.locator('.deadline strong + *').first().textContent();
        if (found !== words) sayFor(page)('the days left are wrong', `${timezoneId}, ${moment}, from ${start}: ${found}, not ${words}`);
      }
    });
  }
  const notes = [`${tried} dates from ${expected.length} days and ${expectedOfYear.length} years, ${states.length} moments, on ${first.address}`];
  return { tested: pages, findings, notes };
}
