import { describe, expect, test } from 'vitest';
import type { Result } from '../../nets/result';
import { layersOf } from '../checkpoint/layersOf';
import { readingBudget, type Budget, type Cost } from './bytes/budget';
import type { HostileFile } from './fixtures/hostile/hostileFile';
import { hostileKeras } from './fixtures/hostile/hostileKeras';
import { hostileOnnx } from './fixtures/hostile/hostileOnnx';
import { hostilePickles } from './fixtures/hostile/hostilePickles';
import { hostileSafetensors } from './fixtures/hostile/hostileSafetensors';
import { parseKeras } from './keras/keras';
import { parseOnnx } from './onnx/onnx';
import type { TensorFile } from './parseTensorFile';
import { parsePytorch } from './pytorch/pytorch';
import { parseSafetensors } from './safetensors/safetensors';

type Parse = (bytes: Uint8Array, where: string, budget: Budget) => Result<TensorFile>;

const groups: readonly (readonly [string, Parse, readonly HostileFile[]])[] = [
  ['HDF5', parseKeras, hostileKeras()],
  ['PyTorch', parsePytorch, hostilePickles()],
  ['safetensors', parseSafetensors, hostileSafetensors()],
  ['ONNX', parseOnnx, hostileOnnx()],
];

describe.each(groups)('a hostile %s file', (_, parse, files) => {
  test.each(files)('costs no more than its budget: $name', ({ bytes, reason }) => {
    const budget = readingBudget(bytes.length);
    const before = heldBytes();
    const result = parse(bytes, 'file', budget);
    const grown = heldBytes() - before;
    if (reason === null) expect(result.ok && layersOf(result.value).ok).toBe(true);
    else {
      expect(result.ok ? 'was read' : result.error).toMatch(reason);
      expect(result.ok ? 'was read' : result.error).toMatch(/^file: .+ \([^()]+\)$/s);
    }
    // A refused file is over by its last charge at most.
    const costs: readonly Cost[] = ['work', 'memory', 'values'];
    for (const cost of costs) expect(budget.spent[cost]).toBeLessThan(2 * budget.limits[cost] + 1e6);
    expect(grown).toBeLessThan(3 * bytes.length + 32 * 2 ** 20);
  });
});

test('a file may cost in proportion to its size', () => {
  const [small, large] = [readingBudget(1000), readingBudget(1e9)];
  for (const { limits } of [small, large]) expect(limits.memory).toBeGreaterThan(2 * 2 ** 20);
  expect(small.limits.memory).toBeLessThan(32 * 2 ** 20);
  expect(large.limits.memory).toBeLessThan(3e9);
});

/** Memory in use, with what has not been collected yet. */
function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
