import { failure, success } from '../../nets/result';
import { attempt } from '../errors/attempt';
import { wallClockResolutionMs } from '../device/clockResolution';
import type { Clock, NetworkTimer } from '../device/networkTimer';
import type { WasmNetwork } from './wasmNetwork';

/** Times the recorded calls, the very ones that a frame replays, by the processor's clock: a call returns when it is done. */
export function wasmTimer({ begin, layers }: WasmNetwork, input: Float32Array): NetworkTimer {
  const clock: Clock = { kind: 'wall', resolutionMs: wallClockResolutionMs() };
  const taken = (commands: () => void) =>
    attempt(() => {
      const start = performance.now();
      commands();
      return Promise.resolve(success(performance.now() - start));
    });
  return {
    steps: layers.map(({ ids }) => ids),
    stepClock: clock,
    prefixClock: clock,
    stepMs: (index, times) => {
      const layer = layers[index];
      if (layer === undefined)
        return Promise.resolve(failure({ code: 'workerFailed', detail: `timer: no step ${String(index)}` }));
      if (index === 0) begin(input);
      return taken(() => {
        for (let time = 0; time < times; time += 1) layer.call();
      });
    },
    prefixMs: (count, times) => {
      const prefix = layers.slice(0, count);
      return taken(() => {
        for (let time = 0; time < times; time += 1) {
          begin(input);
          for (const { call } of prefix) call();
        }
      });
    },
  };
}
