import { expect, test } from 'vitest';
import * as alexNet from './alexNet';
import * as efficientNetLite0 from './efficientNetLite0';
import * as inceptionV3 from './inceptionV3';
import * as mobileNetV1 from './mobileNetV1';
import * as mobileNetV2 from './mobileNetV2';
import * as mobileNetV3 from './mobileNetV3';
import * as relatedPapers from './relatedPapers';
import * as releases from './releases';
import * as shuffleNetV1 from './shuffleNetV1';
import * as shuffleNetV2 from './shuffleNetV2';
import * as squeezeNet from './squeezeNet';
import * as vgg16 from './vgg16';
import * as xception from './xception';

/**
 * Nothing but the paper itself can tell whether a printed figure was copied right, so every figure is kept a second
 * time, as text. A line that changes is to be compared with its source.
 */
const files: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = Object.entries({
  alexNet,
  efficientNetLite0,
  inceptionV3,
  mobileNetV1,
  mobileNetV2,
  mobileNetV3,
  relatedPapers,
  releases,
  shuffleNetV1,
  shuffleNetV2,
  squeezeNet,
  vgg16,
  xception,
});

test.each(files)('%s prints what it printed when its sources were read', async (name, exports) => {
  await expect(`${printedIn(exports).join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
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
