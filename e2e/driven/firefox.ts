import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connectMarionette } from './marionette';

/** The one page of a Firefox with a new profile and a camera that shows moving colours. */
export type FirefoxPage = {
  readonly open: (url: string) => Promise<void>;
  /** Runs a function in the page. It sees nothing around it, and its arguments and result travel as JSON. */
  readonly run: <A extends readonly unknown[]>(task: (...values: A) => unknown, ...values: A) => Promise<unknown>;
  readonly text: () => Promise<string>;
  /** Clicks the button with this text, as a mouse does. */
  readonly press: (button: string) => Promise<void>;
  /** Presses keys in the first element that the CSS selector finds. */
  readonly type: (selector: string, keys: string) => Promise<void>;
  /** Errors, unhandled rejections and breaches of the Content Security Policy since the last `open`. */
  readonly faults: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'app.normandy.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** @param folder an existing or new folder for the profile, which is removed in the end */
export async function openFirefox(executable: string, folder: string): Promise<FirefoxPage> {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(folder, 'firefox-'));
  const port = await freePort();
  const lines = Object.entries({ ...preferences, 'marionette.port': port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const browser = spawn(executable, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const { send, close } = await connectMarionette(port);
  await send('WebDriver:NewSession');

  const find = async (using: string, value: string): Promise<string> => {
    const found = await send('WebDriver:FindElement', { using, value });
    return JSON.stringify(found).split('"').at(-2) ?? '';
  };
  const run: FirefoxPage['run'] = async (task, ...values) => {
    const answer = await send('WebDriver:ExecuteScript', {
      script: `return (${String(task)}).apply(null, arguments)`,
      args: values,
    });
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  };
  return {
    open: async (url) => {
      await send('WebDriver:Navigate', { url });
      await run(collectFaults);
    },
    run,
    text: async () => String(await run(() => document.body.innerText)),
    press: async (button) => {
      await send('WebDriver:ElementClick', { id: await find('xpath', `//button[normalize-space()="${button}"]`) });
    },
    type: async (selector, keys) => {
      await run((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
      const actions = Array.from(keys).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    faults: async () => String(await run(() => document.documentElement.dataset['faults'] ?? '')),
    close: async () => {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      close();
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
function collectFaults(): void {
  const { dataset } = document.documentElement;
  const add = (fault: string): void => {
    dataset['faults'] = `${dataset['faults'] ?? ''}${fault}\n`;
  };
  addEventListener('error', ({ message }) => {
    add(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    add(String(reason));
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    add(`${violatedDirective} ${blockedURI}`);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
