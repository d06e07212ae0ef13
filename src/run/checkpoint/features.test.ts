import { describe, expect, test } from 'vitest';
import { valueAt } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import type { Choice } from '../../nets/parameter';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import { valueOf } from '../fixtures/wasmExecutor';
import { parseSafetensors, writeSafetensors } from '../formats/safetensors/safetensors';
import { randomTensors } from '../weights/randomTensors';
import { openCheckpoint, folderOf } from './openCheckpoint';
import { recognise } from './recognise';
import { numberNames } from './classNames';

/** A safetensors file of a network with names of other code, `000.weight` and so on, in the order of execution. */
function numberedFile(net: string, choice: Choice): Uint8Array {
  const graph = valueOf(valueOf(modelById(net)).build(choice));
  const values = randomTensors(graph);
  const places = new Map<string, number>();
  const tensors = weightTensorsOf(graph).map(({ name }) => {
    const dot = name.lastIndexOf('.');
    const path = name.slice(0, dot);
    const place = places.get(path) ?? places.size;
    places.set(path, place);
    const { shape, data } = valueAt(values, name);
    return { name: `${String(place).padStart(3, '0')}${name.slice(dot)}`, shape, data };
  });
  return writeSafetensors(tensors, { dtype: 'F16' });
}

describe('a network that ends before its classifier', () => {
  test.each([
    ['mobilenet-v2', { width: 0.35 }],
    ['squeezenet', { version: '1.1' }],
    ['mobilenet-v3', { size: 'small', implementation: 'timm' }],
    ['shufflenet-v2', { width: 0.5 }],
  ] as const)('is read as such: %s', (net, choice) => {
    const file = valueOf(parseSafetensors(numberedFile(net, { ...choice, classes: 0 })));
    const { model, options, notes, graph } = valueOf(recognise(file, { fileName: 'features.safetensors' }));
    expect(model.id).toBe(net);
    expect(options).toMatchObject({ ...choice, classes: 0 });
    expect(notes[0]).toEqual({ kind: 'features' });
    expect(graph.output.shape).toMatchObject({ height: 1, width: 1 });
  });

  test('is kept, with a number for each feature', async () => {
    const bytes = numberedFile('mobilenet-v2', { width: 0.35, classes: 0 });
    const opened = valueOf(
      await openCheckpoint(bytes, 'features.safetensors', undefined, undefined, { activation: 'relu6' }),
    );
    expect(opened.file).toMatchObject({ net: 'mobilenet-v2', classes: 0, hasLabels: false });
    const { manifest } = valueOf(await folderOf(opened, numberNames(1280)));
    expect(manifest.options).toMatchObject({ classes: 0, width: 0.35 });
  });

  test('is not made of a whole one', () => {
    const file = valueOf(parseSafetensors(numberedFile('mobilenet-v2', { width: 0.35, classes: 3 })));
    const { options, notes } = valueOf(recognise(file, { fileName: 'whole.safetensors' }));
    expect(options['classes']).toBe(3);
    expect(notes).not.toContainEqual({ kind: 'features' });
  });
});
