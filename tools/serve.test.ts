import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
/** Holds `port`, and so says which port is free once it is closed. */
let holder: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-serve-'));
  writeFileSync(join(folder, 'index.html'), 'the app');
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(() => {
  holder.close();
  rmSync(folder, { recursive: true });
});

describe('npm start ends with a sentence and the way out', () => {
  test('where the port is in use', () => {
    const { status, stderr } = serveAndEnd('--folder', folder, '--port', String(port));
    expect(stderr).toBe(`serve: port ${port} is in use; choose another: npm start -- --port ${port + 1}\n`);
    expect(status).toBe(2);
  });

  test('where there is no build', () => {
    const { status, stderr } = serveAndEnd('--folder', join(folder, 'none'));
    expect(stderr).toBe(`serve: ${join(folder, 'none')} holds no app; build it first: npm run build\n`);
    expect(status).toBe(2);
  });

  test.each([
    [['--port', 'http'], '--port is no port (got http, wanted 1 to 65535)'],
    [['--port', '70000'], '--port is no port (got 70000, wanted 1 to 65535)'],
    [['--prot', '80'], "Unknown option '--prot'"],
    [['--host', '192.0.2.1'], 'this computer has no address 192.0.2.1; all of its addresses: npm start -- --lan'],
    [['--cert', 'cert.pem'], '--cert and --key go together: a certificate and its key, in PEM'],
    [['--cert', 'none.pem', '--key', 'none.pem'], 'there is no file none.pem; README.md says how to make one'],
    [['--cert', 'package.json', '--key', 'package.json'], 'certificate and key do not fit or are not PEM: '],
  ])('where the options are %j', (options, sentence) => {
    const { status, stderr } = serveAndEnd('--folder', folder, ...options);
    expect(stderr).toContain(`serve: ${sentence}`);
    expect(status).toBe(2);
  });
});

test('unless told otherwise, the app is served to this computer alone', async () => {
  await freePort();
  const serving = started();
  try {
    expect(await textUntil(serving, '\n')).toBe(`Featherweight is at http://127.0.0.1:${port}/\n`);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('the app');
    // Another address of the same computer.
    expect(await answers('127.0.0.2', port)).toBe(false);
  } finally {
    serving.kill();
  }
});

test('--lan serves every device of the network, prints its addresses, and says what needs https', async () => {
  await freePort();
  const serving = started('--lan');
  try {
    const said = await textUntil(serving, 'README.md');
    expect(said).toContain(`Featherweight is at http://127.0.0.1:${port}/`);
    expect(said).toContain('Cameras need https: npm start -- --lan --cert cert.pem --key key.pem');
    for (const [, host = ''] of said.matchAll(/at http:\/\/([\d.]+):/g)) expect(await answers(host, port)).toBe(true);
  } finally {
    serving.kill();
  }
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)('with a certificate of one’s own it serves https', async () => {
  await freePort();
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  if (cert === undefined || key === undefined) throw new Error('no names');
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  spawnSync('openssl', [...made, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
  const serving = started('--cert', cert, '--key', key);
  try {
    expect(await textUntil(serving, '\n')).toBe(`Featherweight is at https://127.0.0.1:${port}/\n`);
    expect(await securePage(readFileSync(cert))).toBe('the app');
  } finally {
    serving.kill();
  }
});

const command = ['--import', 'tsx', 'tools/serve.ts'];

function serveAndEnd(...options: string[]): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [...command, ...options], { encoding: 'utf8', timeout: 60_000 });
}

function started(...options: string[]): ChildProcessByStdio<null, Readable, null> {
  const all = [...command, '--folder', folder, '--port', String(port), ...options];
  return spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What a server says, up to and with some words. */
async function textUntil({ stdout }: ChildProcessByStdio<null, Readable, null>, words: string): Promise<string> {
  let text = '';
  for await (const part of stdout) {
    text += String(part);
    if (text.includes(words)) break;
  }
  return text;
}

/** Lets the port go; a server that ended a moment ago may still hold it. */
async function freePort(): Promise<void> {
  holder.close();
  await expect.poll(() => answers('127.0.0.1', port)).toBe(false);
}

function securePage(ca: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path: '/', ca }, (response) => {
      let text = '';
      response.on('data', (part) => (text += String(part)));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
  });
}

function answers(host: string, at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, host);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
