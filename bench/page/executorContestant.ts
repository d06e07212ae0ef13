import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { createExecutor } from '../../src/run/createExecutor';
import { wasmBinaries } from '../../src/run/wasmBinaries';
import type { Result } from '../../src/nets/result';
import type { RunError } from '../../src/run/runError';
import type { Contestant, ContestantOptions } from './contestant';

/** Our executor: with its own kernels and plans, or with stock tfjs ops one by one. */
export async function executorContestant(
  kernels: 'own' | 'stock',
  { backend, graph, tensors, threads }: ContestantOptions,
): Promise<Contestant> {
  if (backend === 'wasm') setThreadsCount(threads);
  const executor = valueOf(await createExecutor({ backend, wasmBinaries, giveUpWebgpu: false, kernels }));
  const network = valueOf(await executor.compile(graph, tensors, () => undefined));
  return {
    device: executor.device.adapter,
    run: async (image) => valueOf(await network.run(image)).logits,
  };
}

function valueOf<T>(result: Result<T, RunError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
