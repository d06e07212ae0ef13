import { describe, expect, test } from 'vitest';
import { contributionsOf } from '../../nets/arithmetic/partialMaps';
import { layerWeightsOf } from '../../nets/weights/layerWeights';
import type { MapValues } from '../../nets/arithmetic/mapValues';
import { pixelOf } from '../../nets/arithmetic/pixel';
import { inputOf, valueAt, type Node } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { foldedWitness, largestDifference, opWitnesses, type OpWitness } from '../../run/fixtures/opWitness';

/** Every tensor of a witness, value by value from those that it reads. */
function computed({ graph, tensors, input }: OpWitness): ReadonlyMap<string, MapValues> {
  const maps = new Map<string, MapValues>();
  for (const node of graph.nodes) {
    const shape = shapeOf(node);
    if (node.op.kind === 'input') {
      maps.set(node.id, { shape, values: input });
      continue;
    }
    const inputs = node.inputs.map(({ id }) => valueAt(maps, id));
    const [, width, channels] = shape;
    const values = Float64Array.from({ length: shape[0] * width * channels }, (_, at) => {
      const pixel = Math.floor(at / channels);
      const place = { row: Math.floor(pixel / width), column: pixel % width, channel: at % channels };
      return pixelOf(node, inputs, layerWeightsOf(node, tensors), place).value;
    });
    maps.set(node.id, { shape, values });
  }
  return maps;
}

function shapeOf({ shape: { height, width, channels } }: Node) {
  return [height, width, channels] as const;
}

describe.each(opWitnesses.map(foldedWitness))('$name', (witness) => {
  const { graph, tensors, output } = witness;
  const maps = computed(witness);

  test('every value is what PyTorch computes', () => {
    expect(largestDifference(valueAt(maps, graph.output.id).values, output)).toBeLessThan(2e-5);
  });

  test('the partial maps and the bias add up to each output map', () => {
    for (const node of graph.nodes) {
      if (!hasTrait(node.op, 'isWeightLayer')) continue;
      const map = valueAt(maps, inputOf(node).id);
      const values = valueAt(maps, node.id);
      for (let channel = 0; channel < node.shape.channels; channel += 1) {
        const parts = contributionsOf(node.op, map, layerWeightsOf(node, tensors), node.shape, channel, 2);
        const shown = [...parts.greatest, ...(parts.rest === null ? [] : [parts.rest])];
        const added = parts.sum.map((_, at) => shown.reduce((sum, each) => sum + (each.values[at] ?? NaN), parts.bias));
        const wanted = Array.from(added, (_, at) => values.values[at * node.shape.channels + channel] ?? NaN);
        expect(largestDifference(added, wanted)).toBeLessThan(1e-9);
        expect(shown.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    }
  });
});
