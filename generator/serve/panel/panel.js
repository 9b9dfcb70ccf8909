// The panel's comfort: it stays open or closed from page to page, its links lead to and fro without moving the page's address, paths can be copied, and
// one polite message tells what a save has brought. Without this script the panel works all the same.
(() => {
  'use strict';
  const KEY = 'lo-panel';  // in sessionStorage: "open" or "closed"
  const fold = () => document.getElementById('lo-fold');
  const recall = () => { try { return sessionStorage.getItem(KEY); } catch (error) { return null; } };
  const remember = (value) => { try { sessionStorage.setItem(KEY, value); } catch (error) { /* it holds on this page only */ } };

  // Pages of the preview itself have no panel, but messages.
  const panel = document.getElementById('lo-panel');
  const kept = recall();
  if (panel && kept) fold().open = kept === 'open';
  document.addEventListener('click', (event) => {
    if (event.target.closest('.lo-bar')) setTimeout(() => remember(fold().open ? 'open' : 'closed'));
  });

  // Escape folds the panel when the focus is in it.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.target.closest('.lo-panel') || !fold().open || event.target.closest('input')) return;
    fold().open = false;
    remember('closed');
    panel.querySelector('.lo-bar').focus();
  });

  // From a mark in the page to its problem, and back.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.lo-mark, .lo-to-mark');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (link.matches('.lo-mark')) {
      fold().open = true;
      target.scrollIntoView({ block: 'nearest' });
      target.focus({ preventScroll: true });
      return;
    }
    // Above the panel, which covers the lower half of the window.
    target.focus({ preventScroll: true });
    window.scrollBy(0, target.getBoundingClientRect().top - window.innerHeight / 5);
  });

  function addCopyButtons() {
    if (!navigator.clipboard) return;
    for (const path of document.querySelectorAll('.lo-path:not([data-lo-ready])')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'lo-copy';
      button.textContent = 'Copy the path';
      path.dataset.loReady = 'yes';
      path.append(' ', button);
    }
  }
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.lo-copy');
    if (!button) return;
    navigator.clipboard.writeText(button.parentElement.dataset.path).then(() => say('Copied.'), () => say('Your browser does not let us copy. Mark the path and copy it yourself.'));
  });
  addCopyButtons();

  // One message at a time. It is emptied first, so that the same words are told again.
  let timer;
  function say(words, isAway) {
    const said = document.getElementById('lo-said');
    clearTimeout(timer);
    said.textContent = '';
    said.classList.toggle('lo-away', Boolean(isAway));
    timer = setTimeout(() => { said.textContent = words; }, 60);
  }
  const newest = () => document.getElementById('lo-live').dataset.news;
  let news = newest();
  document.addEventListener('lo-updated', () => {
    addCopyButtons();
    if (newest() !== news) say(`Updated. ${panel ? panel.dataset.said : ''}`);
    news = newest();
  });
  document.addEventListener('lo-away', (event) => {
    if (event.detail) say('The preview has stopped: you see the page as it was. Start it again, and this page goes on by itself.', true);
    else say('The preview is back.');
  });
})();
