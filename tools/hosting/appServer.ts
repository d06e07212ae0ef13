import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import { hashedFiles, otherFiles, securityHeaders } from './securityHeaders';

/** A certificate and its key, in PEM. */
export type Certificate = { readonly cert: Buffer; readonly key: Buffer };

/**
 * A server of the built app: compressed copies where the browser takes them, files named after their content for a year,
 * everything else to be asked for again, and `404.html` for what is not there. Reads the folder at every request, so that a
 * new build is served at once.
 * @param certificate to serve https
 */
export function appServer(folder: string, certificate?: Certificate): Server {
  const listener = listenerOf(folder);
  return certificate === undefined ? createServer(listener) : createSecureServer(certificate, listener);
}

function listenerOf(folder: string): RequestListener {
  const headers = Object.entries(securityHeaders());
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    // Without `.html` at the end there is no page: other hosts would not find it either.
    extensions: [],
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(`/${hashedFiles.folder}/`);
      response.setHeader('Cache-Control', (isHashed ? hashedFiles : otherFiles).cacheControl);
      response.setHeader('Accept-Ranges', 'bytes');
      if (path.endsWith('.safetensors')) response.setHeader('Content-Type', 'application/octet-stream');
    },
  });
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
      return;
    }
    closeWith(response);
    try {
      files(asSirvReads(request), response, () => notFound(folder, response));
    } catch {
      // No request may end the server of a whole class.
      if (!response.headersSent) response.writeHead(400, { 'Content-Length': 0 });
      response.end();
    }
  };
}

/**
 * The request in the words that sirv reads right. It looks for the index of a folder only among its extensions, takes a
 * coding that is refused by `q=0`, and throws at a range that ends before it starts. A range in any other form than
 * `bytes=FIRST-LAST` is left out: a server may always answer with the whole file (RFC 9110, section 14.2).
 */
function asSirvReads(request: IncomingMessage): IncomingMessage {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  if (path.endsWith('/')) request.url = [`${path}index.html`, ...query].join('?');
  const { headers } = request;
  const codings = (headers['accept-encoding'] ?? '').split(',');
  headers['accept-encoding'] = codings.filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding)).join(',');
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  const isRange = first !== undefined && (last === '' || Number(first) <= Number(last));
  if (!isRange) delete headers.range;
  return request;
}

/** Closes the file that is being sent when the reader is gone: a pipe by itself leaves it open. */
function closeWith(response: ServerResponse): void {
  response.on('pipe', (file: Readable) => {
    response.on('close', () => file.destroy());
  });
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  if (!existsSync(page)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no file at this address.\n');
    return;
  }
  response.writeHead(404, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Length': statSync(page).size,
    'Cache-Control': otherFiles.cacheControl,
  });
  createReadStream(page).pipe(response);
}
