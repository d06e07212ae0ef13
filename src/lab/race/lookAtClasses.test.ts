import { expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { alexNet } from '../../nets/models/alexNet';
import { foldedGraph } from '../../nets/weights/fold';
import { classRacer, viewsOf } from './lookAtClasses';

test('only the picture, the last maps, what h-swish reads and the logits are read', () => {
  const racer = classRacer(1, foldedGraph(builtGraph(mobileNetV3)));
  expect(racer && viewsOf(racer).map(({ id }) => id)).toEqual([
    'input',
    'tail.expand.activation',
    'tail.head',
    'classifier',
  ]);
});

test('a convolutional head is read as its own maps', () => {
  const racer = classRacer(1, foldedGraph(builtGraph(squeezeNet)));
  expect(racer && viewsOf(racer).map(({ id }) => id)).toEqual(['input', 'conv10.activation', 'pool10']);
});

test('a network that flattens its last maps has no class map', () => {
  expect(classRacer(1, foldedGraph(builtGraph(alexNet)))).toBeUndefined();
});
