import { failure, type Result } from '../../nets/result';
import { readingBudget, type Budget } from './bytes/budget';
import { nothingBeside, type Beside } from './givenFiles';
import type { KerasFile } from './keras/keras';
import type { OnnxFile } from './onnx/onnx';
import type { PytorchFile } from './pytorch/pytorch';
import type { SafetensorsFile } from './safetensors/safetensors';
import type { TfliteFile } from './tflite/tflite';

/** A weights file of any format: its tensors, and what the format says about the network. */
export type TensorFile = SafetensorsFile | PytorchFile | KerasFile | TfliteFile | OnnxFile;

export type TensorFormat = TensorFile['format'];

/** `beside` has the files that were given along, for formats of more than one file. */
type Parser = (
  bytes: Uint8Array,
  where: string,
  budget: Budget,
  beside: Beside,
) => Result<TensorFile> | Promise<Result<TensorFile>>;

// Parsers and their libraries are loaded on the first file of their format.
const parsers: Readonly<Record<TensorFormat, () => Promise<Parser>>> = {
  safetensors: async () => (await import('./safetensors/safetensors')).parseSafetensors,
  pytorch: async () => (await import('./pytorch/pytorch')).parsePytorch,
  keras: async () => (await import('./keras/keras')).parseKeras,
  tflite: async () => (await import('./tflite/tflite')).parseTflite,
  onnx: async () => (await import('./onnx/onnx')).parseOnnx,
};

/**
 * Reads a weights file, telling its format by its first bytes and never by its name; error messages start with
 * `fileName`.
 *
 * The promise never rejects: it resolves to the tensors, with the file's order and axes, or to what is wrong and where.
 * Parsing needs a few megabytes for descriptions. Values are decoded on access, one tensor at a time: at 4 bytes each,
 * an 8-bit file decoded whole would be four times its size.
 */
export async function parseTensorFile(
  bytes: Uint8Array,
  fileName?: string,
  budget = readingBudget(bytes.length),
  beside = nothingBeside,
): Promise<Result<TensorFile>> {
  const format = formatOf(bytes);
  if (format === undefined) return failure(`${fileName ?? 'weights'}: ${unknownFormatReason(bytes)}`);
  const where = fileName ?? format;
  try {
    const parse = await parsers[format]();
    return await parse(bytes, where, budget, beside);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return failure(`${where}: the reader for ${format} files did not load: ${reason}`);
  }
}

const signatures: readonly (readonly [TensorFormat, at: number, bytes: readonly number[]])[] = [
  ['pytorch', 0, [0x50, 0x4b, 0x03, 0x04]], // a zip archive
  ['pytorch', 0, [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46]], // the magic number of the legacy format
  ['pytorch', 0, [0x80, 0x02]], // a plain pickle, of protocol 2 to 5
  ['pytorch', 0, [0x80, 0x03]],
  ['pytorch', 0, [0x80, 0x04]],
  ['pytorch', 0, [0x80, 0x05]],
  ['keras', 0, [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]], // HDF5
  ['tflite', 4, [0x54, 0x46, 0x4c, 0x33]], // TFL3
  ['safetensors', 8, [0x7b]], // the brace that opens the header, after its length
  ['onnx', 0, [0x08]], // ONNX has no signature, but its first field is the version
];

/** The format whose signature the file has, or undefined. */
function formatOf(bytes: Uint8Array): TensorFormat | undefined {
  const found = signatures.find(([, at, wanted]) => wanted.every((byte, index) => bytes[at + index] === byte));
  return found?.[0];
}

/** Why a file of no known format is refused: what it looks like instead. */
function unknownFormatReason(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('<')) return 'a web page, not a weights file: download the file itself';
  if (start.startsWith('version https://git-lfs'))
    return 'a Git LFS pointer, not the weights: fetch them with git lfs pull';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'a gzip archive: unpack it first';
  const got = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `no weights file (got first bytes ${got}, wanted safetensors, PyTorch, Keras .h5, TensorFlow Lite or ONNX)`;
}
