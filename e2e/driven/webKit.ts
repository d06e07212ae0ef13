import { spawn, type ChildProcess } from 'node:child_process';
import { drivenPage, freePort, type DrivenPage } from './drivenPage';

/**
 * WebKitGTK's small browser, driven over HTTP (https://www.w3.org/TR/webdriver/) on a screen that nobody sees. It keeps
 * nothing between starts, and its cameras are WebKit's own mock devices.
 *
 * @param driver the path of a WebKitWebDriver
 */
export async function openWebKit(driver: string): Promise<DrivenPage> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await firstLine(screen);
  const port = await freePort();
  const server = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}/session`;
  const session = await whenListening(() =>
    send('POST', address, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            args: ['--automation', '--enable-media-stream=true', '--enable-mock-capture-devices=true'],
          },
        },
      },
    }),
  );
  const id = typeof session === 'object' && session !== null && 'sessionId' in session ? session.sessionId : '';
  const to = (command: string, body: object) => send('POST', `${address}/${String(id)}/${command}`, body);
  return drivenPage(
    {
      navigate: (url) => to('url', { url }),
      find: (value) => to('element', { using: 'xpath', value }),
      click: (element) => to(`element/${element}/click`, {}),
      execute: (script, args) => to('execute/sync', { script, args }),
      perform: (actions) => to('actions', { actions }),
    },
    async () => {
      await send('DELETE', `${address}/${String(id)}`).catch(() => undefined);
      await Promise.all([server, screen].map(ended));
    },
  );
}

/** Sends a command and returns its value. Rejects with the error that the driver names. */
async function send(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${address}: ${JSON.stringify(answer)}`);
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
}

/** Tries until the driver listens, for a minute. */
async function whenListening<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      // fetch says TypeError where nothing listens; any other error is the driver's own.
      if (!(error instanceof TypeError) || tries >= 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** What a process writes first to its fourth stream. */
function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('error', reject);
    process.stdio[3]?.once('data', (bytes: unknown) => resolve(String(bytes).trim()));
  });
}

function ended(process: ChildProcess): Promise<unknown> {
  const end = new Promise((resolve) => process.once('exit', resolve));
  process.kill();
  return end;
}
