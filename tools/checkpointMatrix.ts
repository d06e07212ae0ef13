import { createClassifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import type { Executor } from '../src/run/device/executor';
import type { Choice } from '../src/nets/parameter';
import { failure, success, type Result } from '../src/nets/result';
import { readJson } from './readFile';
import { readTrainedNetwork } from './readWeights';
import { runErrorSentence } from './runErrorSentence';

// Compares checkpoints with what their framework computes; see src/run/checkpoint/fixtures/pytorchMatrix.py.

type Cell = {
  readonly name: string;
  readonly file: string;
  readonly net: string;
  readonly options: Choice;
  readonly logits: readonly number[];
  /** Whether it is to be refused. */
  readonly refused: boolean;
};

/** Relative to the largest logit. */
const tolerance = 1e-3;

async function logitsOf({ net, file, options }: Cell, executor: Executor): Promise<Result<Float32Array>> {
  const network = await readTrainedNetwork(net, file, options);
  if (!network.ok) return network;
  const classifier = await createClassifier({ executor, ...network.value, onProgress: () => undefined });
  if (!classifier.ok) return failure(runErrorSentence(file, classifier.error));
  const answer = await classifier.value.classify(pattern(Number(options['resolution'])), 1);
  classifier.value.dispose();
  return answer.ok ? success(answer.value.logits) : failure(runErrorSentence(file, answer.error));
}

/** The image of official_case.py. */
function pattern(side: number) {
  const data = Uint8Array.from({ length: side * side * 4 }, (_, index) => {
    const [channel, x, y] = [index % 4, Math.floor(index / 4) % side, Math.floor(index / 4 / side)];
    return channel === 3 ? 255 : (x * 7 + y * 13 + channel * 29 + ((x * y) % 31)) % 256;
  });
  return { width: side, height: side, data };
}

function isCells(value: unknown): value is readonly Cell[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === 'object' && cell !== null && 'logits' in cell);
}

const cells = readJson(process.argv[2] ?? '');
const executor = await createExecutor({ backend: 'wasm', wasmBinaries: null });
if (!cells.ok || !isCells(cells.value) || !executor.ok) throw new Error('no cells to compare (wanted CELLS.json)');
let wrong = 0;
for (const cell of cells.value) {
  const got = await logitsOf(cell, executor.value);
  const wanted = cell.logits;
  const largest = Math.max(...wanted.map(Math.abs));
  const off = got.ok
    ? Math.max(...wanted.map((value, index) => Math.abs(value - (got.value[index] ?? NaN)))) / largest
    : 0;
  const isRight = got.ok ? !cell.refused && off < tolerance : cell.refused;
  wrong += isRight ? 0 : 1;
  const text = got.ok ? `off by ${off.toExponential(1)}` : `refused: ${got.error.replace(/^.*\//, '').slice(0, 150)}`;
  process.stdout.write(`${isRight ? 'ok   ' : 'WRONG'} ${cell.name.padEnd(56)} ${text}\n`);
}
process.stdout.write(`${cells.value.length} cells, ${wrong} wrong\n`);
if (wrong > 0) process.exitCode = 1;
