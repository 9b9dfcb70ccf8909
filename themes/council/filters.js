// Filters: a long list narrowed in place. The links that stand there without script become selects; the choice stands in the address's query,
// so that Back, a bookmark and a link sent to somebody show the same. ES5, for old phones. Nothing is sent or kept.
(function () {
  'use strict';
  var nav = document.querySelector('.filters[data-items]');
  if (!nav || !window.history.pushState || !window.addEventListener) return;
  var items = [].slice.call(document.querySelectorAll('[data-values]'));
  var groups = [].slice.call(nav.querySelectorAll('[data-filter]'));
  if (items.length === 0 || groups.length === 0) return;

  function make(tag, text, parent) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  var values = items.map(function (item) { return ' ' + item.getAttribute('data-values') + ' '; });
  var form = make('form'), heading = make('h2', 'Show only some', form), boxes = make('div', '', form);
  var count = make('p', '', form), clear = make('button', 'Show all of them', form);
  form.className = 'filter-form no-print';
  heading.id = 'page-filters';
  form.setAttribute('role', 'search');
  form.setAttribute('aria-labelledby', heading.id);
  count.className = 'filter-count';
  count.setAttribute('role', 'status');
  clear.type = 'button';

  var selects = groups.map(function (group) {
    var name = group.getAttribute('data-filter'), title = group.querySelector('.filter-title');
    var label = make('label', title ? title.textContent : name, boxes), select = make('select', '', label);
    select.name = name;
    make('option', 'All', select).value = '';
    [].forEach.call(group.querySelectorAll('[data-value]'), function (link) {
      make('option', link.textContent, select).value = link.getAttribute('data-value');
    });
    return select;
  });

  // A heading stands for what follows it: when all of that is hidden, so is the heading.
  var lists = [];
  items.forEach(function (item) {
    var list = item.parentNode;
    if (/^(UL|OL)$/.test(list.tagName) && lists.indexOf(list) < 0) lists.push(list);
  });
  function hideEmptyLists() {
    lists.forEach(function (list) {
      var none = ![].some.call(list.children, function (child) { return !child.hidden; });
      var before = list.previousElementSibling;
      list.hidden = none;
      if (before && /^H[2-4]$/.test(before.tagName)) before.hidden = none;
    });
  }

  function show() {
    var wanted = [], shown = 0;
    selects.forEach(function (select) { if (select.value) wanted.push(' ' + select.name + ':' + select.value + ' '); });
    items.forEach(function (item, i) {
      item.hidden = !wanted.every(function (one) { return values[i].indexOf(one) >= 0; });
      if (!item.hidden) ++shown;
    });
    hideEmptyLists();
    clear.hidden = wanted.length === 0;
    count.textContent = wanted.length === 0 ? 'All ' + items.length + ' are shown.'
      : shown === 0 ? 'None fits. Choose less, or show all of them.'
        : shown + ' of ' + items.length + (shown === 1 ? ' is' : ' are') + ' shown.';
  }

  function query() {
    return selects.filter(function (select) { return select.value; }).map(function (select) {
      return encodeURIComponent(select.name) + '=' + encodeURIComponent(select.value);
    }).join('&');
  }

  // What an address asks for and the list does not have counts as nothing asked.
  function read() {
    var asked = {};
    window.location.search.slice(1).split('&').forEach(function (part) {
      var at = part.indexOf('=');
      if (at < 0) return;
      try { asked['=' + decodeURIComponent(part.slice(0, at))] = decodeURIComponent(part.slice(at + 1)); } catch (error) { /* a stray percent sign */ }
    });
    selects.forEach(function (select) {
      var value = asked['=' + select.name];
      select.value = '';
      [].forEach.call(select.options, function (option) { if (option.value === value) select.value = value; });
    });
    show();
  }

  function choose() {
    var words = query();
    window.history.pushState(null, '', window.location.pathname + (words ? '?' + words : ''));
    show();
  }
  selects.forEach(function (select) { select.addEventListener('change', choose); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  clear.addEventListener('click', function () {
    selects.forEach(function (select) { select.value = ''; });
    choose();
    selects[0].focus(); // the button is about to be hidden
  });
  window.addEventListener('popstate', read);
  nav.parentNode.insertBefore(form, nav);
  nav.hidden = true;
  read();
})();
