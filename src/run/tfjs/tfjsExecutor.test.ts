import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementCount } from '../../nets/op';
import { conv, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import type { Executor } from '../device/executor';
import { foldedWitness, largestDifference, opWitnesses, type OpWitness } from '../fixtures/opWitness';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { randomTensors } from '../weights/randomTensors';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor('stock');
});

afterAll(() => executor.dispose());

async function output({ graph, tensors, input: values }: OpWitness): Promise<Float32Array> {
  const network = await compiled(executor, graph, tensors);
  const { logits } = valueOf(await network.run(values));
  network.dispose();
  return logits;
}

describe.each(opWitnesses)('$name', (witness) => {
  test('computes what PyTorch computes', async () => {
    expect(largestDifference(await output(witness), witness.output)).toBeLessThan(2e-5);
  });

  test('computes the same with batch norm folded', async () => {
    expect(largestDifference(await output(foldedWitness(witness)), witness.output)).toBeLessThan(2e-5);
  });
});

test('the device reports WebAssembly, one thread in Node, and no reason against WebGPU where it was not asked for', () => {
  expect(executor.device).toEqual({
    backend: 'wasm',
    adapter: 'SIMD, 1 thread',
    softwareAdapter: false,
    whyNotWebgpu: null,
  });
});

test('progress counts every node, and a disposed network leaves no tensor', async () => {
  const { graph, tensors } = foldedWitness(witnessOf('squeeze and excite'));
  const seen: (readonly [number, number])[] = [];
  const network = valueOf(await executor.compile(graph, tensors, (done, total) => seen.push([done, total])));
  expect(seen).toEqual(graph.nodes.map((_, index) => [index + 1, graph.nodes.length]));
  expect(executor.memory().tensors).toBe(4);
  network.dispose();
  expect(executor.memory().tensors).toBe(0);
});

test('a graph whose weights are missing is an error that names the tensor, and leaves no tensor', async () => {
  const { graph, tensors } = witnessOf('squeeze and excite');
  const lacking = new Map([...tensors].filter(([name]) => name !== 'excite.bias'));
  const result = await executor.compile(graph, lacking, () => undefined);
  expect(result).toEqual({ ok: false, error: { code: 'deviceError', detail: 'excite.bias: not in the graph' } });
  expect(executor.memory().tensors).toBe(0);
});

test('a network that does not fit in memory is an error that says so', async () => {
  const graph = graphOf(
    conv('conv', input({ height: 8192, width: 8192, channels: 64 }), { outChannels: 1, kernel: 1 }),
  );
  const result = await executor.compile(graph, randomTensors(graph), () => undefined);
  const network = valueOf(result);
  const run = await network.run(new Float32Array(elementCount(graph.input.shape)));
  expect(run).toMatchObject({ ok: false, error: { code: 'outOfMemory' } });
});

function witnessOf(name: string): OpWitness {
  const witness = opWitnesses.find((candidate) => candidate.name === name);
  if (witness === undefined) throw new Error(`${name}: no such witness`);
  return witness;
}
