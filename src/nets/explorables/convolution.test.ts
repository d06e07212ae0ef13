import { expect, test } from 'vitest';
import { conv, input } from '../build';
import { graphOf } from '../graph';
import { costOf } from '../readings/cost';
import { fullyConnectedOnMap } from './convolution';

test('a fully connected layer uses each weight once: as a convolution whose window is the whole map, without padding', () => {
  const cost = costOf(fullyConnectedOnMap({ inChannels: 12, outChannels: 10, resolution: 28 }));
  expect(cost.params).toBe(28 * 28 * 12 * 10);
  expect(cost.macs).toBe(cost.params);
  const map = input({ height: 28, width: 28, channels: 12 });
  const asConvolution = costOf(graphOf(conv('conv', map, { outChannels: 10, kernel: 28, padding: 'valid' })));
  expect(asConvolution.params).toBe(cost.params);
  expect(asConvolution.macs).toBe(cost.macs);
});
