import { expect, test } from 'vitest';
import { latencyWindow } from './latencyWindow';

const frame = { captureMs: 1, preprocessMs: 2, inferenceMs: 10, readbackMs: 3, endToEndMs: 18 };

test('there is no latency before the first frame', () => {
  expect(latencyWindow().latency()).toBeNull();
});

test('the handover is end to end minus the measured parts', () => {
  const window = latencyWindow();
  window.add(frame);
  expect(window.latency()).toEqual({
    partsMs: { capture: 1, preprocess: 2, inference: 10, readback: 3, handover: 2 },
    endToEndMs: 18,
    endToEndP95Ms: 18,
    inferenceP95Ms: 10,
    historyMs: [18],
    partsHistoryMs: [{ capture: 1, preprocess: 2, inference: 10, readback: 3, handover: 2 }],
    frames: 1,
  });
});

test('one slow frame among many does not change the median', () => {
  const window = latencyWindow();
  for (let index = 0; index < 10; index += 1) window.add(frame);
  window.add({ ...frame, inferenceMs: 500, endToEndMs: 508 });
  expect(window.latency()?.partsMs.inference).toBe(10);
  expect(window.latency()?.frames).toBe(11);
});

test('the 95th percentile shows what the median hides', () => {
  const window = latencyWindow();
  for (let index = 0; index < 90; index += 1) window.add(frame);
  for (let index = 0; index < 10; index += 1) window.add({ ...frame, inferenceMs: 50, endToEndMs: 58 });
  expect(window.latency()).toMatchObject({ endToEndMs: 18, endToEndP95Ms: 58, inferenceP95Ms: 50 });
});

test('only the last hundred frames count', () => {
  const window = latencyWindow();
  for (let index = 0; index < 100; index += 1) window.add(frame);
  for (let index = 0; index < 100; index += 1) window.add({ ...frame, inferenceMs: 20, endToEndMs: 28 });
  expect(window.latency()).toMatchObject({ endToEndMs: 28, frames: 100 });
});
