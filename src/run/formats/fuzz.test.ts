import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Result } from '../../nets/result';
import { layersOf } from '../checkpoint/layersOf';
import { smallTflite } from './tflite/fixtures/smallTflite';
import { builtTfjs, parseBuiltTfjs } from './fixtures/built/builtTfjs';
import { parseKeras } from './keras/keras';
import { parseOnnx } from './onnx/onnx';
import type { TensorFile, TensorFormat } from './parseTensorFile';
import { parsePytorch } from './pytorch/pytorch';
import { parseSafetensors, writeSafetensors } from './safetensors/safetensors';
import { parseTflite } from './tflite/tflite';

type Fuzzed = {
  readonly parse: (bytes: Uint8Array, where: string) => Result<TensorFile>;
  /** Valid files by name, one for each version of the format. */
  readonly files: Readonly<Record<string, Uint8Array>>;
};

/** A record, so that a format without files to damage does not compile. */
const fuzzed: Readonly<Record<TensorFormat, Fuzzed>> = {
  safetensors: { parse: parseSafetensors, files: { safetensors: someSafetensors() } },
  pytorch: {
    parse: parsePytorch,
    files: {
      PyTorch: fixture('pytorch/fixtures/state-dict.pth'),
      'legacy PyTorch': fixture('pytorch/fixtures/state-dict-legacy.pth'),
      "PyTorch with a training script's objects": fixture('pytorch/fixtures/training.pth'),
      'a whole module of PyTorch': fixture('pytorch/fixtures/whole-module.pth'),
      'arrays of numpy': fixture('pytorch/fixtures/arrays.pkl'),
    },
  },
  keras: {
    parse: parseKeras,
    files: {
      'Keras 2': fixture('keras/fixtures/keras2-weights.h5'),
      'Keras 3': fixture('keras/fixtures/keras3-model.h5'),
      '.keras': fixture('keras/fixtures/keras3-nested.keras'),
      '.weights.h5': fixture('keras/fixtures/keras3-nested.weights.h5'),
    },
  },
  tflite: { parse: parseTflite, files: { 'TensorFlow Lite': smallTflite() } },
  tfjs: {
    parse: parseBuiltTfjs,
    files: {
      'TensorFlow.js layers': builtTfjs({ parts: 3, isShared: false, variant: 0 }).bytes,
      'TensorFlow.js graph': builtTfjs({ parts: 3, isShared: false, variant: 3 }).bytes,
    },
  },
  onnx: { parse: parseOnnx, files: { ONNX: fixture('onnx/fixtures/small.onnx') } },
};

const seeds = Object.values(fuzzed).flatMap(({ parse, files }) =>
  Object.entries(files).map(([name, file]) => [name, file, parse] as const),
);

/** A change to a file; `at` is a fraction of the file's length. */
type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'overwrite'; readonly at: number; readonly bytes: readonly number[] };

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const cut = fc.record({ kind: fc.constant('cut' as const), at });
const flip = fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) });
/** Lengths, counts, offsets and type codes that no writer produces, in every width. */
const absurd = fc.constantFrom(
  [0xff],
  [0xff, 0xff],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0x80],
  [0, 0, 0, 0, 0, 0, 0, 0],
);
const anything = fc.array(fc.nat(255), { minLength: 1, maxLength: 8 });
const overwrite = fc.record({ kind: fc.constant('overwrite' as const), at, bytes: fc.oneof(absurd, anything) });
const damages = fc.array(fc.oneof(cut, { weight: 4, arbitrary: flip }, { weight: 4, arbitrary: overwrite }), {
  minLength: 1,
  maxLength: 6,
});

vi.setConfig({ testTimeout: 120_000 });

describe.each(seeds)('a damaged %s file', (_format, file, parse) => {
  test('is either read or refused with a reason and a place', () => {
    let refused = 0;
    fc.assert(
      fc.property(damages, (changes) => {
        const bytes = changes.reduce(applyDamage, file);
        const result = parse(bytes, 'file');
        if (result.ok) {
          expectModest(result.value, bytes);
          layersOf(result.value);
          return;
        }
        refused += 1;
        if (!/^file: .+ \(.+\)$/s.test(result.error)) throw new Error(`no place in: ${result.error}`);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

/** All values together have at most twice the size of the file, or four times if stored in one byte each. */
function expectModest({ tensors }: TensorFile, bytes: Uint8Array): void {
  const decoded = tensors.reduce((total, { data }) => total + data.byteLength, 0);
  if (decoded > 4 * bytes.length) throw new Error(`${decoded} bytes of values from a file of ${bytes.length}`);
}

function applyDamage(file: Uint8Array, damage: Damage): Uint8Array {
  const place = Math.floor(damage.at * file.length);
  switch (damage.kind) {
    case 'cut':
      return file.slice(0, place);
    case 'flip':
      return file.length === 0 ? file : file.with(place, (file[place] ?? 0) ^ (1 << damage.bit));
    case 'overwrite': {
      const bytes = file.slice();
      bytes.set(damage.bytes.slice(0, Math.max(0, file.length - place)), place);
      return bytes;
    }
  }
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
}

function someSafetensors(): Uint8Array {
  const tensor = (name: string, ...shape: number[]) => {
    return { name, shape, data: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
  };
  return writeSafetensors([tensor('conv.weight', 4, 3, 1, 1), tensor('conv.bias', 4)], { dtype: 'F32' });
}
