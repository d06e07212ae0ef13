import { failure, success, type Result } from '../../nets/result';
import { classifyAgain, untilVisible, type LiveFrame, type LiveRun } from './runLanes';
import type { NetworkHandle } from '../engine/engineCalls';
import { paceOf } from './pace';
import type { RunError } from '../errors/runError';

export type RaceRun = Omit<LiveRun, 'network' | 'onFrame'> & {
  readonly networks: readonly NetworkHandle[];
  readonly onFrame: (network: NetworkHandle, frame: LiveFrame) => void;
};

/** Why a race ended; `network` where it is the fault of one of them. */
export type RaceEnd = { readonly error: RunError; readonly network: NetworkHandle | null };

/**
 * Shows every network the same frames until `signal` fires or the source ends. The device does one thing at a time, so
 * the networks take turns with each frame, beginning with another one every time, and none waits for another inside
 * its own latency. Errors as in `runLive`, with the network that met them.
 */
export async function runRace({ source, engine, networks, onFrame, signal }: RaceRun): Promise<Result<void, RaceEnd>> {
  const paces = new Map(networks.map((network) => [network, paceOf()]));
  for (let turn = 0; ; turn += 1) {
    const resumed = await untilVisible(signal);
    const presented = await source.nextFrame(signal);
    if (!presented.ok) return presented.error.code === 'aborted' ? success(undefined) : ofNone(presented.error);
    if (presented.value === null) return success(undefined);
    if (resumed) for (const pace of paces.values()) pace.restart();
    const begin = performance.now();
    const frame = await source.grab();
    if (!frame.ok) return ofNone(frame.error);
    const captureMs = performance.now() - begin;
    const first = turn % networks.length;
    try {
      for (const network of [...networks.slice(first), ...networks.slice(0, first)]) {
        const shown = await classifyAgain({ engine, network, signal }, frame.value);
        if (signal.aborted) return success(undefined);
        if (!shown.ok) return failure({ error: shown.error, network });
        const { classification, timings } = shown.value;
        onFrame(network, {
          classification,
          timings: { ...timings, captureMs, endToEndMs: captureMs + timings.endToEndMs },
          ...(paces.get(network) ?? paceOf()).show(presented.value, performance.now()),
        });
      }
    } finally {
      frame.value.close();
    }
  }
}

function ofNone(error: RunError): Result<void, RaceEnd> {
  return failure({ error, network: null });
}
