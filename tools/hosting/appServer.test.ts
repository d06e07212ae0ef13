import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appServer } from './appServer';
import { compressFolder } from './compress';
import { securityHeaders } from './securityHeaders';

const page = `<!doctype html><title>Home</title>${'<p>much the same</p>'.repeat(200)}`;
const script = `export const text = '${'again and again '.repeat(200)}';`;
const missing = '<!doctype html><title>Nothing here</title>';
const weights = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-server-'));
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(root, 'weights'));
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, '404.html'), missing);
  writeFileSync(join(root, 'sw.js'), script);
  writeFileSync(join(root, 'assets', 'app-1a2b3c4d.js'), script);
  writeFileSync(join(root, 'assets', 'tiny-1a2b3c4d.js'), 'export {};');
  writeFileSync(join(root, 'weights', 'net.safetensors'), weights);
  writeFileSync(join(folder, 'secret.json'), '{ "secret": true }');
  await compressFolder(root);
  server = appServer(root);
  port = await listening(server);
});

afterAll(async () => {
  await closed(server);
  rmSync(folder, { recursive: true });
});

describe('the content', () => {
  test.each([
    ['/', page, 'text/html;charset=utf-8'],
    ['/?lang=zh', page, 'text/html;charset=utf-8'],
    ['/index.html', page, 'text/html;charset=utf-8'],
    ['/sw.js', script, 'text/javascript'],
  ])('%s is the file, as it is without an Accept-Encoding', async (path, text, type) => {
    const { status, headers, body } = await ask(path);
    expect([status, body.toString()]).toEqual([200, text]);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('weights are bytes, and never said to be text', async () => {
    const { headers, body } = await ask('/weights/net.safetensors', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(Uint8Array.from(body)).toEqual(weights);
  });

  test('is compressed as the browser takes it, brotli before gzip', async () => {
    const path = '/assets/app-1a2b3c4d.js';
    const brotlied = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(brotlied.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotlied.body).toString()).toBe(script);
    expect(brotlied.body.length).toBeLessThan(script.length / 4);
    const gzipped = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzipped.body).toString()).toBe(script);
    for (const { headers } of [brotlied, gzipped]) {
      expect(headers['content-type']).toBe('text/javascript');
      expect(headers.vary).toBe('Accept-Encoding');
    }
  });

  test('a file without a compressed copy is sent as it is', async () => {
    const { headers, body } = await ask('/assets/tiny-1a2b3c4d.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe('export {};');
  });

  test('HEAD has the headers of GET and no body', async () => {
    const got = await ask('/sw.js');
    const headed = await ask('/sw.js', { method: 'HEAD' });
    expect([headed.status, headed.body.length]).toEqual([200, 0]);
    for (const name of ['content-length', 'content-type', 'etag', 'cache-control']) {
      expect(headed.headers[name]).toBe(got.headers[name]);
    }
  });

  test('a range is sent alone, and one beyond the end refused', async () => {
    const part = await ask('/weights/net.safetensors', { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 10-19/1000']);
    expect(Uint8Array.from(part.body)).toEqual(weights.slice(10, 20));
    const beyond = await ask('/weights/net.safetensors', { headers: { range: 'bytes=2000-3000' } });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000']);
  });

  test.each(['bytes=5-2', 'bytes=-10', 'bytes=abc', 'items=0-1', 'bytes=0-1,5-6', 'bytes=1e3-5', 'bytes=', ''])(
    'a range that is written %j is answered with the whole file',
    async (range) => {
      const { status, body } = await ask('/weights/net.safetensors', { headers: { range } });
      expect(status).toBe(200);
      expect(Uint8Array.from(body)).toEqual(weights);
    },
  );

  test('a compression that the reader refuses is not used', async () => {
    const codings = 'br;q=0, gzip; q=0.0, identity';
    const { headers } = await ask('/sw.js', { headers: { 'accept-encoding': codings } });
    expect(headers['content-encoding']).toBeUndefined();
    const half = await ask('/sw.js', { headers: { 'accept-encoding': 'br;q=0,gzip;q=0.5' } });
    expect(half.headers['content-encoding']).toBe('gzip');
  });

  test.skipIf(!existsSync('/proc/self/fd'))('a file is closed when its reader has gone', async () => {
    const path = join(folder, 'dist', 'weights', 'large.safetensors');
    writeFileSync(path, new Uint8Array(20e6));
    for (let visit = 0; visit < 10; visit += 1) await leaveEarly('/weights/large.safetensors');
    const isOpen = (descriptor: string) => linkOf(`/proc/self/fd/${descriptor}`) === path;
    await expect.poll(() => readdirSync('/proc/self/fd').filter(isOpen)).toEqual([]);
  });
});

describe('the cache', () => {
  test('keeps files named after their content for a year, and asks again for all others', async () => {
    const cached = async (path: string) => (await ask(path)).headers['cache-control'];
    expect(await cached('/assets/app-1a2b3c4d.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/weights/net.safetensors']) {
      expect([path, await cached(path)]).toEqual([path, 'no-cache']);
    }
  });

  test('does not keep that a hashed file was missing', async () => {
    expect((await ask('/assets/gone-1a2b3c4d.js')).headers['cache-control']).toBe('no-cache');
  });

  test('is told that nothing changed, until something does', async () => {
    const { etag = '' } = (await ask('/index.html')).headers;
    expect(etag).not.toBe('');
    const again = await ask('/index.html', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    writeFileSync(join(folder, 'dist', 'index.html'), `${page}<p>new</p>`);
    const changed = await ask('/index.html', { headers: { 'if-none-match': etag } });
    expect([changed.status, changed.body.toString()]).toEqual([200, `${page}<p>new</p>`]);
    writeFileSync(join(folder, 'dist', 'index.html'), page);
  });
});

describe('a request that is refused', () => {
  test.each(['/none.js', '/index', '/assets', '/assets/', '/sw.js/', '/weights/none/manifest.json'])(
    '%s is missing: 404 and its page, not the app',
    async (path) => {
      const { status, headers, body } = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect([status, body.toString()]).toEqual([404, missing]);
      expect(headers['content-type']).toBe('text/html;charset=utf-8');
      expect(headers['content-length']).toBe(String(missing.length));
    },
  );

  test.each([
    '/../secret.json',
    '/%2e%2e%2fsecret.json',
    '/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/assets/../../secret.json',
    '//../secret.json',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/%E0%A4%A',
    '/%ff',
    `/${'a'.repeat(5000)}`,
    'http://other.example/../secret.json',
    '*',
  ])('%j leads to no file outside the folder, and stops nothing', async (path) => {
    const { status, body } = await ask(path);
    expect(body.toString()).not.toContain('secret": true');
    expect([400, 404]).toContain(status);
    expect((await ask('/')).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
    const { status, headers } = await ask('/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

test.each([
  ['GET', '/'],
  ['GET', '/assets/app-1a2b3c4d.js'],
  ['GET', '/none.js'],
  ['POST', '/'],
])('%s %s is answered with every security header', async (method, path) => {
  const { headers } = await ask(path, { method });
  const wanted = Object.entries(securityHeaders()).map(([name, value]) => [name.toLowerCase(), value]);
  expect(headers).toMatchObject(Object.fromEntries(wanted));
});

test('a folder without a 404.html says so in a sentence', async () => {
  const bare = appServer(join(folder, 'dist', 'assets'));
  const at = await listening(bare);
  const { status, headers, body } = await ask('/none', { port: at });
  expect([status, body.toString()]).toEqual([404, 'There is no file at this address.\n']);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  await closed(bare);
});

type Asked = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

type AskOptions = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly port?: number;
};

/** Asks with the path as it is: `fetch` would resolve its dots. */
function ask(path: string, { method = 'GET', headers = {}, port: at = port }: AskOptions = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: at, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

function listening(started: Server): Promise<number> {
  return new Promise((resolve) => {
    started.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = started.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function closed(stopped: Server): Promise<unknown> {
  stopped.closeAllConnections();
  return new Promise((resolve) => stopped.close(resolve));
}

/** Asks for a file and hangs up at its first bytes. */
function leaveEarly(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, host: '127.0.0.1' }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    });
    asked.on('error', reject).end();
  });
}

/** Where a link leads; null for one that is gone. */
function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
