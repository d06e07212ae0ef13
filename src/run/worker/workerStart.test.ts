import { describe, expect, test } from 'vitest';
import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { delivered } from './fixtures/delivered';
import { PortWorker } from './fixtures/portWorker';
import { jobInWorker } from './jobInWorker';
import { openWorker } from './openWorker';
import { workerFaults } from './workerFaults';

type Work = { readonly echo: (text: string) => Promise<Result<string, RunError>> };

test('a worker whose script is missing twice is said, so that the page can look for a new version', async () => {
  const made: PortWorker[] = [];
  let told = 0;
  const over = new AbortController();
  workerFaults.addEventListener('notReady', () => (told += 1), { signal: over.signal });
  const { call } = openWorker<Work>(() => {
    const worker = new PortWorker(() => undefined);
    made.push(worker);
    return worker;
  });
  const answer = call((remote) => remote.echo('never'));
  made[0]?.dispatchEvent(new Event('error'));
  expect(told).toBe(0);
  made[1]?.dispatchEvent(new Event('error'));
  expect(await answer).toEqual({ ok: false, error: { code: 'workerGone', how: 'notReady' } });
  expect([made.length, told]).toEqual([2, 1]);
  over.abort();
});

describe('a worker that the browser refuses to make', () => {
  const refused = (): Worker => {
    throw new DOMException('Refused to create a worker', 'SecurityError');
  };

  test('is a fault, and no exception, told once the opener has its hold', async () => {
    const gone: RunError[] = [];
    const { call } = openWorker<Work>(refused, (error) => gone.push(error));
    expect(gone).toEqual([]);
    const fault = { code: 'workerGone', how: 'notReady' };
    expect(await call((remote) => remote.echo('never'))).toEqual({ ok: false, error: fault });
    expect(await call((remote) => remote.echo('later'))).toEqual({ ok: false, error: fault });
    expect(gone).toEqual([fault]);
  });

  test('ends quietly when the opener no longer wants it', async () => {
    const gone: RunError[] = [];
    const { end } = openWorker<Work>(refused, (error) => gone.push(error));
    end({ code: 'aborted' });
    await delivered();
    expect(gone).toEqual([]);
  });

  test('fails the one job it was made for', async () => {
    const { signal } = new AbortController();
    expect(await jobInWorker<Work, string>(refused, (remote) => remote.echo('never'), { signal })).toEqual({
      ok: false,
      error: { code: 'workerGone', how: 'notReady' },
    });
  });
});
