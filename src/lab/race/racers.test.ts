import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from '../../run/weights/manifest';
import { runnableName } from '../networks/runnable';
import { nextRacer, racersName, racersOf, raceSize } from './racers';

test('an address names the racers, each once, and what names none is left out', () => {
  const racers = racersOf('mobilenet-v1,squeezenet,mobilenet-v1,mobilenet-v9', []);
  expect(racers.map(runnableName)).toEqual(['mobilenet-v1', 'squeezenet']);
  expect(racersOf(racersName(racers), []).map(runnableName)).toEqual(racers.map(runnableName));
});

test('no more race than can be told apart', () => {
  const names = Array.from({ length: 12 }, (_, index) => `mobilenet-v1:resolution=${String(96 + 8 * index)}`);
  expect(racersOf(names.join(','), [])).toHaveLength(raceSize.max);
});

test('the next racer is one that does not race yet', () => {
  const racers = racersOf('squeezenet:resolution=96,mobilenet-v1:resolution=96', []);
  const next = nextRacer(racers, []);
  expect(next).toBeDefined();
  expect(racers.map(runnableName)).not.toContain(next === undefined ? '' : runnableName(next));
});

test('without weights the next racer is a lightweight network, and at 96 pixels', () => {
  const next = nextRacer([], []);
  expect(next === undefined ? '' : runnableName(next)).toBe('squeezenet:resolution=96');
});

test('all lightweight networks can join one after another, and no baseline', () => {
  const racers = [];
  for (let next = nextRacer([], []); next !== undefined; next = nextRacer(racers, [])) racers.push(next);
  expect(racers.map(({ network }) => network.model.id)).toEqual([
    ...['squeezenet', 'xception', 'shufflenet-v1', 'shufflenet-v2'],
    ...['mobilenet-v1', 'mobilenet-v2', 'mobilenet-v3', 'efficientnet-lite0'],
  ]);
});

test('a race starts with three designs on ImageNet', () => {
  const weights = new URL('../../../public/weights/', import.meta.url);
  const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, weights), 'utf8'));
  const index = json('index.json');
  const trained = (Array.isArray(index) ? index : []).flatMap((name) => {
    const manifest = parseManifest(json(`${String(name)}/manifest.json`));
    return manifest.ok ? [manifest.value] : [];
  });
  expect(racersName(racersOf(null, trained))).toBe(
    'efficientnet-lite0-imagenet,mobilenet-v2-imagenet,squeezenet-imagenet',
  );
});
