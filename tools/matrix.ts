import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExecutor } from '../src/run/engine/createExecutor';
import { createClassifier } from '../src/run/engine/classifier';
import { recognise } from '../src/run/checkpoint/recognise';
import { readingBudget } from '../src/run/formats/bytes/budget';
import { besideOf } from '../src/run/formats/givenFiles';
import { parseTensorFile } from '../src/run/formats/parseTensorFile';
import { runErrorSentence } from './runErrorSentence';

/** A file that a framework wrote, and the logits that it computes for the image of official_case.py. */
type Cell = {
  readonly file: string;
  readonly net: string;
  readonly resolution: number;
  /** Whether the file leaves the resolution open. */
  readonly isOpen?: boolean;
  readonly logits: readonly number[];
  /** Whether these are probabilities, since the file ends with a softmax. */
  readonly isSoftmax?: boolean;
  /** Of the largest logit. */
  readonly tolerance: number;
};

/**
 * Prints how close the app comes to the frameworks, for every cell that a script of tools/matrix wrote into a folder:
 * `npm run matrix -- FOLDER [REGEX]`. Ends with status 1 if a network is another than the file's.
 */
async function main(folder: string, pattern: RegExp): Promise<number> {
  const executor = await createExecutor({ backend: 'wasm', wasmBinaries: null });
  if (!executor.ok) throw new Error(runErrorSentence('matrix', executor.error));
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { name, read: () => Promise.resolve(new Uint8Array(readFileSync(path))) };
  });
  const verdicts = { ok: 0, refused: 0, wrong: 0 };
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.cell.json') || !pattern.test(name)) continue;
    const cell = cellOf(readFileSync(join(folder, name), 'utf8'));
    const { file: fileName, net, isOpen = false } = cell;
    const bytes = new Uint8Array(readFileSync(join(folder, fileName)));
    const file = await parseTensorFile(bytes, fileName, readingBudget(bytes.length), besideOf(files));
    if (!file.ok) {
      verdicts.refused += 1;
      process.stdout.write(`${fileName.padEnd(56)} refused  ${file.error}\n`);
      continue;
    }
    // A file that leaves the size of the image open runs at any.
    const options = isOpen ? { resolution: cell.resolution } : {};
    const found = recognise(file.value, { fileName, options });
    if (!found.ok) {
      verdicts.refused += 1;
      process.stdout.write(`${fileName.padEnd(56)} refused  ${runErrorSentence(fileName, found.error)}\n`);
      continue;
    }
    const { graph, tensors, normalisation, resolution, model } = found.value;
    const parts = {
      executor: executor.value,
      graph,
      tensors,
      normalisation,
      labels: null,
      onProgress: () => undefined,
    };
    const classifier = await createClassifier(parts);
    if (!classifier.ok) throw new Error(runErrorSentence(fileName, classifier.error));
    const labelled = await classifier.value.classify(patternOf(cell.resolution), 1);
    classifier.value.dispose();
    if (!labelled.ok) throw new Error(runErrorSentence(fileName, labelled.error));
    const { logits } = labelled.value;
    const off = differenceOf(cell.isSoftmax === true ? softmaxOf(logits) : logits, cell.logits);
    const isRight = off < cell.tolerance && model.id === net && resolution === cell.resolution;
    verdicts[isRight ? 'ok' : 'wrong'] += 1;
    process.stdout.write(
      `${fileName.padEnd(56)} ${isRight ? 'ok   ' : 'WRONG'}    ${off.toExponential(1)} ${model.id} at ${resolution}\n`,
    );
  }
  process.stdout.write(`${verdicts.ok} right, ${verdicts.refused} refused, ${verdicts.wrong} wrong\n`);
  return verdicts.wrong === 0 ? 0 : 1;
}

/** What a script of tools/matrix wrote. */
function cellOf(text: string): Cell {
  const parsed: unknown = JSON.parse(text);
  if (!isCell(parsed)) throw new Error(`no cell of the matrix: ${text.slice(0, 80)}`);
  return parsed;
}

function isCell(value: unknown): value is Cell {
  return typeof value === 'object' && value !== null && 'file' in value && 'logits' in value && 'tolerance' in value;
}

/** The largest difference, as a share of the largest logit. */
function differenceOf(got: Float32Array, wanted: readonly number[]): number {
  if (got.length !== wanted.length) return Infinity;
  return (
    Math.max(...wanted.map((value, index) => Math.abs(value - (got[index] ?? 0)))) / Math.max(...wanted.map(Math.abs))
  );
}

function softmaxOf(logits: Float32Array): Float32Array {
  const most = Math.max(...logits);
  const exponentials = logits.map((value) => Math.exp(value - most));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** The same integers as in official_case.py. */
function patternOf(side: number) {
  const data = Uint8Array.from({ length: side * side * 4 }, (_, index) => {
    const [channel, x, y] = [index % 4, Math.floor(index / 4) % side, Math.floor(index / 4 / side)];
    return channel === 3 ? 255 : (x * 7 + y * 13 + channel * 29 + ((x * y) % 31)) % 256;
  });
  return { width: side, height: side, data };
}

const [folder = 'matrix', pattern = '.'] = process.argv.slice(2);
process.exitCode = await main(folder, new RegExp(pattern));
