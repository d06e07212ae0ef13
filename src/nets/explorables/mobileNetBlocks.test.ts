import { describe, expect, test } from 'vitest';
import { mobileNetV3 } from '../models/mobileNetV3';
import { costOf } from '../readings/cost';
import type { Explorable } from './explorable';
import type { Choice } from '../parameter';
import { firstFilters } from './firstFilters';
import { mirroredResidual } from './mirroredResidual';
import { shortenedTail } from './shortenedTail';
import { splitConvolution } from './splitConvolution';
import { weighedResidual } from './weighedResidual';

function costs(explorable: Explorable, wanted: Choice = {}) {
  const { block, replaced } = explorable.at(wanted);
  if (replaced === undefined) throw new Error('nothing to compare with');
  return { block: costOf(block), replaced: costOf(replaced) };
}

describe('the split convolution', () => {
  test.each([
    // MobileNets, arXiv:1704.04861, Table 3: an inner layer, then the width and the resolution multiplier on it.
    [{}, 462, 52.3, 2.36, 0.27],
    [{ inChannels: 384, outChannels: 384 }, undefined, 29.6, undefined, 0.15],
    [{ inChannels: 384, outChannels: 384, resolution: 10 }, undefined, 15.1, undefined, 0.15],
  ])('reproduces the rows of Table 3 at %o', (wanted, standardMacs, splitMacs, standardParams, splitParams) => {
    const { block, replaced } = costs(splitConvolution, wanted);
    const weights = (cost: typeof block) => cost.layers.reduce((sum, layer) => sum + layer.weights, 0) / 1e6;
    expect(block.macs / 1e6).toBeCloseTo(splitMacs, 1);
    expect(weights(block)).toBeCloseTo(splitParams, 2);
    if (standardMacs !== undefined) expect(Math.round(replaced.macs / 1e6)).toBe(standardMacs);
    if (standardParams !== undefined) expect(weights(replaced)).toBeCloseTo(standardParams, 2);
  });

  test.each([
    [64, 3, 1],
    [512, 5, 1],
    [128, 7, 2],
    [1, 3, 1],
  ])('costs 1/N + 1/k^2 of the standard one (N = %i, k = %i, stride %i)', (outChannels, kernel, stride) => {
    const { block, replaced } = costs(splitConvolution, {
      inChannels: 32,
      outChannels,
      kernel,
      stride,
      resolution: 28,
    });
    expect(block.macs / replaced.macs).toBeCloseTo(1 / outChannels + 1 / kernel ** 2, 12);
  });
});

describe('the mirrored residuals', () => {
  test('with the same two widths they differ only in the 3x3 convolution', () => {
    const { block, replaced } = costs(mirroredResidual, {
      inChannels: 24,
      outChannels: 24,
      expansion: 6,
      resolution: 56,
    });
    const pixels = 56 * 56;
    expect(replaced.macs - block.macs).toBe(pixels * (9 * 24 * 24 - 9 * 144));
  });

  test('expansion 1 has no expansion convolution', () => {
    const graph = mirroredResidual.graph({ expansion: 1 });
    expect(graph.nodes.some((node) => node.id === 'inverted.expand.conv')).toBe(false);
  });

  test('there is a shortcut only at stride 1 between equal widths', () => {
    const joins = (wanted: Choice) => mirroredResidual.graph(wanted).nodes.some((node) => node.op.kind === 'add');
    expect([joins({}), joins({ stride: 2 }), joins({ outChannels: 32 })]).toEqual([true, false, false]);
  });
});

describe("MobileNet V3's changes", () => {
  test('the redesigned tail saves 34.3 million multiply-adds and costs half a million params', () => {
    const { block, replaced } = costs(shortenedTail);
    expect(replaced.macs - block.macs).toBe(34_317_760);
    expect(block.params - replaced.params).toBe(499_520);
    const whole = (tail: string) => {
      const graph = mobileNetV3.build({ tail });
      if (!graph.ok) throw new Error(graph.error);
      return costOf(graph.value);
    };
    expect(whole('original').macs - whole('redesigned').macs).toBe(34_317_760);
    expect(whole('redesigned').params - whole('original').params).toBe(499_520);
  });

  test('16 first filters instead of 32 save the 10 million multiply-adds of section 5.1', () => {
    const { block, replaced } = costs(firstFilters);
    expect((replaced.macs - block.macs) / 1e6).toBeCloseTo(10.4, 1);
  });

  test('the default squeeze is that of block 12 of V3-Large: 168, a quarter of 672', () => {
    const graph = weighedResidual.graph({});
    const node = graph.nodes.find(({ id }) => id === 'block.squeezeExcite.reduce.conv');
    expect(node?.shape).toEqual({ height: 1, width: 1, channels: 168 });
  });
});
