// The web server that the judges' browser talks to: files from the built folder, on this machine
// only, on a free port. It sends a Content-Security-Policy as strict as a council could set, so
// that anything inline or from elsewhere breaks here first.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileFor } from './site.mjs';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const mimeTypes = {
  '.atom': 'application/atom+xml',
  '.brf': 'text/plain; charset=us-ascii',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.epub': 'application/epub+zip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

function send(response, site, status, file) {
  response.writeHead(status, {
    'Content-Type': mimeTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store', // each judge meets each page as a first-time reader does
  });
  response.end(readFileSync(join(site.folder, file)));
}

function answer(request, response, site) {
  const path = new URL(request.url, 'http://127.0.0.1').pathname;
  const below = path.startsWith(site.root) ? '/' + path.slice(site.root.length) : undefined;
  const file = below && fileFor(site, below);
  if (file) return send(response, site, 200, file);
  if (site.files.has('404.html')) return send(response, site, 404, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/plain', 'Content-Security-Policy': policy });
  response.end('There is no such page.\n');
}

/** Gives { urlOf(address), origin, close() }. `address` is a page's, without the site's root. */
export async function serve(site) {
  const server = createServer((request, response) => {
    try {
      answer(request, response, site);
    } catch (error) {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    urlOf: (address) => origin + site.root + address.slice(1),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
