import { expect, test } from 'vitest';
import { convolution } from '../../nets/explorables/convolution';
import type { Explorable } from '../../nets/explorables/explorable';
import { fullyConnectedLayer } from '../../nets/explorables/fullyConnectedLayer';
import { equalWidth } from '../../nets/explorables/guidelines';
import { inceptionWalk } from '../../nets/explorables/inceptionWalk';
import { mirroredResidual } from '../../nets/explorables/mirroredResidual';
import { shortenedTail } from '../../nets/explorables/shortenedTail';
import { shuffleUnits } from '../../nets/explorables/shuffleUnits';
import { splitConvolution } from '../../nets/explorables/splitConvolution';
import { stridedConvolution } from '../../nets/explorables/stridedConvolution';
import { weighedResidual } from '../../nets/explorables/weighedResidual';
import { xceptionFlow } from '../../nets/explorables/xceptionFlow';
import type { Choice } from '../../nets/parameter';
import { efficientNetFamily } from '../../nets/papers/efficientNetFamily';
import { compressedBytes, float32Bytes } from '../../nets/readings/compressedSize';
import { growthOf } from '../../nets/readings/compoundScaling';
import { costOf, type Cost } from '../../nets/readings/cost';
import { sharedStep } from './xception/sharedStep';

/** Holds to its figure what a prompt of the chapters says, in these words. */
function claim(words: string, hold: () => void): void {
  test(`“${words}” is what the figure computes`, hold);
}

/** The costs of a block and of what it replaces, at the values of a press. */
function costsAt(explorable: Explorable, choice: Choice): { readonly ours: Cost; readonly theirs: Cost } {
  const { block, replaced = block } = explorable.at(choice);
  return { ours: costOf(block), theirs: costOf(replaced) };
}

function sumOf({ layers }: Cost, part: string, figure: 'params' | 'macs'): number {
  return layers.filter(({ node }) => node.id.includes(part)).reduce((sum, layer) => sum + layer[figure], 0);
}

const inner = { inChannels: 512, outChannels: 512, kernel: 3, stride: 1, resolution: 14 };

claim('37.7 million weights in one layer', () => {
  const { params } = costOf(fullyConnectedLayer.graph({ resolution: 6, inChannels: 256, outFeatures: 4096 }));
  expect((params / 1e6).toFixed(1)).toBe('37.7');
});

claim('Params and MACs fall to a twelfth', () => {
  const walked = { inChannels: 12, outChannels: 12, kernel: 3, stride: 1, resolution: 28 };
  const [one, twelve] = [1, 12].map((groups) => costOf(convolution.graph({ ...walked, groups })));
  expect(one?.macs).toBe(12 * (twelve?.macs ?? 0));
  expect(one?.params).toBe(12 * (twelve?.params ?? 0));
});

claim('the kernel is evaluated at one position in sixteen', () => {
  const at = { kernel: 3, resolution: 16, padding: 'symmetric' };
  const [one, four] = [1, 4].map((stride) => costOf(stridedConvolution.graph({ ...at, stride })).macs);
  expect(one).toBe(16 * (four ?? 0));
});

claim('462 M multiply-adds become 52.3 M, and 2.36 M weights become 0.27', () => {
  const { ours, theirs } = costsAt(splitConvolution, inner);
  const millions = [theirs.macs, ours.macs, theirs.params, ours.params].map((count) => count / 1e6);
  expect(millions.map((count) => Number(count.toPrecision(3)))).toEqual([462, 52.3, 2.36, 0.269]);
});

claim('384 channels, a 10×10 map, 15.1 M', () => {
  const { ours } = costsAt(splitConvolution, { ...inner, inChannels: 384, outChannels: 384, resolution: 10 });
  expect((ours.macs / 1e6).toFixed(1)).toBe('15.1');
});

claim('now splitting costs more than it saves', () => {
  const { ours, theirs } = costsAt(splitConvolution, { ...inner, outChannels: 1 });
  expect(ours.macs).toBeGreaterThan(theirs.macs);
});

claim('the more splitting saves, up to 49 times', () => {
  const saved = [3, 5, 7].map((kernel) => {
    const { ours, theirs } = costsAt(splitConvolution, { ...inner, kernel });
    return theirs.macs / ours.macs;
  });
  expect(saved).toEqual(saved.toSorted((a, b) => a - b));
  expect(saved.at(-1)).toBeLessThan(49);
});

claim('standard 3×3 costs 27 times as much as the depthwise 3×3', () => {
  const { ours, theirs } = costsAt(mirroredResidual, {
    ...{ inChannels: 160, outChannels: 160, expansion: 6, stride: 1, resolution: 7 },
  });
  const largest = (cost: Cost, kernel: number): number =>
    Math.max(
      ...cost.layers.flatMap(({ node: { op }, macs }) => (op.kind === 'conv' && op.kernel[0] === kernel ? [macs] : [])),
    );
  expect(Math.round(largest(theirs, 3) / largest(ours, 3))).toBe(27);
});

const early = { inChannels: 40, expandedChannels: 120, outChannels: 40, kernel: 5, resolution: 28, stride: 1 };
const late = { inChannels: 160, expandedChannels: 960, outChannels: 160, kernel: 5, resolution: 7, stride: 1 };

