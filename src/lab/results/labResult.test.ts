import { expect, test } from 'vitest';
import { csvText } from '../../nets/readings/spreadsheet';
import type { LoadReport } from '../../run/engine/engineCalls';
import type { FrameSummary } from '../feed/frameFeed';
import { runnableOf } from '../networks/runnable';
import { countedOf, labResultOf } from './labResult';
import { english } from './fixtures/english';
import { numberFields } from './numberFields';
import { parseLabResult } from './parseLabResult';
import { resultRows } from './resultFiles';
import { resultCode } from './resultCode';
import { resultOfCode } from './resultOfCode';

/** Every figure is another number, so that no two can be taken for one another. */
const summary: FrameSummary = {
  top: [],
  latency: {
    partsMs: { capture: 1, preprocess: 2, inference: 3, readback: 4, handover: 5 },
    endToEndMs: 15,
    endToEndP95Ms: 19,
    inferenceP95Ms: 7,
    historyMs: [],
    partsHistoryMs: [],
    frames: 42,
  },
  shownPerSecond: 29.5,
  droppedFrames: 6,
};

const report: LoadReport = {
  network: 1,
  choice: { id: 'squeezenet', options: {}, resolution: 96, weights: null },
  device: { backend: 'wasm', adapter: 'SIMD, 2 threads', softwareAdapter: false, whyNotWebgpu: null },
  downloadMs: 100,
  compileMs: 200,
  firstFrameMs: 300,
  labels: null,
  manifest: null,
  memory: { tensors: 9, bytes: 8_000_000 },
};

/** 21 September 2026, 14:13:20 UTC. */
const nowMs = 1_790_000_000_400;

function measured(changed: Partial<LoadReport> = {}) {
  const runnable = runnableOf('squeezenet:version=1.1:resolution=96', []);
  if (!runnable.ok) throw new Error(runnable.error);
  return labResultOf(runnable.value, { ...report, ...changed }, summary, { browser: 'Firefox 150, macOS', nowMs });
}

test('a result has every measured figure under its own name', () => {
  expect(measured()).toMatchObject({
    backend: 'wasm',
    adapter: 'SIMD, 2 threads',
    browser: 'Firefox 150, macOS',
    figures: {
      dateSeconds: 1_790_000_000,
      frames: 42,
      endToEndMs: 15,
      endToEndP95Ms: 19,
      captureMs: 1,
      preprocessMs: 2,
      inferenceMs: 3,
      inferenceP95Ms: 7,
      readbackMs: 4,
      handoverMs: 5,
      shownPerSecond: 29.5,
      droppedFrames: 6,
      compileMs: 200,
      firstFrameMs: 300,
      memoryBytes: 8_000_000,
    },
  });
  expect(measured().network).toContain('squeezenet');
});

test('half precision makes another adapter, since its times are not comparable', () => {
  const adapter = (halfPrecision: 'absent' | 'off' | 'on') =>
    measured({ device: { ...report.device, adapter: 'a card', halfPrecision } }).adapter;
  expect([adapter('on'), adapter('off'), adapter('absent')]).toEqual(['a card, half precision', 'a card', 'a card']);
});

test('a saved row has every figure in the column of its name', () => {
  const [header = [], row = []] = resultRows([measured()]);
  const saved = Object.fromEntries(header.map((name, column) => [String(name), row[column]]));
  expect(saved).toMatchObject({
    ...{ date: '2026-09-21T14:13:20.000Z', id: 'squeezenet', backend: 'wasm', adapter: 'SIMD, 2 threads' },
    ...{ browser: 'Firefox 150, macOS', frames: 42, endToEndMs: 15, endToEndP95Ms: 19, captureMs: 1 },
    ...{ preprocessMs: 2, inferenceMs: 3, inferenceP95Ms: 7, readbackMs: 4, handoverMs: 5, shownPerSecond: 29.5 },
    ...{ droppedFrames: 6, compileMs: 200, firstFrameMs: 300, memoryBytes: 8_000_000 },
  });
  expect(String(saved['options'])).toContain('version=1.1 ');
  expect(csvText(resultRows([measured()]))).not.toContain('dateSeconds');
});

/** torchvision's documentation: squeezenet1_1 has 1,235,496 parameters. */
test('a saved row has the counted costs of its network', () => {
  const [header = [], row = []] = resultRows([measured()]);
  expect(row[header.indexOf('params')]).toBe(1_235_496);
  const counted = countedOf(measured());
  if (!counted.ok) throw new Error(counted.error);
  expect(row[header.indexOf('macs')]).toBe(counted.value.macs);
  expect(row[header.indexOf('memoryAccess')]).toBe(counted.value.memoryAccess);
  expect(counted.value.macs).toBeGreaterThan(counted.value.memoryAccess);
});

test('a link brings every figure back under its own name', () => {
  expect(resultOfCode(resultCode(measured()))).toEqual({ ok: true, value: measured() });
});

/** Links that a class has pasted into its documents stay readable: figures are found by their place. */
test('a link of last year still reads as it was written', () => {
  const code =
    '1~squeezenet:version=1.1:resolution=96~wasm~SIMD,+2+threads~Firefox+150,+macOS~' +
    'tlpvr4~42~15~19~1~2~3~7~4~5~29.5~6~200~300~8000000';
  expect(resultOfCode(code)).toMatchObject({
    ok: true,
    value: { adapter: 'SIMD, 2 threads', figures: { ...measured().figures, dateSeconds: parseInt('tlpvr4', 36) } },
  });
});

test.each(numberFields)('a result whose %s is missing, negative or no number is refused by that name', (field) => {
  for (const value of [undefined, -1, NaN, Infinity, '3', null]) {
    const figures = { ...measured().figures, [field]: value };
    const parsed = parseLabResult({ ...measured(), figures });
    expect(parsed.ok ? '' : english(parsed.error)).toContain(field);
  }
});

test.each(['network', 'adapter', 'browser'])('a result whose %s is no text is refused by that name', (name) => {
  const parsed = parseLabResult({ ...measured(), [name]: 7 });
  expect(parsed.ok ? '' : english(parsed.error)).toBe(`${name} is not text (got 7)`);
});

test('a figure of zero is a figure', () => {
  const figures = { ...measured().figures, droppedFrames: 0, captureMs: 0 };
  expect(parseLabResult({ ...measured(), figures }).ok).toBe(true);
  expect([parseLabResult(null).ok, parseLabResult([]).ok, parseLabResult('a').ok]).toEqual([false, false, false]);
});
