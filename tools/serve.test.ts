import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    [
      ['--host', '192.0.2.1'],
      'this computer has no address 192.0.2.1; all of its addresses: npm start -- --host 0.0.0.0',
    ],
  ])('where the options are %j', (options, sentence) => {
    const { status, stderr } = serveAndEnd('--folder', folder, ...options);
    expect(stderr).toContain(`serve: ${sentence}`);
    expect(status).toBe(2);
  });
});

test('unless told otherwise, the app is served to this computer alone', async () => {
  await new Promise((resolve) => holder.close(resolve));
  const options = ['--folder', folder, '--port', String(port)];
  const serving = spawn(process.execPath, [...command, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    expect(await firstLine(serving)).toBe(`Featherweight is at http://127.0.0.1:${port}/`);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('the app');
    // Another address of the same computer.
    expect(await answers('127.0.0.2', port)).toBe(false);
  } finally {
    serving.kill();
  }
});

const command = ['--import', 'tsx', 'tools/serve.ts'];

function serveAndEnd(...options: string[]): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [...command, ...options], { encoding: 'utf8', timeout: 60_000 });
}

async function firstLine({ stdout }: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let text = '';
  for await (const part of stdout) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
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
