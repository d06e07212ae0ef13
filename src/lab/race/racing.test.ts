import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from '../../run/weights/manifest';
import { feedGroup } from '../feed/feedGroup';
import { runnableName } from '../networks/runnable';
import { racersOf } from './racers';
import { racingGroups, racingOf, top1Of } from './racing';

test('the fastest is first, those without a time last', () => {
  const racers = racersOf('mobilenet-v1,squeezenet,xception', []);
  const frames = feedGroup();
  const feeds = new Map(racers.map((racer) => [runnableName(racer), frames.add(runnableName(racer), String)]));
  const timings = { preprocessMs: 1, inferenceMs: 2, readbackMs: 1, captureMs: 1 };
  const push = (name: string, endToEndMs: number): void =>
    feeds.get(name)?.push({
      classification: { network: 1, top: [], likely: [], logits: null, timings },
      timings: { ...timings, endToEndMs },
      shownPerSecond: 0,
      droppedFrames: 0,
    });
  push('squeezenet', 30);
  push('xception', 20);
  const racing = racingOf(racers, [], frames.summaries());
  expect(racing.map(({ runnable }) => runnableName(runnable))).toEqual(['xception', 'squeezenet', 'mobilenet-v1']);
});

const [everyday, imageNet] = ['squeezenet-everyday64', 'mobilenet-v2-imagenet'].map((name) => {
  const url = new URL(`../../../public/weights/${name}/manifest.json`, import.meta.url);
  const manifest = parseManifest(JSON.parse(readFileSync(url, 'utf8')));
  if (!manifest.ok) throw new Error(manifest.error);
  return manifest.value;
});
const trained = [everyday, imageNet].filter((manifest) => manifest !== undefined);

test('racers of the same classes are together, ImageNet first, those without weights last', () => {
  const racers = racersOf('squeezenet,squeezenet-everyday64,mobilenet-v2-imagenet', trained);
  const groups = racingGroups(racingOf(racers, [], feedGroup().summaries()));
  expect(groups.map(({ of, racing }) => [of, racing.map(({ runnable }) => runnableName(runnable))])).toEqual([
    ['imagenet', ['mobilenet-v2-imagenet']],
    ['everyday', ['squeezenet-everyday64']],
    ['noGuesses', ['squeezenet']],
  ]);
});

test('an accuracy is that of the weights, and only at the resolution that they were tested at', () => {
  const names = 'squeezenet-everyday64,squeezenet-everyday64:resolution=96,mobilenet-v2-imagenet,squeezenet';
  expect(racersOf(names, trained).map(top1Of)).toEqual([everyday?.accuracy?.top1, undefined, 0.71878, undefined]);
  expect(everyday?.accuracy?.top1).toBeGreaterThan(0.5);
});
