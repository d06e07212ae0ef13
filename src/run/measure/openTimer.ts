import { failure, type Result } from '../../nets/result';
import { elementCount } from '../../nets/op';
import type { CompiledNetwork } from '../device/executor';
import type { NetworkTimer } from '../device/networkTimer';
import type { RunError } from '../errors/runError';

/** Opens a timer for a network on a grey input; times do not depend on the input. */
export async function openTimer({ graph, timer }: CompiledNetwork): Promise<Result<NetworkTimer, RunError>> {
  if (timer === undefined)
    return failure({ code: 'deviceError', detail: 'timer: this device cannot be timed in parts' });
  return timer(new Float32Array(elementCount(graph.input.shape)).fill(0.5));
}
