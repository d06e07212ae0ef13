import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { createExecutor } from '../../src/run/createExecutor';
import type { CompiledNetwork } from '../../src/run/executor';
import { elementCount } from '../../src/nets/op';
import { wasmBinaries } from '../../src/run/wasmBinaries';
import type { Result } from '../../src/nets/result';
import type { RunError } from '../../src/run/runError';
import { imageNetNormalisation } from '../../src/run/preprocess';
import { scriptRuns, type Contestant, type ContestantOptions } from './contestant';

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
    ...(backend === 'webgpu' && {
      script: async () => ({ issueMs: await issueTimes(network), frameMs: await frameTimes(network) }),
    }),
  };
}

async function issueTimes(network: CompiledNetwork): Promise<readonly number[]> {
  const image = new Float32Array(elementCount(network.graph.input.shape));
  const times: number[] = [];
  for (let run = 0; run < scriptRuns; run += 1) times.push(valueOf(await network.run(image)).issueMs ?? NaN);
  return times;
}

/** Pictures as large as a camera's, every one another colour. */
async function frameTimes(network: CompiledNetwork): Promise<readonly number[]> {
  const path = network.framePath === undefined ? null : valueOf(await network.framePath(imageNetNormalisation, 32));
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d');
  const times: number[] = [];
  for (let run = 0; run < scriptRuns && path !== null && context !== null; run += 1) {
    context.fillStyle = `hsl(${run * 60} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const frame = await createImageBitmap(canvas);
    times.push(valueOf(await path.run(frame))?.issueMs ?? NaN);
    frame.close();
  }
  return times;
}

function valueOf<T>(result: Result<T, RunError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
