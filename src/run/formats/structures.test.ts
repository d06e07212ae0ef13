import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Result } from '../../nets/result';
import { layersOf } from '../checkpoint/layersOf';
import { readingBudget, type Budget } from './bytes/budget';
import { builtKeras } from './fixtures/built/builtKeras';
import { builtOnnx } from './fixtures/built/builtOnnx';
import { builtPytorch } from './fixtures/built/builtPytorch';
import { builtSafetensors } from './fixtures/built/builtSafetensors';
import { builtTflite } from './fixtures/built/builtTflite';
import { builtTfjs, parseBuiltTfjs } from './fixtures/built/builtTfjs';
import type { BuiltFile } from './fixtures/built/fileWriter';
import { plans, type Plan } from './fixtures/built/plan';
import { faults, spoiledFile } from './fixtures/built/spoiledFile';
import { parseKeras } from './keras/keras';
import { parseOnnx } from './onnx/onnx';
import type { TensorFile, TensorFormat } from './parseTensorFile';
import { parsePytorch } from './pytorch/pytorch';
import { parseSafetensors } from './safetensors/safetensors';
import { parseTflite } from './tflite/tflite';

type Built = {
  readonly build: (plan: Plan) => BuiltFile;
  readonly parse: (bytes: Uint8Array, where: string, budget: Budget) => Result<TensorFile>;
};

/** A record, so that a format without a builder does not compile. */
const formats: Readonly<Record<TensorFormat, Built>> = {
  safetensors: { build: builtSafetensors, parse: parseSafetensors },
  pytorch: { build: builtPytorch, parse: parsePytorch },
  keras: { build: builtKeras, parse: parseKeras },
  tflite: { build: builtTflite, parse: parseTflite },
  tfjs: { build: builtTfjs, parse: parseBuiltTfjs },
  onnx: { build: builtOnnx, parse: parseOnnx },
};

// `npm run fuzz` builds twenty times as many. FUZZ_SEED repeats a run.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

vi.setConfig({ testTimeout: 600_000 });

describe.each(Object.entries(formats))('a %s file that is built', (format, { build, parse }) => {
  test.each([0, 1, 2, 3])('is read when nothing is wrong with it, variant %i', (variant) => {
    for (const plan of [1, 7, 50].flatMap((parts) => [false, true].map((isShared) => ({ parts, isShared, variant })))) {
      const result = parse(build(plan).bytes, 'file', readingBudget(build(plan).bytes.length));
      expect(result).toMatchObject({ ok: true });
      expect(result.ok && result.value.tensors.length).toBeGreaterThanOrEqual(1);
    }
  });

  test('is read or refused within its budget when lengths, counts and references are wrong', () => {
    const worst = { ms: 0, megabytes: 0, refused: 0 };
    fc.assert(
      fc.property(plans, faults, (plan, wrong) => {
        const bytes = spoiledFile(build(plan), wrong);
        const budget = readingBudget(bytes.length);
        const [before, start] = [heldBytes(), performance.now()];
        const result = parse(bytes, 'file', budget);
        if (result.ok) layersOf(result.value);
        const [grown, ms] = [heldBytes() - before, performance.now() - start];
        worst.ms = Math.max(worst.ms, ms);
        worst.megabytes = Math.max(worst.megabytes, grown / 2 ** 20);
        if (grown > 3 * bytes.length + 32 * 2 ** 20) throw new Error(`${grown} bytes for a file of ${bytes.length}`);
        if (result.ok) return;
        worst.refused += 1;
        if (!/^file: .+ \(.+\)$/s.test(result.error)) throw new Error(`no place in: ${result.error}`);
      }),
      { numRuns, seed },
    );
    const figures = `${worst.refused} refused, at worst ${worst.ms.toFixed(0)} ms and ${worst.megabytes.toFixed(1)} MB`;
    process.stdout.write(`${format}: ${numRuns} files from seed ${seed}, ${figures}\n`);
    expect(worst.refused).toBeGreaterThan(numRuns / 4);
    expect(worst.ms).toBeLessThan(10_000);
  });
});

/** Memory in use, with what has not been collected yet. */
function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
