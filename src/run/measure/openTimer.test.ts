import { expect, test } from 'vitest';
import { activation, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { failure, success } from '../../nets/result';
import type { CompiledNetwork } from '../device/executor';
import { openTimer } from './openTimer';

const network: CompiledNetwork = {
  graph: graphOf(activation('act', input({ height: 2, width: 3, channels: 3 }), 'relu')),
  run: () => Promise.resolve(failure({ code: 'aborted' })),
  activations: () => Promise.resolve(success([])),
  dispose: () => undefined,
};

test('a network is timed on a picture that is grey all over', async () => {
  let seen = new Float32Array();
  const timer: NonNullable<CompiledNetwork['timer']> = (image) => {
    seen = new Float32Array(image);
    return Promise.resolve(failure({ code: 'aborted' }));
  };
  await openTimer({ ...network, timer });
  expect([...seen]).toEqual(Array.from({ length: 2 * 3 * 3 }, () => 0.5));
});

test('a device that cannot be timed in parts says so', async () => {
  expect(await openTimer(network)).toEqual({
    ok: false,
    error: { code: 'deviceError', detail: 'timer: this device cannot be timed in parts' },
  });
});
