import { failure, success } from '../../nets/result';
import { attempt } from '../errors/attempt';
import { wallClockResolutionMs } from '../device/clockResolution';
import type { Clock, NetworkTimer } from '../device/networkTimer';
import type { WasmNetwork } from './wasmNetwork';

/** Times the recorded calls, the same ones that a frame replays, by the wall clock: calls are synchronous. */
export function wasmTimer({ begin, layers }: WasmNetwork, input: Float32Array): NetworkTimer {
  const clock: Clock = { kind: 'wall', resolutionMs: wallClockResolutionMs() };
  const timed = (commands: () => void) =>
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
      return timed(() => {
        for (let time = 0; time < times; time += 1) layer.call();
      });
    },
    prefixMs: (count, times) => {
      const prefix = layers.slice(0, count);
      return timed(() => {
        for (let time = 0; time < times; time += 1) {
          begin(input);
          for (const { call } of prefix) call();
        }
      });
    },
  };
}
