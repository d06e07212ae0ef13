import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { createClassifier, type Classifier } from '../src/run/engine/classifier';
import { createExecutor } from '../src/run/engine/createExecutor';
import type { Guess } from '../src/run/engine/engineCalls';
import type { Answer } from './answer';
import type { Arguments } from './arguments';
import { takeOptions } from './arguments';
import { readImage } from './readImage';
import { printable } from './printable';
import { wholeNetwork } from '../src/run/checkpoint/endMisfit';
import { readTrainedNetwork, type TrainedNetwork } from './readWeights';
import { runErrorSentence } from './runErrorSentence';

type ClassifiedFile = {
  readonly file: string;
  readonly top: readonly Guess[];
  readonly logits?: readonly number[];
  /** Why the picture is not whole; absent for one that is. */
  readonly damage?: string;
};

/**
 * `classify`: the best labels of image files, on WebAssembly. An image that cannot be read does not stop the others.
 */
export async function classifyText({ words, options, flags }: Arguments): Promise<Answer> {
  const [id, ...files] = words;
  const { taken, rest } = takeOptions(options, ['weights', 'top']);
  if (id === undefined || files.length === 0)
    return failure('classify: names no images (wanted `classify ID --weights NAME_OR_FILE FILE...`)');
  const top = Number(taken['top'] ?? 5);
  if (!Number.isInteger(top) || top < 1)
    return failure(`top: not a positive whole number (got ${String(taken['top'])})`);
  const weights = taken['weights'];
  if (weights === undefined) return failure('classify: lacks its weights (wanted --weights NAME_OR_FILE)');

  const network = await readTrainedNetwork(id, String(weights), rest);
  if (!network.ok) return network;
  if (network.value.givesFeatures) return failure(`${String(weights)}: ${namesNothing}`);
  const classifier = await openClassifier(network.value, String(weights));
  if (!classifier.ok) return classifier;
  const results: ClassifiedFile[] = [];
  const unread: string[] = [];
  const warnings: string[] = [...(network.value.about ?? [])];
  for (const file of files) {
    const image = await readImage(file);
    if (!image.ok) {
      unread.push(image.error);
      continue;
    }
    const { pixels, damage } = image.value;
    if (damage !== null) warnings.push(damage);
    const labelled = await classifier.value.classify(pixels, top);
    if (!labelled.ok) return failure(runErrorSentence(file, labelled.error));
    const { logits } = labelled.value;
    results.push({
      file,
      top: labelled.value.top,
      ...(flags.has('logits') && { logits: [...logits] }),
      ...(damage !== null && { damage }),
    });
  }
  if (results.length === 0) return { ...failure(unread.at(-1) ?? ''), unread: unread.slice(0, -1) };
  const text = flags.has('json') ? JSON.stringify(results, null, 2) : results.map(linesOf).join('\n');
  return { ...success(text), unread, warnings };
}

const namesNothing = `without its classifier: it runs for its features and names nothing (open it in the app to look inside, or give ${wholeNetwork})`;

/** Opens the network on WebAssembly; `weights` names its weights in messages. */
async function openClassifier(network: TrainedNetwork, weights: string): Promise<Result<Classifier>> {
  const executor = await createExecutor({ backend: 'wasm', wasmBinaries: null });
  if (!executor.ok) return failure(runErrorSentence('classify', executor.error));
  const classifier = await createClassifier({
    executor: executor.value,
    ...network,
    onProgress: () => undefined,
  });
  return classifier.ok ? classifier : failure(runErrorSentence(weights, classifier.error));
}

function linesOf({ file, top, logits }: ClassifiedFile): string {
  const guesses = top.map(
    ({ label, probability }) => `  ${(100 * probability).toFixed(1).padStart(5)} %  ${printable(label)}`,
  );
  const values = logits === undefined ? [] : [`  ${logits.map((logit) => logit.toPrecision(6)).join(' ')}`];
  return [printable(file), ...guesses, ...values].join('\n');
}
