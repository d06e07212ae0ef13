import { expect, it } from 'vitest';
import { channelShuffleWalk } from '../../../nets/explorables/channelShuffle';
import { convolution } from '../../../nets/explorables/convolution';
import { fireModule } from '../../../nets/explorables/fireModule';
import { inceptionWalk } from '../../../nets/explorables/inceptionWalk';
import { stridedConvolution } from '../../../nets/explorables/stridedConvolution';
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

it('opens no question of a chapter: no step sets a figure that answers one unasked', () => {
  const [pointwise, speed] = [tourSteps[4], tourSteps[7]];
  expect(pointwise?.query).toEqual({ at: 'pointwise-share' });
  expect(speed?.query).toEqual({ at: 'speed' });
  expect(pressedAddress(8)).toBe(tourAddress(8));
});