claim('The side path holds over a third of the params and a thousandth of the multiply-adds', () => {
  const { ours, theirs } = costsAt(weighedResidual, { ...early, squeezeDivisor: 4, activation: 'relu' });
  expect(1 - theirs.params / ours.params).toBeGreaterThan(1 / 3);
  expect(1 - theirs.params / ours.params).toBeLessThan(0.4);
  expect(1000 * (sumOf(ours, 'squeezeExcite', 'macs') / ours.macs)).toBeCloseTo(1, 0);
});

claim('Now more than half of the params belong to the gates', () => {
  const { ours, theirs } = costsAt(weighedResidual, { ...late, squeezeDivisor: 4, activation: 'hardSwish' });
  expect(1 - theirs.params / ours.params).toBeGreaterThan(0.5);
});

claim('the gates need 4× fewer params', () => {
  const [fourth, sixteenth] = [4, 16].map((squeezeDivisor) =>
    sumOf(costOf(weighedResidual.graph({ squeezeDivisor })), 'squeezeExcite', 'params'),
  );
  expect((fourth ?? 0) / (sixteenth ?? 1)).toBeCloseTo(4, 0);
});

claim('It saves less, and its params grow as well', () => {
  const small = { inChannels: 96, lastChannels: 576, projectedChannels: 192, headChannels: 1024, resolution: 7 };
  const [thin, wide] = [costsAt(shortenedTail, small), costsAt(shortenedTail, {})];
  expect(thin.ours.params).toBeGreaterThan(thin.theirs.params);
  expect(thin.theirs.macs - thin.ours.macs).toBeGreaterThan(0);
  expect(thin.theirs.macs - thin.ours.macs).toBeLessThan(wide.theirs.macs - wide.ours.macs);
});

claim('819,200 elements, exactly the bound', () => {
  const at = equalWidth.graph({ balanced: 128, inChannels: 128, resolution: 56 });
  expect(costOf(at).memoryAccess).toBe(819_200);
});

claim('1.4× fewer multiply-adds, but 2.7× less memory access', () => {
  const { ours, theirs } = costsAt(shuffleUnits, {
    ...{ figure: 'c', channelsV2: 116, groups: 8, channelsV1: 384, resolution: 28 },
  });
  expect((theirs.macs / ours.macs).toFixed(1)).toBe('1.4');
  expect((theirs.memoryAccess / ours.memoryAccess).toFixed(1)).toBe('2.7');
});

claim('its dense 1×1 convolutions need more multiply-adds than grouped ones', () => {
  const { ours, theirs } = costsAt(shuffleUnits, { figure: 'c', channelsV2: 240, channelsV1: 240, groups: 3 });
  expect(ours.macs).toBeGreaterThan(theirs.macs);
});

claim('cutting its output into segments moves as many elements as that saves', () => {
  const { inChannels, outChannels, towers, resolution } = sharedStep;
  const [apart, shared] = ['simplified', 'shared'].map((step) => costOf(inceptionWalk.graph({ ...sharedStep, step })));
  expect(shared?.macs).toBe(apart?.macs);
  expect(shared?.memoryAccess).toBe(apart?.memoryAccess);
  expect((towers - 1) * inChannels * resolution ** 2).toBe(2 * outChannels * resolution ** 2);
});

claim('the 3×3 part costs a quarter of what it did with three', () => {
  const spatial = (towers: number): number =>
    costOf(inceptionWalk.graph({ step: 'shared', towers })).layers.reduce(
      (sum, { node: { op }, macs }) => sum + (op.kind === 'conv' && op.kernel[0] === 3 ? macs : 0),
      0,
    );
  expect(spatial(3)).toBe(4 * spatial(12));
});

claim('nearly all that remains is the 1×1 convolution', () => {
  const { layers, macs } = costOf(inceptionWalk.graph({ step: 'extreme' }));
  const dense = layers.find(({ node: { op } }) => op.kind === 'conv' && op.kernel[0] === 1);
  expect((dense?.macs ?? 0) / macs).toBeGreaterThan(0.95);
});

claim('The last module widens to 2048 channels and has no shortcut', () => {
  const { nodes } = xceptionFlow.graph({ module: 'exit2', width: 1 });
  expect(nodes.at(-1)?.shape.channels).toBe(2048);
  expect(nodes.some(({ op }) => op.kind === 'add')).toBe(false);
});

claim('four times smaller, and that is all', () => {
  expect(float32Bytes(1e6) / compressedBytes(1e6, { bits: 8, kept: 1, indexBits: 0 })).toBe(4);
});

claim('the rule gives more than B4 has, whose factors are smaller', () => {
  const four = growthOf({ depth: 4, width: 4, resolution: 4 });
  const [b0, b4] = ['B0', 'B4'].map((wanted) => efficientNetFamily.find(({ name }) => name === wanted));
  expect(four.macs).toBeGreaterThan((b4?.macsMillions ?? 0) / (b0?.macsMillions ?? 1));
  expect(four.depth).toBeGreaterThan(b4?.depth ?? Infinity);
});
