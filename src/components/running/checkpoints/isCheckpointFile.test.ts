import { expect, test } from 'vitest';
import { isCheckpointFile } from './isCheckpointFile';

test('weights are recognised by their ending, in upper or lower case', () => {
  for (const name of [
    'a.pth',
    'checkpoint.pth.tar',
    'last.ckpt',
    'MODEL.H5',
    'model.v2.safetensors',
    'x.tflite',
    'x.onnx',
  ]) {
    expect(isCheckpointFile({ name, type: '' })).toBe(true);
  }
});

test('pictures, videos and everything else are not weights', () => {
  expect(isCheckpointFile({ name: 'cat.png', type: 'image/png' })).toBe(false);
  expect(isCheckpointFile({ name: 'film.bin', type: 'video/mp4' })).toBe(false);
  expect(isCheckpointFile({ name: 'homework.docx', type: '' })).toBe(false);
});
