import { expect, test } from 'vitest';
import { mobileNetV2Paper } from '../../nets/papers/mobileNetV2';
import { publishedNetworks } from './publishedNetworks';

test('lists each network with a published accuracy once, by its paper first', () => {
  const networks = publishedNetworks();
  const names = networks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(networks.find(({ name }) => name === 'mobilenet-v2')?.figure).toMatchObject({
    top1: 72,
    sources: [mobileNetV2Paper],
  });
  expect(names).toEqual(
    expect.arrayContaining(['alexnet', 'vgg16', 'inception-v3', 'xception', 'squeezenet', 'shufflenet-v2:width=0.5']),
  );
});
