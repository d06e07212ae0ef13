import { expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { bottlenecksOf } from '../../nets/readings/bottlenecks';
import { gateCounts, gatesThatSwitch } from '../../viz/chapters/gateProfile';
import { gatedBlocks, gatedMaps } from './gates';

test('the gates are those of the blocks of MobileNet V3-Large that have squeeze-and-excite, one a channel', () => {
  const blocks = bottlenecksOf(builtGraph(mobileNetV3)).filter(({ squeezeChannels }) => squeezeChannels !== undefined);
  expect(gatedBlocks.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  for (const [at, { gates }] of gatedBlocks.entries()) {
    expect(gates.coffee).toHaveLength(blocks[at]?.expandedChannels ?? 0);
    expect(gates.chelsea).toHaveLength(blocks[at]?.expandedChannels ?? 0);
    for (const gate of [...gates.coffee, ...gates.chelsea]) expect(gate >= 0 && gate <= 1).toBe(true);
  }
});

test('early gates are open, those in the middle weigh, and the last shut most channels, others for another photograph', () => {
  const of = (id: string) => gatedBlocks.find((block) => block.id === id)?.gates;
  for (const photo of ['coffee', 'chelsea'] as const) {
    const shares = (id: string) => {
      const gates = of(id)?.[photo] ?? [];
      const { shut, partly, open } = gateCounts(gates);
      return { shut: shut / gates.length, partly: partly / gates.length, open: open / gates.length };
    };
    expect(shares('block4').open).toBeGreaterThan(0.5);
    for (const middle of ['block5', 'block6', 'block11', 'block12']) expect(shares(middle).partly).toBeGreaterThan(0.7);
    expect(shares('block15').shut).toBeGreaterThan(0.85);
  }
  const { coffee = [], chelsea = [] } = of('block15') ?? {};
  expect(gatesThatSwitch(coffee, chelsea)).toBeGreaterThan(20);
});

test('every map has its pixels, and a gate', () => {
  expect(gatedMaps.channels).toHaveLength(8);
  for (const { values } of gatedMaps.channels) {
    expect(values).toHaveLength(gatedMaps.side ** 2);
    expect(Math.max(...values)).toBe(1);
  }
  expect(gatedMaps.channels[0]?.gate).toBe(gatedBlocks.find(({ id }) => id === gatedMaps.block)?.gates.coffee[0]);
});
