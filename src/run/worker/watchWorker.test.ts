import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { delivered } from './fixtures/delivered';
import { PortWorker } from './fixtures/portWorker';
import { servedStub } from './fixtures/servedStub';
import { jobInWorker } from './jobInWorker';
import { openWorker } from './openWorker';
import { serveCalls, type ServedCalls } from './serveCalls';
import { signalOf } from './workerSignal';

type Work = {
  readonly echo: (text: string) => Promise<Result<string, RunError>>;
  readonly never: () => Promise<Result<null, RunError>>;
};

const work: Work = {
  echo: (text) => Promise.resolve(success(text)),
  never: () => new Promise(() => undefined),
};

beforeEach(() => {
  // Messages between page and worker take their real way.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a worker that is not ready', () => {
  test('is sent nothing, and then everything that was called before', async () => {
    const posted: unknown[] = [];
    let getReady = (): void => undefined;
    const worker = new PortWorker((port) => {
      getReady = () => void serveCalls(work, port);
    });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message) => {
      posted.push(message);
      post(message);
    };
    const { call, end } = openWorker<Work>(() => worker);
    const answers = ['a', 'b'].map((text) => call((remote) => remote.echo(text)));
    await turns(3);
    expect(posted).toEqual([]);
    getReady();
    expect(await Promise.all(answers)).toEqual([success('a'), success('b')]);
    end({ code: 'aborted' });
  });

  test('is made again after five seconds', async () => {
    const { made, start } = workers(neverReady, serving);
    const { call, end } = openWorker<Work>(start);
    const answer = call((remote) => remote.echo('second'));
    await turns(4);
    expect(made).toHaveLength(1);
    await turns(1);
    expect(await answer).toEqual(success('second'));
    expect(made.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    end({ code: 'aborted' });
  });

  test('is made again at once when its script does not load', async () => {
    const { made, start } = workers(neverReady, serving);
    const { call, end } = openWorker<Work>(start);
    const answer = call((remote) => remote.echo('second'));
    made[0]?.dispatchEvent(new Event('error'));
    expect(await answer).toEqual(success('second'));
    end({ code: 'aborted' });
  });

  test('is given up after the second start', async () => {
    const { made, start } = workers(neverReady, neverReady);
    const gone: RunError[] = [];
    const { call } = openWorker<Work>(start, (error) => gone.push(error));
    let freed = 0;
    const answer = call((remote) => remote.echo('never'), { unsent: () => (freed += 1) });
    await turns(5 + 30);
    expect(await answer).toEqual({ ok: false, error: { code: 'workerGone', how: 'notReady' } });
    expect(gone).toEqual([{ code: 'workerGone', how: 'notReady' }]);
    expect(made.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    expect(freed).toBe(1);
    expect(await call((remote) => remote.echo('later'))).toMatchObject({ error: { code: 'workerGone' } });
  });

  test('has all the time it needs in a hidden tab', async () => {
    vi.stubGlobal('document', { hidden: true });
    const { made, start } = workers(neverReady);
    const { end } = openWorker<Work>(start);
    await turns(120);
    expect(made.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    end({ code: 'aborted' });
  });
});

describe('a worker that a call waits for', () => {
  test('is terminated when it has been silent for ten seconds', async () => {
    const worker = hanging();
    const gone: RunError[] = [];
    const { call } = openWorker<Work>(
      () => worker,
      (error) => gone.push(error),
    );
    const answer = call((remote) => remote.never());
    await delivered();
    worker.hang();
    await turns(10);
    expect(worker.isTerminated).toBe(false);
    await turns(1);
    expect(worker.isTerminated).toBe(true);
    expect(await answer).toEqual({ ok: false, error: { code: 'workerGone', how: 'silent' } });
    expect(gone).toHaveLength(1);
  });

  test('lives as long as it answers, whatever the call takes', async () => {
    const worker = hanging();
    const { call, end } = openWorker<Work>(() => worker);
    void call((remote) => remote.never());
    await turns(100);
    expect(worker.isTerminated).toBe(false);
    expect(worker.asked()).toBeGreaterThan(50);
    end({ code: 'aborted' });
  });

  test('is not taken for hanging while the tab is hidden, or was', async () => {
    const page = { hidden: false };
    vi.stubGlobal('document', page);
    const worker = hanging();
    const { call, end } = openWorker<Work>(() => worker);
    void call((remote) => remote.never());
    await delivered();
    worker.hang();
    await turns(9);
    page.hidden = true;
    await turns(100);
    page.hidden = false;
    await turns(9);
    expect(worker.isTerminated).toBe(false);
    await turns(2);
    expect(worker.isTerminated).toBe(true);
    end({ code: 'aborted' });
  });

  test('is not taken for hanging after the computer was suspended', async () => {
    const worker = hanging();
    const { call, end } = openWorker<Work>(() => worker);
    void call((remote) => remote.never());
    await delivered();
    worker.hang();
    await turns(2);
    vi.setSystemTime(Date.now() + 8 * 3600_000);
    await turns(2);
    expect(worker.isTerminated).toBe(false);
    end({ code: 'aborted' });
  });

  test('may be silent for as long as it says', async () => {
    const worker = hanging();
    const { call } = openWorker<Work>(() => worker);
    void call((remote) => remote.never());
    await delivered();
    worker.served.allowSilence(30_000);
    worker.served.allowSilence(60_000);
    await delivered();
    worker.hang();
    await turns(60);
    expect(worker.isTerminated).toBe(false);
    await turns(1);
    expect(worker.isTerminated).toBe(true);
  });

  test('is neither asked nor given up during a measurement, and watched again after it', async () => {
    const worker = hanging();
    const { call } = openWorker<Work>(() => worker);
    void call((remote) => remote.never());
    await delivered();
    let finish = (): void => undefined;
    const measured = worker.served.silently(Infinity, () => new Promise<void>((resolve) => (finish = resolve)));
    await turns(1);
    const askedBefore = worker.asked();
    await turns(600);
    expect(worker.asked()).toBe(askedBefore);
    expect(worker.isTerminated).toBe(false);
    finish();
    await measured;
    await delivered();
    worker.hang();
    await turns(11);
    expect(worker.isTerminated).toBe(true);
  });
});

test('a worker that no call waits for is not asked for signs of life', async () => {
  const worker = hanging();
  const { call, end } = openWorker<Work>(() => worker);
  expect(await call((remote) => remote.echo('hello'))).toEqual(success('hello'));
  await turns(100);
  expect(worker.asked()).toBe(0);
  expect(worker.isTerminated).toBe(false);
  end({ code: 'aborted' });
});

test('a job that is to save its work, but never reads so, is terminated two seconds after it was stopped', async () => {
  const worker = hanging();
  const controller = new AbortController();
  const options = { signal: controller.signal, cancel: () => undefined };
  const answer = jobInWorker<Work, null>(
    () => worker,
    (remote) => remote.never(),
    options,
  );
  await delivered();
  worker.hang();
  controller.abort();
  expect(await answer).toEqual({ ok: false, error: { code: 'aborted' } });
  await vi.advanceTimersByTimeAsync(1900);
  expect(worker.isTerminated).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(worker.isTerminated).toBe(true);
});

/** So many seconds of the page's clock, with the messages of each. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    await delivered();
  }
}

function neverReady(): PortWorker {
  return new PortWorker(() => undefined);
}

function serving(): PortWorker {
  return new PortWorker((port) => serveCalls(work, port));
}

/** A worker that can stop reading its messages, and counts how often it was asked for a sign of life. */
function hanging() {
  let served: ServedCalls = servedStub;
  let asked = 0;
  let hang = (): void => undefined;
  const worker = new PortWorker((port) => {
    port.addEventListener('message', ({ data }) => {
      if (signalOf(data)?.signal === 'ask') asked += 1;
    });
    served = serveCalls(work, port);
    hang = () => port.close();
  });
  return Object.assign(worker, { served, hang, asked: () => asked });
}

/** Makes these workers, one after the other. */
function workers(...makers: readonly (() => PortWorker)[]) {
  const made: PortWorker[] = [];
  const start = (): Worker => {
    const maker = makers[made.length];
    if (maker === undefined) throw new Error('made too often');
    const worker = maker();
    made.push(worker);
    return worker;
  };
  return { made, start };
}
