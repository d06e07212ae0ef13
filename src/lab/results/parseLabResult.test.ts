import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../nets/readings/spreadsheet';
import { hostileJson } from '../../run/fixtures/hostileJson';
import { english } from './fixtures/english';
import type { LabResult } from './labResult';
import { numberFields } from './numberFields';
import { parseLabResult } from './parseLabResult';
import { readResults } from './readResults';
import { resultCode } from './resultCode';
import { resultOfCode } from './resultOfCode';
import { resultRows, resultsJson } from './resultFiles';
import { printableText } from './resultText';

const measured: LabResult = {
  network: 'mobilenet-v2:width=0.5:classes=64:resolution=96',
  backend: 'wasm',
  adapter: 'SIMD, 2 threads',
  browser: 'Chrome 156, Linux',
  figures: {
    dateSeconds: 1_790_000_000,
    frames: 100,
    endToEndMs: 12.3,
    endToEndP95Ms: 20,
    captureMs: 1,
    preprocessMs: 2,
    inferenceMs: 7.5,
    inferenceP95Ms: 9,
    readbackMs: 0.5,
    handoverMs: 1,
    shownPerSecond: 29.9,
    droppedFrames: 3,
    compileMs: 1234,
    firstFrameMs: 56,
    memoryBytes: 12_350_000,
  },
};

test.each([
  [{ figures: { ...measured.figures, inferenceMs: NaN } }, 'inferenceMs is not a number (got NaN)'],
  [{ figures: { ...measured.figures, inferenceMs: Infinity } }, 'inferenceMs is not a number (got Infinity)'],
  [{ figures: { ...measured.figures, inferenceMs: -1 } }, 'inferenceMs is out of range (got -1, wanted 0.001–3600000)'],
  [{ figures: { ...measured.figures, inferenceMs: 1e300 } }, 'inferenceMs is out of range'],
  [{ figures: { ...measured.figures, inferenceMs: '7' } }, 'inferenceMs is not a number (got "7")'],
  [{ figures: { ...measured.figures, frames: 0.5 } }, 'frames is not a whole number (got 0.5)'],
  [{ figures: { ...measured.figures, dateSeconds: 1e15 } }, 'dateSeconds is out of range'],
  [{ figures: { ...measured.figures, memoryBytes: 1e300 } }, 'memoryBytes is out of range'],
  [{ figures: [] }, 'figures is not an object (got […])'],
  [{ date: '2026-02-30T10:00:00.000Z' }, 'date is none that exists (got "2026-02-30T10:00:00.000Z")'],
  [{ date: '2026-13-01' }, 'date is none that exists'],
  [{ date: 'yesterday' }, 'date is none that exists'],
  [{ backend: 'abacus' }, 'no such backend (got "abacus", wanted webgpu, wasm)'],
  [{ backend: ['wasm'] }, 'no such backend (got […]'],
  [{ adapter: 'x'.repeat(301) }, 'adapter is too long (got 301 characters, wanted 300 at most)'],
  [{ adapter: '\ud800 lone' }, 'adapter has characters that cannot be printed'],
  [{ adapter: 'a\u200bb' }, 'adapter has characters that cannot be printed'],
  [{ adapter: 'a\u200fb' }, 'adapter has characters that cannot be printed'],
  [{ browser: '\u061c' }, 'browser has characters that cannot be printed'],
  [{ browser: '\ufeffChrome' }, 'browser has characters that cannot be printed'],
  [{ figures: { ...measured.figures, inferenceMs: 1e-300 } }, 'inferenceMs is out of range'],
  [{ figures: { ...measured.figures, inferenceMs: 0 } }, 'inferenceMs is out of range (got 0, wanted 0.001–3600000)'],
  [{ figures: { ...measured.figures, captureMs: 1e-9 } }, 'captureMs is out of range (got 1e-9, wanted 0, 0.001–'],
  [{ figures: { ...measured.figures, compileMs: 3_600_001 } }, 'compileMs is out of range'],
  [{ figures: { ...measured.figures, shownPerSecond: 1e-300 } }, 'shownPerSecond is out of range'],
  [{ adapter: 'a\u0000b' }, 'adapter has characters that cannot be printed'],
  [{ browser: '\u202eemorhC' }, 'browser has characters that cannot be printed'],
  [{ browser: { toString: 1 } }, 'browser is not text (got {…})'],
  [{ network: 'mobilenet-v9' }, 'network: no such network (got mobilenet-v9)'],
  [{ network: 'mobilenet-v2:width=1e999' }, 'width of MobileNet V2 has no such value (got 1e999'],
  [{ network: 'mobilenet-v2:__proto__=1' }, 'MobileNet V2 has no such option (got __proto__, wanted width'],
  [{ network: 'mobilenet-v2:resolution=100000' }, 'resolution of MobileNet V2 has no such value (got 100000, wanted'],
])('a result with %j is refused with its field', (change, sentence) => {
  const result = parseLabResult({ ...measured, ...change });
  expect(result.ok ? '' : english(result.error)).toContain(sentence);
});

test('dates that exist pass, a leap day and the ends of the range among them', () => {
  for (const date of ['2024-02-29', '2026-09-21T14:13:20.000Z'])
    expect(parseLabResult({ ...measured, date }).ok).toBe(true);
  for (const dateSeconds of [0, 4_102_444_800])
    expect(parseLabResult({ ...measured, figures: { ...measured.figures, dateSeconds } }).ok).toBe(true);
});

test('however a result is damaged, it is refused with a short sentence, or it can be saved and read back', () => {
  fc.assert(
    fc.property(hostileJson(measured), (json) => {
      const result = parseLabResult(json);
      if (!result.ok) {
        expect(english(result.error).length).toBeLessThan(600);
        return;
      }
      expect(readResults(resultsJson([result.value])).found).toEqual([result]);
      expect(resultOfCode(resultCode(result.value)).ok).toBe(true);
      for (const cell of csvText(resultRows([result.value]))
        .split('\r\n')[1]
        ?.split(',') ?? [])
        expect(cell).not.toMatch(/^[=+@]/);
    }),
    { numRuns: 500 },
  );
});

test('a code with a figure that is not written as a number is refused', () => {
  const parts = resultCode(measured).split('~');
  for (const wrong of ['', ' 7', '+7', '0X10', '1e+999', '-1', 'NaN', '١٢']) {
    for (const at of [5, 6, 19]) {
      const result = resultOfCode(parts.with(at, wrong).join('~'));
      expect(result.ok ? wrong : english(result.error)).toContain(numberFields[at - 5]);
    }
  }
  expect(resultOfCode([...parts, '7'].join('~'))).toMatchObject({ ok: false });
  expect(resultOfCode(parts.slice(0, -1).join('~'))).toMatchObject({ ok: false });
  expect(resultOfCode(`1~${'x'.repeat(100_000)}`)).toMatchObject({ ok: false });
});

test('whatever a browser calls its adapter, its own results can be read', () => {
  for (const said of [`a\u0000b\n${'é'.repeat(400)}`, 'lone \udc00', '\ud800', `x${'😀'.repeat(200)}`, '\u200e'])
    expect(parseLabResult({ ...measured, adapter: printableText(said) }).ok).toBe(true);
});
