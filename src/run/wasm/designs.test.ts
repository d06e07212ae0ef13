import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtDesign } from '../../nets/design/builtDesign';
import { designs } from '../../nets/design/fixtures/designs';
import { elementCount } from '../../nets/op';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { Executor } from '../device/executor';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { randomTensors } from '../weights/randomTensors';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test('30 random designs run, and every executed tensor has the shape that its node declares', async () => {
  await fc.assert(
    fc.asyncProperty(designs, async (wanted) => {
      const { graph } = builtDesign(wanted);
      const folded = foldedGraph(graph);
      const network = await compiled(executor, folded, foldedTensors(graph, randomTensors(graph)));
      const image = Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) =>
        Math.sin(index * 0.37),
      );
      const ids = folded.nodes.map(({ id }) => id);
      const shapes = valueOf(await network.activations(image, ids)).map(({ id, shape }) => [id, ...shape]);
      network.dispose();
      expect(shapes).toEqual(folded.nodes.map(({ id, shape }) => [id, shape.height, shape.width, shape.channels]));
    }),
    { numRuns: 30 },
  );
});
