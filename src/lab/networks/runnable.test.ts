import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shuffleNetV2 } from '../../nets/models/shuffleNetV2';
import { defaultsOf } from '../../nets/parameter';
import { parseManifest, type Manifest } from '../../run/weights/manifest';
import {
  networkChoiceOf,
  runnableMisfit,
  runnableName,
  runnableOf,
  runnableTitle,
  smallerResolution,
  trainedInstead,
  weightsOf,
  withResolution,
  withWeights,
} from './runnable';

const trained = ['shufflenet-v2-everyday64', 'squeezenet-everyday64', 'mobilenet-v3-small-everyday64'].map(manifestOf);

test('weights are found by the options of a network, for any number of classes', () => {
  const runnable = withWeights({ model: shuffleNetV2, choice: defaultsOf(shuffleNetV2.options) }, trained);
  expect(runnable.manifest?.name).toBe('shufflenet-v2-everyday64');
  expect(networkChoiceOf(runnable)).toMatchObject({
    id: 'shufflenet-v2',
    options: { width: 1, classes: 64 },
    resolution: 224,
    weights: 'shufflenet-v2-everyday64',
  });
});

test('options without weights run on random weights', () => {
  const runnable = valueOf('shufflenet-v2:width=0.5');
  expect(runnable.manifest).toBeNull();
  expect(networkChoiceOf(runnable)).toMatchObject({ options: { width: 0.5 }, resolution: 224, weights: null });
  expect(runnableTitle(runnable)).toBe('ShuffleNet V2 0.5×');
});

test.each([
  'shufflenet-v2-everyday64',
  'shufflenet-v2-everyday64:resolution=96',
  'shufflenet-v2:width=0.5',
  'mobilenet-v3-small-everyday64',
  'xception:resolution=128',
])('%s is parsed and written back unchanged', (name) => {
  expect(runnableName(valueOf(name))).toBe(name);
});

test('the name of a weights folder implies its resolution', () => {
  const { resolution } = manifestOf('squeezenet-everyday64');
  expect(resolution).not.toBe(224);
  expect(networkChoiceOf(valueOf('squeezenet-everyday64'))).toMatchObject({ id: 'squeezenet', resolution });
});

test('a network that cannot run is refused with a sentence', () => {
  expect(runnableOf('shufflenet-v9', trained)).toMatchObject({ ok: false });
  expect(runnableOf('mobilenet-v1:resolution=512', trained)).toEqual({
    ok: false,
    error: 'mobilenet-v1: resolution is out of what runs here (got 512, wanted 64 to 299)',
  });
});

test('the smaller resolution is half the side, down to the smallest that the network accepts', () => {
  const runnable = valueOf('mobilenet-v1');
  expect(smallerResolution(runnable)).toBe(112);
  expect(smallerResolution(withResolution(runnable, 64))).toBeNull();
});

test('the weights of a network are those trained for it, and no others', () => {
  expect(weightsOf('squeezenet', trained).map(({ name }) => name)).toEqual(['squeezenet-everyday64']);
  expect(weightsOf('mobilenet-v1', trained)).toEqual([]);
});

test('options without weights lead back to the weights of as many classes', () => {
  const other = valueOf('squeezenet:version=1.0:classes=64');
  expect(other.manifest).toBeNull();
  expect(trainedInstead(other, trained)?.manifest?.name).toBe('squeezenet-everyday64');
  expect(trainedInstead(valueOf('vgg16'), trained)).toBeNull();
});

test('every name that does not run has a reason, and no other has one', () => {
  expect(runnableMisfit('nonsense', trained)).toMatchObject({ kind: 'noSuchNetwork', id: 'nonsense' });
  expect(runnableMisfit('squeezenet-everyday64:depth=3', trained)).toMatchObject({
    misfit: { kind: 'noSuchParameter', name: 'depth' },
  });
  expect(runnableMisfit('vgg16:resolution=1000', trained)).toMatchObject({
    misfit: { name: 'resolution', got: '1000', used: 299, legal: { minimum: 64, maximum: 299 } },
  });
  for (const name of [
    'squeezenet',
    'squeezenet-everyday64:resolution=96',
    'nonsense',
    'vgg16:resolution=1000',
    'vgg16:',
  ])
    expect(runnableMisfit(name, trained) === undefined).toBe(runnableOf(name, trained).ok);
});

function valueOf(name: string) {
  const runnable = runnableOf(name, trained);
  if (!runnable.ok) throw new Error(runnable.error);
  return runnable.value;
}

function manifestOf(name: string): Manifest {
  const file = new URL(`../../../public/weights/${name}/manifest.json`, import.meta.url);
  const manifest = parseManifest(JSON.parse(readFileSync(file, 'utf8')));
  if (!manifest.ok) throw new Error(manifest.error);
  return manifest.value;
}
