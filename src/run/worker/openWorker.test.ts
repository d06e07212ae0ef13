import { proxy } from 'comlink';
import { describe, expect, test } from 'vitest';
import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { PortWorker } from './fixtures/portWorker';
import { jobInWorker } from './jobInWorker';
import { openWorker } from './openWorker';
import { serveCalls } from './serveCalls';

type Echo = {
  readonly echo: (text: string) => Promise<Result<string, RunError>>;
  readonly progress: (tell: (step: number) => void) => Promise<Result<null, RunError>>;
  readonly throws: () => Promise<Result<null, RunError>>;
  /** Answers when `stop` is called. */
  readonly untilStopped: () => Promise<Result<string, RunError>>;
  readonly stop: () => void;
};

function echoWorker(): PortWorker {
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const echo: Echo = {
    echo: (text) => Promise.resolve(success(text)),
    progress: async (tell) => {
      for (const step of [1, 2]) tell(step);
      await Promise.resolve();
      return success(null);
    },
    throws: () => Promise.reject(new Error('a bug')),
    untilStopped: async () => {
      await stopped;
      return success('saved');
    },
    stop: () => stop(),
  };
  return new PortWorker((port) => serveCalls(echo, port));
}

describe('an open worker', () => {
  test('answers calls and calls back', async () => {
    const { call, end } = openWorker<Echo>(echoWorker);
    expect(await call((remote) => remote.echo('hello'))).toEqual(success('hello'));
    const steps: number[] = [];
    await call((remote) => remote.progress(proxy((step: number) => steps.push(step))));
    await expect.poll(() => steps).toEqual([1, 2]);
    end({ code: 'aborted' });
  });

  test('turns an exception in the worker into a value, and goes on', async () => {
    const { call, end } = openWorker<Echo>(echoWorker);
    expect(await call((remote) => remote.throws())).toMatchObject({ error: { code: 'workerFailed', detail: 'a bug' } });
    expect(await call((remote) => remote.echo('still here'))).toEqual(success('still here'));
    end({ code: 'aborted' });
  });

  test('fails calls in progress and later calls with the first error it ended with', async () => {
    const worker = echoWorker();
    const { call, end } = openWorker<Echo>(() => worker);
    const waiting = [call((remote) => remote.untilStopped()), call((remote) => remote.untilStopped())];
    end({ code: 'deviceLost', detail: 'unplugged', recovering: true });
    end({ code: 'aborted' });
    for (const answer of [...waiting, call((remote) => remote.echo('late'))]) {
      expect(await answer).toMatchObject({ error: { code: 'deviceLost' } });
    }
    expect(worker.isTerminated).toBe(true);
  });

  test.each([['it broke', Object.assign(new Event('error'), { message: 'out of stack' }), 'out of stack']])(
    'is ended by an error event when %s',
    async (_, event, detail) => {
      const worker = echoWorker();
      const { call } = openWorker<Echo>(() => worker);
      const waiting = call((remote) => remote.untilStopped());
      worker.dispatchEvent(event);
      expect(await waiting).toEqual({ ok: false, error: { code: 'workerFailed', detail } });
      expect(worker.isTerminated).toBe(true);
    },
  );

  test('fails an aborted call at once, tells the worker, and still answers other calls', async () => {
    const { call, end } = openWorker<Echo>(echoWorker);
    const controller = new AbortController();
    await call((remote) => remote.echo('ready'));
    let cancels = 0;
    const cancel = () => {
      cancels += 1;
    };
    const aborted = call((remote) => remote.untilStopped(), { signal: controller.signal, cancel });
    controller.abort();
    expect(await aborted).toEqual({ ok: false, error: { code: 'aborted' } });
    expect(cancels).toBe(1);
    expect(await call((remote) => remote.echo('hello'))).toEqual(success('hello'));
    end({ code: 'aborted' });
  });

  test('frees what it never sends', async () => {
    const { call, end } = openWorker<Echo>(echoWorker);
    let freed = 0;
    const unsent = () => {
      freed += 1;
    };
    const signal = AbortSignal.abort();
    expect(await call((remote) => remote.echo('late'), { signal, unsent })).toMatchObject({ ok: false });
    end({ code: 'aborted' });
    expect(await call((remote) => remote.echo('later'), { unsent })).toMatchObject({ ok: false });
    expect(freed).toBe(2);
  });
});

describe('a job in a worker', () => {
  test('terminates its worker when it is done', async () => {
    const worker = echoWorker();
    const { signal } = new AbortController();
    const answer = await jobInWorker<Echo, string>(
      () => worker,
      (remote) => remote.echo('done'),
      { signal },
    );
    expect(answer).toEqual(success('done'));
    expect(worker.isTerminated).toBe(true);
  });

  test('starts no worker if the signal has already fired', async () => {
    const signal = AbortSignal.abort();
    const start = (): Worker => {
      throw new Error('started');
    };
    const answer = await jobInWorker<Echo, string>(start, (remote) => remote.echo(''), { signal });
    expect(answer).toEqual({ ok: false, error: { code: 'aborted' } });
  });

  test('is terminated at once when it is aborted', async () => {
    const worker = echoWorker();
    const controller = new AbortController();
    const { signal } = controller;
    const answer = jobInWorker<Echo, string>(
      () => worker,
      (remote) => remote.untilStopped(),
      { signal },
    );
    controller.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'aborted' } });
    expect(worker.isTerminated).toBe(true);
  });

  test('that must save its work keeps its worker until it has', async () => {
    const worker = echoWorker();
    const controller = new AbortController();
    const { signal } = controller;
    let isRunning = false;
    const answer = jobInWorker<Echo, string>(
      () => worker,
      (remote) => {
        isRunning = true;
        return remote.untilStopped();
      },
      { signal, cancel: (remote) => void remote.stop() },
    );
    await expect.poll(() => isRunning).toBe(true);
    controller.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'aborted' } });
    expect(worker.isTerminated).toBe(false);
    await expect.poll(() => worker.isTerminated).toBe(true);
  });
});
