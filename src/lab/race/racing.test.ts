import { expect, test } from 'vitest';
import { feedGroup } from '../feed/feedGroup';
import { runnableName } from '../networks/runnable';
import { racersOf } from './racers';
import { racingOf } from './racing';

test('the fastest is first, those without a time last, and each keeps its colour', () => {
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
  expect(racing.map(({ runnable, series }) => [runnableName(runnable), series])).toEqual([
    ['xception', 3],
    ['squeezenet', 2],
    ['mobilenet-v1', 1],
  ]);
});
