import { expect, it } from 'vitest';
import { channelShuffleWalk } from '../../../nets/explorables/channelShuffle';
import { convolution } from '../../../nets/explorables/convolution';
import { fireModule } from '../../../nets/explorables/fireModule';
import { inceptionWalk } from '../../../nets/explorables/inceptionWalk';
import { stridedConvolution } from '../../../nets/explorables/stridedConvolution';
import { inputOf } from '../../../nets/graph';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { convFlavour } from '../../../nets/op';
import { shuffleNetV2Experiments } from '../../../nets/papers/shuffleNetV2';
import { costOf } from '../../../nets/readings/cost';
import { pressedAddress, tourAddress, tourSteps } from './tourSteps';

const explorables = [channelShuffleWalk, convolution, fireModule, inceptionWalk, stridedConvolution];

/** What an address sets on the blocks of its page. */
function knobsIn(address: string) {
  return [...new URLSearchParams(address.split('?')[1])].flatMap(([key, text]) => {
    const [id, knob = ''] = key.split('.');
    const explorable = explorables.find((each) => each.id === id);
    return explorable === undefined
      ? []
      : { explorable, knob, value: Number.isNaN(Number(text)) ? text : Number(text) };
  });
}

/** The costs of the block in an address, and of what it replaces. */
function costsAt(address: string) {
  const knobs = knobsIn(address);
  const wanted = Object.fromEntries(knobs.map(({ knob, value }) => [knob, value]));
  const { block, replaced } = knobs[0]?.explorable.at(wanted) ?? { block: undefined, replaced: undefined };
  if (block === undefined || replaced === undefined) throw new Error(`no explorable in ${address}`);
  return { block: costOf(block), replaced: costOf(replaced) };
}

const numbered = tourSteps.map((_, at) => at + 1);

it('sets only knobs that exist, to values that they have', () => {
  const sets = numbered.flatMap((number) => [tourAddress(number), pressedAddress(number)]).flatMap(knobsIn);
  expect(sets.length).toBeGreaterThan(8);
  for (const { explorable, knob, value } of sets) {
    const taken = Object.entries(explorable.at({ [knob]: value }).values).find(([name]) => name === knob);
    expect([explorable.id, ...(taken ?? [])]).toEqual([explorable.id, knob, value]);
  }
});

it('says true numbers: a quarter, a twelfth, 9.3 times', () => {
  const [slid = 0, slidFast = 0] = [tourAddress(1), pressedAddress(1)].map((address) => costsAt(address).block.macs);
  expect(slid / slidFast).toBe(4);
  const [wired, cut] = [tourAddress(2), pressedAddress(2)].map((address) => costsAt(address).block);
  expect([(wired?.params ?? 0) / (cut?.params ?? 1), (wired?.macs ?? 0) / (cut?.macs ?? 1)]).toEqual([12, 12]);
  const { block, replaced } = costsAt(pressedAddress(3));
  expect((replaced.params / block.params).toFixed(1)).toBe('9.3');
});

it('changes something by the press of every figure', () => {
  for (const number of numbered) expect(pressedAddress(number)).not.toBe(tourAddress(number));
});

it('says true shares, and how many times the multiply-adds of one racer are those of another', () => {
  const cost = costOf(builtGraph(mobileNetV1));
  const [pointwise, depthwise] = (['pointwise', 'depthwise'] as const).map((kind) => {
    const own = cost.layers.filter(
      ({ node }) => node.op.kind === 'conv' && convFlavour(node.op, inputOf(node).shape.channels) === kind,
    );
    return Math.round((100 * own.reduce((sum, { macs }) => sum + macs, 0)) / cost.macs);
  });
  expect([pointwise, depthwise]).toEqual([95, 3]);
  const everyday = { classes: 64, resolution: 128 };
  const [v1 = 0, v2 = 0, shuffle = 1] = [mobileNetV1, mobileNetV2, shuffleNetV2].map(
    (model) => costOf(builtGraph(model, everyday)).macs,
  );
  expect([Math.round(v1 / shuffle), Number((v2 / v1).toFixed(1))]).toEqual([4, 0.5]);
  const row = shuffleNetV2Experiments.networks.filter(({ macsMillions }) => macsMillions >= 140 && macsMillions <= 149);
  const placeOn = (device: 'gpu' | 'arm'): number =>
    row.toSorted((one, other) => other[device] - one[device]).findIndex(({ family }) => family === 'ShuffleNet V1') + 1;
  expect([placeOn('gpu'), placeOn('arm')]).toEqual([row.length, 2]);
});
