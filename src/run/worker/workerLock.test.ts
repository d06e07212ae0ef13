import { afterEach, expect, test, vi } from 'vitest';
import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { delivered } from './fixtures/delivered';
import { PortWorker } from './fixtures/portWorker';
import { openWorker } from './openWorker';
import { serveCalls } from './serveCalls';
import { signalOf } from './workerSignal';

type Work = { readonly echo: (text: string) => Promise<Result<string, RunError>> };

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a worker that was closed or killed is noticed at once, also while nothing waits for it', async () => {
  let release = (): void => undefined;
  const locks = {
    request: (_name: string, _options: unknown, onGiven: () => void) => {
      release = onGiven;
      return new Promise(() => undefined);
    },
  };
  vi.stubGlobal('navigator', { locks });
  const worker = new PortWorker((port) => {
    port.postMessage({ signal: 'ready' });
    port.postMessage({ signal: 'holds', lock: 'its life' });
  });
  const gone: RunError[] = [];
  const { call } = openWorker<Work>(
    () => worker,
    (error) => gone.push(error),
  );
  await delivered();
  expect(gone).toEqual([]);
  release();
  expect(gone).toEqual([{ code: 'workerGone', how: 'closed' }]);
  expect(await call((remote) => remote.echo('late'))).toEqual({
    ok: false,
    error: { code: 'workerGone', how: 'closed' },
  });
});

test.each([
  ['granted', [{ signal: 'holds' }, { signal: 'ready' }]],
  ['refused', [{ signal: 'ready' }]],
])('a worker is ready when its lock is %s, not before', async (answer, signals) => {
  const request = withResolvers();
  const locks = {
    request: (_name: string, onGranted: () => Promise<unknown>) =>
      request.promise.then(() => (answer === 'granted' ? onGranted() : Promise.reject(new Error('no locks here')))),
  };
  vi.stubGlobal('navigator', { locks });
  const heard: unknown[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard.push(signalOf(data));
  serveCalls({}, port2);
  await delivered();
  expect(heard).toEqual([]);
  request.resolve();
  await delivered();
  expect(heard).toMatchObject(signals);
  port1.close();
});

function withResolvers() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}
