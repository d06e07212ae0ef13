import { expect, test } from 'vitest';
import { convolution } from './convolution';
import { knobMeanings } from './knobMeanings';

test('each knob of a convolution changes the numbers that bear its name', () => {
  const node = convolution.graph({}).output.id;
  const meanings = knobMeanings(convolution, node);
  expect(meanings['inChannels']).toEqual(['inChannels']);
  expect(meanings['outChannels']).toEqual(['outChannels']);
  expect(meanings['kernel']?.toSorted()).toEqual(['kernelHeight', 'kernelWidth']);
  // MACs depend on the output map alone, the elements read on the input map.
  expect(meanings['stride']?.toSorted()).toEqual(['outHeight', 'outWidth']);
  expect(meanings['resolution']?.toSorted()).toEqual(['inHeight', 'inWidth', 'outHeight', 'outWidth']);
  expect(meanings['groups']).toContain('groups');
});

test('no knob changes a node that is not there', () => {
  expect(Object.values(knobMeanings(convolution, 'nowhere')).flat()).toEqual([]);
});
