// Easy Read: the reader chooses the size of pictures and words. Only this device knows; nothing is sent.
// ES5, for old phones. The choice stands on <html> as data-pictures and data-words; council.css does the rest.
(function () {
  'use strict';
  var root = document.documentElement, rows = document.querySelector('.easy .body');
  if (!rows || !rows.querySelector('.easy-row')) return;

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  }

  // Some browsers forbid storage, and then even asking for it fails. Undefined: nobody knows.
  function recall(name) {
    try { return localStorage.getItem('easy-read-' + name); } catch (error) { return undefined; }
  }
  function remember(name, value) {
    try {
      if (value === 'normal') localStorage.removeItem('easy-read-' + name);
      else localStorage.setItem('easy-read-' + name, value);
    } catch (error) { /* it holds on this page only */ }
  }

  var box = document.createElement('div'), status = document.createElement('p'), recallAll = [];
  box.className = 'easy-choices no-print';
  status.className = 'for-ears';
  status.setAttribute('role', 'status');

  function addGroup(name, title, choices) {
    var group = add(box, 'div', ''), label = add(group, 'p', title), buttons = [];
    label.id = 'page-choice-' + name;
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', label.id);

    function show(value) {
      root.setAttribute('data-' + name, value);
      buttons.forEach(function (button) { button.setAttribute('aria-pressed', button.value === value); });
    }
    choices.forEach(function (words) {
      var button = add(group, 'button', words);
      button.type = 'button';
      button.value = words.toLowerCase();
      buttons.push(button);
      button.onclick = function () {
        if (root.getAttribute('data-' + name) === button.value) return;
        var top = button.getBoundingClientRect().top;
        show(button.value);
        window.scrollBy(0, button.getBoundingClientRect().top - top); // it stays under the finger
        remember(name, button.value);
        status.textContent = title + ': ' + words + '.';
      };
    });
    recallAll.push(function () {
      var value = recall(name);
      if (value === undefined) return;
      show(buttons.some(function (button) { return button.value === value; }) ? value : 'normal');
    });
    show('normal');
  }

  addGroup('pictures', 'Pictures', ['Normal', 'Bigger', 'None']);
  addGroup('words', 'Words', ['Normal', 'Bigger', 'Biggest']);
  box.appendChild(status);
  function recallNow() { recallAll.forEach(function (one) { one(); }); }
  recallNow();
  rows.parentNode.insertBefore(box, rows);
  // The Back button may bring this page back as it was left, and the reader chose anew on another one.
  window.addEventListener('pageshow', function (event) { if (event.persisted) recallNow(); });

  // Older browsers print what is folded as folded: the sheet for reading together opens for the print.
  var sheet = document.querySelector('.together details'), opened;
  if (!sheet) return;
  window.addEventListener('beforeprint', function () {
    opened = !sheet.open;
    sheet.open = true;
  });
  window.addEventListener('afterprint', function () { if (opened) sheet.open = false; });
})();
