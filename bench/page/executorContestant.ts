import { getThreadsCount, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { createExecutor } from '../../src/run/engine/createExecutor';
import type { CompiledNetwork } from '../../src/run/device/executor';
import { elementCount } from '../../src/nets/op';
import { wasmBinaries } from '../../src/run/device/wasmBinaries';
import type { Result } from '../../src/nets/result';
import type { RunError } from '../../src/run/errors/runError';
import { imageNetNormalisation } from '../../src/run/frames/preprocess';
import { busyTimes, type Contestant, type ContestantOptions } from './contestant';

/** Our executor, with its own kernels and plans or with stock tfjs ops one by one. */
export async function executorContestant(
  kernels: 'own' | 'stock',
  { backend, graph, tensors, threads }: ContestantOptions,
): Promise<Contestant> {
  if (backend === 'wasm') setThreadsCount(threads);
  const executor = valueOf(await createExecutor({ backend, wasmBinaries, kernels }));
  const network = valueOf(await executor.compile(graph, tensors, () => undefined));
  return {
    device: executor.device.adapter,
    ...(backend === 'wasm' && { threads: getThreadsCount() }),
    run: async (image) => valueOf(await network.run(image)).logits,
    ...(backend === 'webgpu' && {
      script: async () => ({ issueMs: await issueTimes(network), frameMs: await frameTimes(network) }),
    }),
  };
}

async function issueTimes(network: CompiledNetwork): Promise<readonly number[]> {
  const image = new Float32Array(elementCount(network.graph.input.shape));
  return busyTimes(async () => valueOf(await network.run(image)).issueMs ?? NaN);
}

/** Times pictures of a camera's size, each in another colour. */
async function frameTimes(network: CompiledNetwork): Promise<readonly number[]> {
  const path = network.framePath === undefined ? null : valueOf(await network.framePath(imageNetNormalisation, 32));
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d');
  if (path === null || context === null) return [];
  let hue = 0;
  return busyTimes(async () => {
    hue += 60;
    context.fillStyle = `hsl(${hue} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const frame = await createImageBitmap(canvas);
    const output = valueOf(await path.run(frame));
    frame.close();
    return output?.issueMs ?? NaN;
  });
}

function valueOf<T>(result: Result<T, RunError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
