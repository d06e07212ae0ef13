import { connect, type Socket } from 'node:net';

/** Sends one command to Firefox and returns what it answers. Rejects with the error that Firefox names. */
export type Send = (command: string, parameters?: object) => Promise<unknown>;

/**
 * A connection to a Firefox that was started with `--marionette`. Its remote protocol sends JSON lists with their length
 * before them: `[0, id, command, parameters]` there, `[1, id, error, result]` back
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 *
 * WebDriver BiDi, the newer protocol, is not used here: it watches workers as a debugger does, and then about every
 * second worker that this app starts stands still for ever. Without it none does.
 */
export async function connectMarionette(port: number): Promise<{ readonly send: Send; readonly close: () => void }> {
  const socket = await connected(port, Date.now() + 60_000);
  const pending = new Map<number, (error: unknown, result: unknown) => void>();
  let received = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (let message = nextMessage(); message !== null; message = nextMessage()) {
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message.map((part: unknown) => part);
      pending.get(Number(id))?.(error, result);
      pending.delete(Number(id));
    }
  });
  socket.on('close', () => {
    for (const settle of pending.values()) settle('Firefox has ended', null);
  });

  function nextMessage(): unknown {
    const colon = received.indexOf(':');
    const end = colon + 1 + Number(received.subarray(0, colon));
    if (colon < 0 || received.length < end) return null;
    const text = received.subarray(colon + 1, end).toString();
    received = received.subarray(end);
    return JSON.parse(text);
  }

  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        pending.set(lastId, (error, result) => {
          if (error === null) resolve(result);
          else reject(new Error(`${command}: ${JSON.stringify(error)}`));
        });
        const text = JSON.stringify([0, lastId, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => void socket.destroy(),
  };
}

/** Tries until the browser listens. */
async function connected(port: number, giveUpAt: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isConnected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isConnected) return socket;
    if (Date.now() > giveUpAt) throw new Error(`marionette: nothing listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
