import { describe, expect, test } from 'vitest';
import { mobileNetV1 } from '../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { vgg16 } from '../../nets/models/vgg16';
import { efficientNetLite0 } from '../../nets/models/efficientNetLite0';
import { shuffleNetV2 } from '../../nets/models/shuffleNetV2';
import type { StoredTensor } from '../weights/stateDict';
import type { CheckpointLayers, Naming } from './checkpointLayers';
import { namesakeOf } from './namesake';
import { publisherConventionsOf, timmKindOf } from './publisherConventions';

function tensor(name: string, ...shape: readonly number[]): StoredTensor {
  const data = Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, index) => index);
  return { name, shape, data };
}

describe('what a publisher assumes', () => {
  const from = (naming: Naming, more: Partial<CheckpointLayers> = {}): CheckpointLayers => ({
    naming,
    orders: [],
    flattens: 'channelsFirst',
    ...more,
  });
  const imageNet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
  const centred = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] };
  const around = { mean: [127, 127, 127].map((mean) => mean / 255), std: [128, 128, 128].map((std) => std / 255) };

  test.each([
    [
      'torchvision',
      mobileNetV2,
      from('pytorch'),
      'weights.pth',
      { padding: 'symmetric', normalisation: imageNet, isBgr: false },
    ],
    [
      'timm',
      mobileNetV2,
      from('timm'),
      'mobilenetv2_100.pth',
      { padding: 'symmetric', normalisation: imageNet, isBgr: false, epsilon: 1e-5 },
    ],
    [
      "timm's conversions of TensorFlow",
      mobileNetV2,
      from('timm'),
      'tf_mobilenet.pth',
      { padding: 'same', normalisation: centred, isBgr: false, epsilon: 1e-3 },
    ],
    [
      'Megvii',
      shuffleNetV2,
      from('megvii'),
      'snet.pth',
      { padding: 'symmetric', normalisation: { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] }, isBgr: true },
    ],
    [
      "Keras's VGG",
      vgg16,
      from('keras', { padding: 'same', normalisation: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } }),
      'vgg16.h5',
      {
        isBgr: true,
        normalisation: { mean: [123.68 / 255, 116.779 / 255, 103.939 / 255], std: [1 / 255, 1 / 255, 1 / 255] },
      },
    ],
    [
      "Keras's MobileNet",
      mobileNetV1,
      from('keras', { padding: 'same', normalisation: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } }),
      'mobilenet.h5',
      { padding: 'same', isBgr: false, normalisation: centred },
    ],
    [
      'TensorFlow',
      mobileNetV2,
      from('tensorflow'),
      'a.tflite',
      { padding: 'same', normalisation: centred, isBgr: false },
    ],
    [
      'lukemelas',
      efficientNetLite0,
      from('lukemelas'),
      'efficientnet-lite0.pth',
      { padding: 'same', normalisation: around, epsilon: 1e-3 },
    ],
    [
      'a file that says itself',
      mobileNetV2,
      from('tensorflow', { padding: 'symmetric', normalisation: { mean: [0, 0, 0], std: [1, 1, 1] } }),
      'a.tflite',
      { padding: 'symmetric', normalisation: { mean: [0, 0, 0], std: [1, 1, 1] } },
    ],
  ])('is known of %s', (_, model, checkpoint, fileName, conventions) => {
    expect(publisherConventionsOf(model, checkpoint, { fileName })).toMatchObject(conventions);
  });

  test('a folder counts only with the whole name of a network', () => {
    const kindOf = (fileName: string) => timmKindOf({ fileName });
    expect(kindOf('/tf_course/mobilenetv3_small_100.safetensors')).toBe('plain');
    expect(kindOf('/tf_course/model.safetensors')).toBeUndefined();
    expect(kindOf('/hub/models--timm--tf_mobilenetv3_small_100.in1k/snapshots/1a/model.safetensors')).toBe('tf');
    expect(kindOf('/tf_mobilenetv3_small_100/mobilenetv3_small_100.pth')).toBe('plain');
  });

  test('a name that begins with tf_ counts in any folder, one that only contains it does not', () => {
    const paddingOf = (name: string) => publisherConventionsOf(mobileNetV2, from('timm'), { fileName: name }).padding;
    expect(['tf_a.pth', 'weights/tf_a.pth', 'my_tf_a.pth'].map(paddingOf)).toEqual(['same', 'same', 'symmetric']);
  });
});

/** torchvision's AlexNet begins with 64 filters of 11x11, then 192 of 5x5; the one of 2012 with 96 and 256. */
test('a namesake is told by its first filters, or by the names of its joins', () => {
  const file = (...tensors: readonly StoredTensor[]) => ({ format: 'pytorch', tensors }) as const;
  const [first, second] = [tensor('a', 64, 3, 11, 11), tensor('b', 192, 64, 5, 5)];
  expect(namesakeOf(file(first, second))).toBe('torchvisionAlexNet');
  expect(namesakeOf(file(first))).toBeUndefined();
  expect(namesakeOf(file(second))).toBeUndefined();
  const keras = (...names: readonly string[]) =>
    ({ format: 'keras', tensors: [], layers: names.map((name) => ({ name, weights: [] })) }) as const;
  expect(namesakeOf(keras('mixed0', 'mixed10'))).toBe('kerasInceptionV3');
  expect(namesakeOf(keras('mixed0', 'mixed9'))).toBeUndefined();
});
