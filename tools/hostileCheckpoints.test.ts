import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const maker = fileURLToPath(new URL('../../shared/fixtures/hostile/checkpoints.py', import.meta.url));
const megabyte = 2 ** 20;

type Measured = {
  readonly fileBytes: number;
  readonly seconds: number;
  readonly memoryBytes: number;
  readonly text: string;
};

// The growth of a process is read from /proc. Without the maker, hostile.test.ts of the formats has small files of each kind.
const canMeasure = existsSync(maker) && existsSync('/proc/self/clear_refs');

describe.skipIf(!canMeasure)('the files of ../shared/fixtures/hostile', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'featherweight-hostile-'));
    execFileSync('python3', [maker, folder], { stdio: 'ignore' });
  }, 300_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('are each read or refused, with a place, within 3 times their size + 32 MB', () => {
    const rows = readdirSync(folder).map((file) => ({ file, ...measured(join(folder, file)) }));
    expect(rows.length).toBeGreaterThan(30);
    for (const { file, fileBytes, seconds, memoryBytes, text } of rows) {
      const figures = [fileBytes / megabyte, memoryBytes / megabyte, seconds].map((figure) =>
        figure.toFixed(2).padStart(8),
      );
      process.stdout.write(`${file.padEnd(30)} ${figures.join(' ')}  ${text.slice(0, 120)}\n`);
    }
    const over = rows.filter(({ fileBytes, memoryBytes }) => memoryBytes > 3 * fileBytes + 32 * megabyte);
    expect(over).toEqual([]);
    const placeless = rows.filter(({ text }) => !/^(read: .+|refused: .+ \([^()]+\))$/s.test(text));
    expect(placeless).toEqual([]);
    // 2 s for each 10 MB and the catalogue to compare with, times ten for a machine that does other things.
    expect(rows.filter(({ fileBytes, seconds }) => seconds > 20 + (2 * fileBytes) / megabyte)).toEqual([]);
  }, 600_000);
});

/** Opens a file in a new process. */
function measured(path: string): Measured {
  const args = ['--import', 'tsx', 'tools/fixtures/readMeasured.ts', path];
  const printed: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 120_000 }));
  if (!isMeasured(printed)) throw new Error(`${path}: printed something else`);
  return printed;
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'text' in value && 'memoryBytes' in value;
}
