import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success, type Result } from '../../nets/result';
import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';
import { recoveringSession, type EngineEvent } from './recoveringSession';
import type { openWorkerSession, WorkerSession } from './workerSession';

const device: DeviceReport = { backend: 'webgpu', adapter: 'stub', softwareAdapter: false, whyNotWebgpu: null };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('losses in a row are counted for the worker that opens the next device, and told', () => {
  const { opened, told, lose } = recovering();
  for (let loss = 0; loss < 4; loss += 1) lose();
  expect(opened.map(({ losses }) => losses)).toEqual([0, 1, 2, 3, 4]);
  expect(told.filter(({ kind }) => kind === 'deviceLost')).toHaveLength(4);
  expect(told.at(-1)).toMatchObject({ kind: 'deviceLost', losses: 4 });
});

test.each([
  [99, 0, 4],
  [100, 0, 1],
  [0, 59_000, 4],
  [0, 60_000, 1],
])('after %i good frames in %i ms, the next loss is number %i of its row', (frames, ms, losses) => {
  const { session, opened, lose } = recovering();
  for (let loss = 0; loss < 3; loss += 1) lose();
  for (let frame = 0; frame < frames; frame += 1) session.noteFrame();
  vi.advanceTimersByTime(ms);
  lose();
  expect(opened.at(-1)?.losses).toBe(losses);
});

test('a worker that is gone is told, and not replaced', () => {
  const { opened, told } = recovering();
  const error = { code: 'workerGone', how: 'closed' } as const;
  opened[0]?.onGone(error);
  expect(told).toEqual([{ kind: 'failed', error }]);
  expect(opened).toHaveLength(1);
});

test('a session that is disposed of while it recovers closes its newest worker at once', () => {
  const { session, opened, lose } = recovering(new Promise(() => undefined));
  lose();
  session.dispose();
  expect(opened.map(({ isClosed }) => isClosed())).toEqual([false, true]);
  lose();
  expect(opened).toHaveLength(2);
});

type Opened = {
  readonly losses: number;
  readonly lose: () => void;
  readonly onGone: (error: RunError) => void;
  readonly isClosed: () => boolean;
};

function recovering(opens: Promise<Result<DeviceReport, RunError>> = Promise.resolve(success(device))) {
  const opened: Opened[] = [];
  const told: EngineEvent[] = [];
  const refuse = () => Promise.resolve(failure({ code: 'workerFailed' as const, detail: 'a stub' }));
  const open: typeof openWorkerSession = ({ losses }, { onLost, onGone }): WorkerSession => {
    let closed = false;
    opened.push({ losses, lose: () => onLost('unplugged'), onGone, isClosed: () => closed });
    return {
      device: opens,
      ...{
        load: refuse,
        classify: refuse,
        look: refuse,
        layerWeights: refuse,
        unload: refuse,
        memory: refuse,
        loseDevice: refuse,
      },
      close: () => (closed = true),
    };
  };
  const start = { backend: 'webgpu', weightsUrl: '', tuning: { tuning: 'onHardware', halfPrecision: false } } as const;
  const session = recoveringSession(open, start, new Map(), (event) => told.push(event));
  return { session, opened, told, lose: () => opened.at(-1)?.lose() };
}
