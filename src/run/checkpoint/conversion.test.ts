import { describe, expect, test } from 'vitest';
import { conv, input } from '../../nets/build';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';

import { graphOf } from '../../nets/graph';
import type { Choice } from '../../nets/parameter';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { valueOf } from '../fixtures/wasmExecutor';
import { nothingBeside } from '../formats/givenFiles';
import { parseSafetensors, writeSafetensors } from '../formats/safetensors/safetensors';
import { randomTensors } from '../weights/randomTensors';
import { orderedTensors } from '../weights/stateDict';
import { sha256Of } from '../weights/weightsFolder';
import { convertedFolder } from './convertedFolder';
import { folderOf, openCheckpoint } from './openCheckpoint';
import type { Recognised } from './recognise';

const graph = graphOf(conv('conv', input({ height: 2, width: 2, channels: 1 }), { outChannels: 3, kernel: 1 }));
const about = { name: 'mine', license: 'MIT', source: 'a test', publishedTop1: 71.5, labels: ['a', 'b', 'c'] };

function recognisedWith(...values: readonly number[]): Recognised {
  const tensors: TensorValues = new Map([['conv.weight', { shape: [3, 1, 1, 1], data: Float32Array.from(values) }]]);
  return {
    ...{ format: 'onnx', naming: 'onnx', model: squeezeNet, options: { version: '1.1', classes: 3 }, resolution: 96 },
    normalisation: { mean: [0.1, 0.2, 0.3], std: [0.4, 0.5, 0.6] },
    settings: [],
    notes: [],
    graph,
    tensors,
  };
}

/** 65504 is the largest 16-bit float: 1.1111111111 in binary times 2^15. */
describe('a converted folder', () => {
  test('has 16-bit weights, two bytes each, where they fit', async () => {
    const { bytes, manifest } = valueOf(await convertedFolder(recognisedWith(0.5, -65504, 65504), about));
    const [weight] = valueOf(parseSafetensors(bytes)).tensors;
    expect([weight?.name, weight?.shape, [...(weight?.data ?? [])]]).toEqual([
      'conv.weight',
      [3, 1, 1, 1],
      [0.5, -65504, 65504],
    ]);
    expect(new TextDecoder().decode(bytes)).toContain('"F16"');
    expect(manifest.bytes).toBe(bytes.length);
  });

  test('has 32-bit weights where a single one is too large for 16, in either direction', async () => {
    for (const values of [
      [0.5, 65505, 1],
      [70000, 0, 0],
      [0, 0, -65505],
    ]) {
      const { bytes } = valueOf(await convertedFolder(recognisedWith(...values), about));
      expect(new TextDecoder().decode(bytes)).toContain('"F32"');
      expect([...(valueOf(parseSafetensors(bytes)).tensors[0]?.data ?? [])]).toEqual(values);
    }
  });

  test('says in its manifest what was recognised and what was told', async () => {
    const { manifest, labels, bytes } = valueOf(await convertedFolder(recognisedWith(1, 2, 3), about));
    expect(labels).toEqual(['a', 'b', 'c']);
    expect(manifest).toEqual({
      ...{ name: 'mine', license: 'MIT', source: 'a test', publishedTop1: 71.5, net: 'squeezenet', accuracy: null },
      ...{ options: { version: '1.1', classes: 3 }, resolution: 96, mean: [0.1, 0.2, 0.3], std: [0.4, 0.5, 0.6] },
      bytes: bytes.length,
      sha256: await sha256Of(bytes),
    });
  });
});

describe('a file that a person opened', () => {
  const declared = valueOf(mobileNetV2.build({ width: 0.35, classes: 3, resolution: 32 }));
  const bytes = writeSafetensors(orderedTensors(declared, randomTensors(declared)), { dtype: 'F16' });

  async function nameOf(fileName: string): Promise<string> {
    const opened = valueOf(await openCheckpoint(bytes, fileName));
    const { manifest } = valueOf(await folderOf(opened, ['a', 'b', 'c']));
    expect(manifest).toMatchObject({ license: 'unknown', source: fileName, net: 'mobilenet-v2' });
    expect(manifest.name.slice(-8)).toBe(manifest.sha256.slice(0, 8));
    return manifest.name.slice(0, -9);
  }

  test('gives its name to its folder, in letters that an address can have, and the start of its digest', async () => {
    expect(await nameOf('My Model (final).v2.safetensors')).toBe('own-my-model-final-.v2');
    expect(await nameOf('..hidden--.pth')).toBe('own-hidden');
    expect(await nameOf('网络.onnx')).toBe('own-network');
    expect(await nameOf(`${'long'.repeat(20)}.h5`)).toBe(`own-${'long'.repeat(10)}`);
  });

  test('is another network with other settings or with labels of its own, and the same one otherwise', async () => {
    const nameWith = async (chosen: Choice, labels?: readonly string[]): Promise<string> => {
      const opened = valueOf(await openCheckpoint(bytes, 'a.safetensors', undefined, nothingBeside, chosen));
      const recognised = { ...opened.recognised, ...(labels && { labels }) };
      return valueOf(await folderOf({ ...opened, recognised }, ['a', 'b', 'c'])).manifest.name;
    };
    const names = await Promise.all([
      nameWith({}),
      nameWith({ mean: '0.5' }),
      nameWith({ std: '0.5' }),
      nameWith({}, ['x', 'y', 'z']),
      nameWith({}, ['z', 'y', 'x']),
    ]);
    expect(new Set(names).size).toBe(5);
    expect(await nameWith({})).toBe(names[0]);
  });

  test('is described by its network, options, resolution, classes and size', async () => {
    const { file } = valueOf(await openCheckpoint(bytes, 'weights.safetensors'));
    expect(file).toMatchObject({
      ...{ fileName: 'weights.safetensors', fileBytes: bytes.length, format: 'safetensors', net: 'mobilenet-v2' },
      ...{ classes: 3, official: null },
    });
    expect(file.options).not.toHaveProperty('classes');
    expect(file.options).not.toHaveProperty('resolution');
  });
});
