import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Executor } from '../device/executor';
import { wasmExecutor } from '../fixtures/wasmExecutor';
import { readLogits } from './fixtures/recognisedLogits';

/** A model that a script has written, and what its framework gives for the image of official_case.py. */
type Cell = {
  readonly title: string;
  /** A file or a folder. */
  readonly file: string;
  readonly net: string;
  readonly options: Readonly<Record<string, string | number>>;
  readonly resolution: number;
  readonly logits?: readonly number[];
  /** What the refusal says, where the network is none of the app's. */
  readonly refused?: string;
};

// A folder that makeKerasMatrix.py has written, or another script of its kind.
const folder = process.env['MATRIX'] ?? '';
const listed = join(folder, 'cells.json');
const cells = folder !== '' && existsSync(listed) ? cellsOf(JSON.parse(readFileSync(listed, 'utf8'))) : [];

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(cells.length === 0)('every model of a matrix of frameworks, networks and options', () => {
  let executor: Executor;
  const lines: string[] = [];

  beforeAll(async () => {
    executor = await wasmExecutor();
  });

  afterAll(() => {
    executor.dispose();
    process.stdout.write(`${lines.sort().join('\n')}\n${lines.length} cells\n`);
  });

  test.each(cells)('$title', async ({ title, file, net, options, resolution, logits, refused }) => {
    const run = await readLogits(executor, join(folder, file), resolution);
    if (!run.ok) {
      lines.push(`${title.padEnd(50)} ${refused === undefined ? 'REFUSED' : 'refused'}: ${run.error}`);
      expect(run.error).toMatch(new RegExp(refused ?? 'nothing is refused', 'i'));
      return;
    }
    const wanted = logits ?? [];
    const largest = Math.max(...wanted.map(Math.abs));
    const off = Math.max(...wanted.map((value, index) => Math.abs(value - (run.value.logits[index] ?? NaN)))) / largest;
    lines.push(`${title.padEnd(50)} ${run.value.found.model.id} off by ${off.toExponential(1)} of the largest logit`);
    expect(refused).toBeUndefined();
    expect(run.value.found.model.id).toBe(net);
    expect(run.value.found.options).toMatchObject(options);
    expect(off).toBeLessThan(1e-3);
  });
});

function cellsOf(json: unknown): readonly Cell[] {
  if (!Array.isArray(json)) throw new Error('cells.json is no list');
  return json.filter(isCell);
}

function isCell(cell: unknown): cell is Cell {
  return typeof cell === 'object' && cell !== null && 'title' in cell && 'file' in cell && 'net' in cell;
}
