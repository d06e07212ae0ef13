import { expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { scalar } from '../stated/affine';
import { statedFrom } from '../stated/fixtures/statedFrom';
import type { StatedNode } from '../stated/statedGraph';
import { statedNode } from '../stated/statedNode';
import { statedFit, statedSettings } from './statedFit';

const candidate = { model: mobileNetV2, options: {} };
const flipped = (image: StatedNode) => statedNode('bgr', { kind: 'reverseChannels' }, [image]);
const scaled = (image: StatedNode) =>
  statedNode('scaled', { kind: 'affine', scale: scalar('scale', 2), shift: scalar('shift', -1) }, [flipped(image)]);

/** Where the mean comes from, and the normalisation, of a file that does this to its pixels first. */
function read(change: (image: StatedNode) => StatedNode) {
  const stated = statedFrom(builtGraph(mobileNetV2), { scaled: change });
  const fit = statedFit(candidate, stated, { flattens: 'channelsFirst' });
  if (!fit.ok) throw new Error(JSON.stringify(fit.error));
  const assumed = [{ name: 'mean', value: '0.485,0.456,0.406', from: 'assumed' }] as const;
  const [mean] = statedSettings(assumed, fit.value, { options: {}, chosen: {} });
  return { mean, normalisation: fit.value.normalisation };
}

test('a flip of the colours alone leaves mean and deviation assumed', () => {
  const { mean, normalisation } = read(flipped);
  expect(normalisation).toBeUndefined();
  expect(mean).toEqual({ name: 'mean', value: '0.485,0.456,0.406', from: 'assumed' });
});

test('a scaling with it gives them', () => {
  expect(read(scaled).mean).toEqual({ name: 'mean', value: '0.5,0.5,0.5', from: 'file' });
});
