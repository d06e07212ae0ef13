import { expect, test } from 'vitest';
import { csvText } from '../../nets/readings/spreadsheet';
import { browserName } from './browserName';
import { english } from './fixtures/english';
import type { LabResult } from './labResult';
import { readResults } from './readResults';
import { resultRows, resultsJson } from './resultFiles';
import { resultCode, resultLink } from './resultCode';
import { resultOfCode } from './resultOfCode';

const measured: LabResult = {
  network: 'mobilenet-v2:width=0.5:classes=64:resolution=96',
  backend: 'webgpu',
  adapter: 'intel gen-12lp, a~b & "c" 100%',
  browser: 'Chrome 156, Linux',
  figures: {
    dateSeconds: 1_790_000_000,
    frames: 100,
    endToEndMs: 12.34567,
    endToEndP95Ms: 20,
    captureMs: 1,
    preprocessMs: 2,
    inferenceMs: 7.5,
    inferenceP95Ms: 9,
    readbackMs: 0.5,
    handoverMs: 1,
    shownPerSecond: 29.97,
    droppedFrames: 3,
    compileMs: 1234,
    firstFrameMs: 56,
    memoryBytes: 12_345_678,
  },
};

test('a link has every figure to four digits, and is short enough to scan', () => {
  const link = resultLink(measured, 'https://example.org/featherweight/');
  expect(link.length).toBeLessThan(330);
  expect(readResults(`mine: ${link}\nthanks`).found).toEqual([
    {
      ok: true,
      value: {
        ...measured,
        adapter: measured.adapter.replace('~', ' '),
        figures: { ...measured.figures, endToEndMs: 12.35, memoryBytes: 12_350_000 },
      },
    },
  ]);
});

test('links and codes are found within other text', () => {
  const text = [resultLink(measured, 'https://a.b/'), resultCode(measured), 'nothing here'].join(' \n');
  expect(readResults(text).found.map(({ ok }) => ok)).toEqual([true, true]);
  expect(readResults('hello').found).toEqual([]);
});

test('JSON is read back, without its counted costs', () => {
  expect(readResults(resultsJson([measured, measured])).found).toEqual([
    { ok: true, value: measured },
    { ok: true, value: measured },
  ]);
  expect(JSON.parse(resultsJson([measured]))).toMatchObject([
    { id: 'mobilenet-v2', options: { width: 0.5 }, date: '2026-09-21T14:13:20.000Z' },
  ]);
});

test('CSV has one row per result, quoted where needed', () => {
  const [header = '', row = '', end] = csvText(resultRows([measured])).split('\r\n');
  expect(header).toMatch(/^date,network,id,options,backend,adapter,browser,params,macs,memoryAccess,frames,/);
  expect(row).toContain('"intel gen-12lp, a~b & ""c"" 100%"');
  expect(end).toBe('');
});

test.each([
  [resultCode({ ...measured, network: 'no-such-network' }), /no such network/],
  [resultCode(measured).replace('~12.35~', '~fast~'), /endToEndMs is not a number/],
  ['2~x', /unknown kind of code/],
])('%s is refused with a sentence', (code, sentence) => {
  const result = resultOfCode(code);
  expect(result.ok ? '' : english(result.error)).toMatch(sentence);
});

test('user agents give the names of browser and system', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(browserName(chrome)).toBe('Chrome 156, Linux');
  expect(browserName(`${chrome} Edg/156.0`)).toBe('Edge 156, Linux');
  const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';
  expect(browserName(safari)).toBe('Safari 19.0, iOS');
});
