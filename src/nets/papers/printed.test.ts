import { expect, test } from 'vitest';

/**
 * Nothing but the paper itself can tell whether a printed figure was copied right, so every figure is kept a second
 * time, as text. A line that changes is to be compared with its source.
 */
const files = Object.entries(
  import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test.ts'], { eager: true }),
)
  .filter(([path]) => !path.endsWith('/published.ts'))
  .map(([path, exports]) => [path.slice(2, -3), printedIn(exports)] as const)
  .filter(([, lines]) => lines.length > 0);

test.each(files)('%s prints what it printed when its sources were read', async (name, lines) => {
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

/** Whatever a file exports but its functions, a line for each item of its tables. */
function printedIn(exports: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(exports)
    .filter(([, value]) => typeof value !== 'function')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => linesOf(name, value));
}

function linesOf(name: string, value: unknown): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  if (rows.some(isObject)) return rows.map((row) => `${name}: ${JSON.stringify(row)}`);
  if (rows.length > 0 || !isObject(value)) return [`${name}: ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([field, part]) => linesOf(`${name}.${field}`, part));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
