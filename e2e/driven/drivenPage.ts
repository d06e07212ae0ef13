import { createServer } from 'node:net';

/** The one page of a browser with a new profile and a camera that shows moving pictures. */
export type DrivenPage = {
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

/** The commands of WebDriver (https://www.w3.org/TR/webdriver/) that a driven page takes, however they travel. */
export type Commands = {
  readonly navigate: (url: string) => Promise<unknown>;
  /** The element's reference, as an object of one value. */
  readonly find: (xpath: string) => Promise<unknown>;
  readonly click: (element: string) => Promise<unknown>;
  /** Runs the body of a function in the page, and returns its result. */
  readonly execute: (script: string, args: readonly unknown[]) => Promise<unknown>;
  readonly perform: (actions: readonly object[]) => Promise<unknown>;
};

/** A page that is driven by these commands; `close` ends its browser. */
export function drivenPage(commands: Commands, close: () => Promise<void>): DrivenPage {
  const run: DrivenPage['run'] = (task, ...values) =>
    commands.execute(`return (${String(task)}).apply(null, arguments)`, values);
  return {
    open: async (url) => {
      await commands.navigate(url);
      await run(collectFaults);
    },
    run,
    text: async () => String(await run(() => document.body.innerText)),
    press: async (button) => {
      const found = JSON.stringify(await commands.find(`//button[normalize-space()="${button}"]`));
      await commands.click(found.split('"').at(-2) ?? '');
    },
    type: async (selector, keys) => {
      await run((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
      const actions = Array.from(keys).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await commands.perform([{ type: 'key', id: 'keyboard', actions }]);
    },
    faults: async () => String(await run(() => document.documentElement.dataset['faults'] ?? '')),
    close,
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

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
