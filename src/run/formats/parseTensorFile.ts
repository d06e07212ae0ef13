import { failure, success, type Result } from '../../nets/result';
import { signs, waysOut } from '../errors/unreadable';
import { archiveOf } from './archive';
import { readingBudget, type Budget } from './bytes/budget';
import { readSafely } from './bytes/refusal';
import {
  besideOf,
  isTfjsModel,
  mainFileOf,
  nothingBeside,
  severalNetworks,
  type Beside,
  type GivenFile,
} from './givenFiles';
import type { KerasFile } from './keras/keras';
import { labelsBeside } from './labelsBeside';
import type { OnnxFile } from './onnx/onnx';
import type { PytorchFile } from './pytorch/pytorch';
import type { SafetensorsFile } from './safetensors/safetensors';
import type { TfjsFile } from './tfjs/tfjs';
import type { TfliteFile } from './tflite/tflite';

/** A weights file of any format: its tensors, and what the format says about the network. */
export type TensorFile = (SafetensorsFile | PytorchFile | KerasFile | TfliteFile | OnnxFile | TfjsFile) & {
  /** Names of the outputs, from a file that was given along. */
  readonly labels?: readonly string[];
};

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
  onnx: async () => (await import('./onnx/onnx')).parseOnnxFiles,
  tfjs: async () => (await import('./tfjs/tfjs')).parseTfjs,
};

/**
 * Reads a weights file, telling its format by its first bytes and never by its name; error messages start with
 * `fileName`. A zip archive that is no format of its own is read as the files in it.
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
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return parsedAs(formatOf(bytes), { bytes, fileName, budget, beside });
  const archive = readSafely(fileName ?? 'zip archive', () => archiveOf(bytes, budget));
  if (!archive.ok) return archive;
  if (archive.value.kind === 'format') return parsedAs(archive.value.format, { bytes, fileName, budget, beside });
  return parsePacked(archive.value.files, { bytes, fileName, budget, beside });
}

type Given = {
  readonly bytes: Uint8Array;
  readonly fileName: string | undefined;
  readonly budget: Budget;
  readonly beside: Beside;
};

/** Reads the files of an archive, all on its own budget. */
async function parsePacked(files: readonly GivenFile[], { fileName, budget }: Given): Promise<Result<TensorFile>> {
  const where = fileName ?? 'zip archive';
  const read = async (): Promise<Result<TensorFile>> => {
    const main = await mainFileOf(files);
    if (main === undefined) return failure(`${where}: an empty zip archive`);
    const several = severalNetworks(files, main);
    if (several !== undefined) return failure(`${where}: ${several}`);
    const bytes = await main.read();
    const given = { bytes, fileName: `${where}: ${main.name}`, budget, beside: besideOf(files) };
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return parsedAs(formatOf(bytes), given);
    const inner = readSafely(given.fileName, () => archiveOf(bytes, budget));
    if (!inner.ok) return inner;
    if (inner.value.kind === 'format') return parsedAs(inner.value.format, given);
    return failure(`${given.fileName}: an archive inside an archive: ${signs.packed} first`);
  };
  try {
    return await read();
  } catch (thrown) {
    return readSafely(where, () => {
      throw thrown;
    });
  }
}

async function parsedAs(format: TensorFormat | undefined, given: Given): Promise<Result<TensorFile>> {
  const { bytes, fileName, budget, beside } = given;
  if (format === undefined) return failure(`${fileName ?? 'weights'}: ${unknownFormatReason(bytes)}`);
  const where = fileName ?? format;
  try {
    const parse = await parsers[format]();
    const file = await parse(bytes, where, budget, beside);
    const labels = file.ok ? await labelsBeside(beside) : null;
    return file.ok && labels !== null ? success({ ...file.value, labels }) : file;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return failure(`${where}: the reader for ${format} files did not load: ${reason}`);
  }
}

const signatures: readonly (readonly [TensorFormat, at: number, bytes: readonly number[]])[] = [
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
  if (isTfjsModel(bytes)) return 'tfjs';
  if (isSavedModel(bytes)) return undefined;
  const found = signatures.find(([, at, wanted]) => wanted.every((byte, index) => bytes[at + index] === byte));
  return found?.[0];
}

/** Why a file of no known format is refused: what it looks like instead. */
function unknownFormatReason(bytes: Uint8Array): string {
  if (bytes.length === 0) return signs.empty;
  if (isSavedModel(bytes)) {
    return `the graph of a SavedModel, whose weights are in other files: convert its folder with ${waysOut.savedModel}`;
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('<')) return `${signs.webPage}: download the file itself`;
  if (start.startsWith('version https://git-lfs')) return `${signs.gitLfs}: fetch them with git lfs pull`;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return `a gzip archive: ${signs.packed} first`;
  const got = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `${signs.unknownFormat} (got first bytes ${got}, wanted safetensors, PyTorch, Keras, TensorFlow Lite, TensorFlow.js or ONNX)`;
}

/** Schema version 1 of a SavedModel, then a graph with tags, of which `serve` is the usual one. ONNX never had both. */
function isSavedModel(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x08 || bytes[1] !== 0x01 || bytes[2] !== 0x12) return false;
  return /serve|tensorflow|saved_model/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 100_000)));
}
