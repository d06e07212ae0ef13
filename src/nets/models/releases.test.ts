import { expect, test } from 'vitest';
import type { Choice } from '../parameter';
import { mobileNetV1 } from './mobileNetV1';
import { mobileNetV3 } from './mobileNetV3';
import { builtGraph, type Model } from './model';

const ops = (model: Model, choice: Choice) => builtGraph(model, choice).nodes;
const channels = (choice: Choice, id: string) =>
  ops(mobileNetV3, choice).find((node) => node.id === id)?.shape.channels;

/** `mobilenet_v3_small(width_mult=0.75)` of torchvision 0.20, `mobilenetv3_small_050` of timm 1.0. */
test('MobileNet V3 is as wide as each release rounds it', () => {
  const small = { size: 'small', width: 0.75 };
  // 88 * 0.75 is 66, nearest to 64. The input of 24 * 0.75 stays 24, since 16 is a tenth less; times 88 / 24 it is 88.
  expect(channels({ ...small, implementation: 'torchvision' }, 'block3.expand.conv')).toBe(64);
  expect(channels({ ...small, implementation: 'paper' }, 'block3.expand.conv')).toBe(88);
  expect(channels({ ...small, implementation: 'torchvision' }, 'tail.head')).toBe(768);
  expect(channels({ ...small, implementation: 'paper' }, 'tail.head')).toBe(1024);
  expect(channels({ size: 'small', width: 0.5, implementation: 'timm' }, 'stem.conv')).toBe(16);
  expect(channels({ size: 'small', width: 0.5, implementation: 'paper' }, 'stem.conv')).toBe(8);
});

test('all releases of MobileNet V3 have the same shapes at width 1', () => {
  const shapes = (implementation: string) => ops(mobileNetV3, { implementation }).map(({ shape }) => shape);
  expect(shapes('torchvision')).toEqual(shapes('paper'));
  expect(shapes('timm')).toEqual(shapes('paper'));
});

test('a gate before the activation is in blocks that expand, and changes no shape of a weight', () => {
  const kinds = (gate: string, block: string) =>
    ops(mobileNetV3, { size: 'small', gate })
      .filter(({ id }) => id.startsWith(`${block}.`))
      .map(({ id }) => id.slice(block.length + 1))
      .filter((id) => id === 'squeezeExcite.scale' || id === 'depthwise.activation');
  expect(kinds('before', 'block1')).toEqual(['depthwise.activation', 'squeezeExcite.scale']);
  expect(kinds('before', 'block4')).toEqual(['squeezeExcite.scale', 'depthwise.activation']);
  expect(kinds('after', 'block4')).toEqual(['depthwise.activation', 'squeezeExcite.scale']);
});

test('every activation of MobileNet V1 is the chosen one', () => {
  const used = (choice: Choice) =>
    new Set(ops(mobileNetV1, choice).flatMap(({ op }) => (op.kind === 'activation' ? [op.function] : [])));
  expect(used({})).toEqual(new Set(['relu6']));
  expect(used({ activation: 'relu' })).toEqual(new Set(['relu']));
});
