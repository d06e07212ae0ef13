import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelById } from '../src/nets/models/index';
import { defaultsOf, parseChoice, type Choice } from '../src/nets/parameter';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { outputNames } from '../src/run/checkpoint/outputNames';
import { parseLabels } from '../src/run/weights/manifest';
import type { DownloadFault } from '../src/run/official/download';
import { downloadOfficial } from '../src/run/official/downloadOfficial';
import { handPublished, officialWeights, type OfficialWeights } from '../src/run/official/officialWeights';
import { folderOf, openCheckpoint } from '../src/run/checkpoint/openCheckpoint';
import type { WeightsFolder } from '../src/run/weights/weightsFolder';
import type { Arguments } from './arguments';
import { cacheFolder } from './cacheFolder';
import { fileParts } from './fileParts';
import { readJson } from './readFile';
import { runErrorSentence } from './runErrorSentence';
import { writeFolder } from './writeFolder';

/** Where files come from and go. Partial downloads stay in `parts` for the next attempt. */
export type FetchPlaces = {
  readonly table: readonly OfficialWeights[];
  readonly weights: string;
  readonly parts: () => string;
};

const publicWeights = fileURLToPath(new URL('../public/weights/', import.meta.url));

const defaultPlaces: FetchPlaces = {
  table: officialWeights,
  weights: publicWeights,
  parts: () => join(cacheFolder(), 'downloads'),
};

/** `fetch`: downloads the published ImageNet weights of a network and converts them to a folder of `public/weights`. */
export async function fetchText(
  { words, options, flags }: Arguments,
  places: FetchPlaces = defaultPlaces,
): Promise<Result<string>> {
  const [id, ...others] = words;
  if (id === undefined || others.length > 0)
    return failure(`fetch: takes one network id (got ${words.length}, wanted \`fetch ID [options]\`)`);
  const official = officialFor(id, options, places.table);
  if (!official.ok) return official;
  const { files } = official.value;
  const found = await downloadOfficial({
    files,
    partsOf: ({ fileName }) => fileParts(join(places.parts(), fileName)),
    onBytes: progressLine(official.value.name),
    signal: new AbortController().signal,
  });
  if (!found.ok) return failure(found.error.map(({ url, fault }) => `${url}: ${faultText(fault)}`).join('; '));
  const folder = await convertedFolderOf(found.value.bytes, found.value.file.fileName, official.value);
  if (!folder.ok) return folder;
  const { manifest } = folder.value;
  const index = indexWith(manifest.name, places.weights);
  if (!index.ok) return index;
  writeFolder(join(places.weights, manifest.name), folder.value);
  writeFileSync(join(places.weights, 'index.json'), index.value);
  return success(
    flags.has('json')
      ? JSON.stringify(manifest, null, 2)
      : `${join(places.weights, manifest.name)}: ${manifest.bytes} bytes, ${folder.value.labels.length} classes`,
  );
}

/** The entry for an id with options, or for a name. */
function officialFor(id: string, options: Choice, table: readonly OfficialWeights[]): Result<OfficialWeights> {
  const named = table.find(({ name }) => name === id);
  if (named !== undefined) return success(named);
  const model = modelById(id);
  if (!model.ok) return model;
  const wanted = parseChoice(model.value.options, options);
  if (!wanted.ok) return failure(`${id}: ${wanted.error}`);
  const entries = table.filter(({ net }) => net === id);
  const defaults = defaultsOf(model.value.options);
  const fitting = entries.filter((entry) => {
    const choice: Choice = { ...defaults, ...entry.options };
    return Object.keys(choice).every((name) => choice[name] === wanted.value[name]);
  });
  // The names of the others say whose they are.
  const found = fitting.find(({ publisher }) => publisher === 'torchvision' || publisher === 'Keras') ?? fitting[0];
  if (found !== undefined) return success(found);
  const byHand = handPublished.find(({ net }) => net === id);
  if (byHand !== undefined)
    return failure(`${id}: its authors offer no address to fetch from, only ${byHand.page}; then \`convert\` the file`);
  const offers = [...new Set(entries.map((entry) => [id, ...optionWords(entry.options)].join(' ')))];
  return failure(
    `${id}: no ImageNet weights are published for this (wanted ${offers.length === 0 ? 'another network' : offers.join(', ')})`,
  );
}

function optionWords(options: Choice): readonly string[] {
  return Object.entries(options).map(([name, value]) => `--${name} ${String(value)}`);
}

async function convertedFolderOf(
  bytes: Uint8Array,
  file: string,
  official: OfficialWeights,
): Promise<Result<WeightsFolder>> {
  const opened = await openCheckpoint(bytes, file, official);
  if (!opened.ok) return failure(runErrorSentence(file, opened.error));
  const labelsPath = join(publicWeights, 'efficientnet-lite0-imagenet', 'labels.json');
  const json = readJson(labelsPath);
  if (!json.ok) return json;
  const labels = parseLabels(json.value);
  const names = labels.ok ? outputNames(labels.value, opened.value.file.classes) : labels;
  if (!names.ok) return failure(`${labelsPath}: ${names.error}`);
  const folder = await folderOf(opened.value, names.value);
  return folder.ok ? folder : failure(runErrorSentence(file, folder.error));
}

/** The text of the list of folders that the app reads, with this name added. */
function indexWith(name: string, weights: string): Result<string> {
  const path = join(weights, 'index.json');
  const index = existsSync(path) ? readJson(path) : success([]);
  if (!index.ok) return index;
  if (!Array.isArray(index.value)) return failure(`${path}: not a list of names (wanted a JSON array)`);
  const names: readonly unknown[] = index.value;
  return success(`${JSON.stringify(names.includes(name) ? names : [...names, name], null, 2)}\n`);
}

/** Shows progress on one line of standard error, if that is a terminal. */
function progressLine(name: string): (loaded: number, total: number) => void {
  let shown = '';
  return (loaded, total) => {
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const text = `${name}: ${megabytes(loaded)}${total > 0 ? ` of ${megabytes(total)}` : ''} MB`;
    if (text !== shown && process.stderr.isTTY) process.stderr.write(`\r${text}${loaded === total ? '\n' : ''}`);
    shown = text;
  };
}

function faultText(fault: DownloadFault): string {
  switch (fault.reason) {
    case 'noNetwork':
      return 'there is no network';
    case 'noAnswer':
    case 'notShared':
      return 'the server does not answer';
    case 'status':
      return `the server refuses (got status ${fault.status}, wanted 200)`;
    case 'brokeOff':
      return `the connection broke off (got ${fault.loadedBytes} bytes, wanted ${fault.totalBytes ?? 'more'}); the same command goes on from there`;
    case 'webPage':
      return 'a web page came instead of the file; is there a login in between';
    case 'damaged':
      return `damaged on the way (got sha256 ${fault.sha256}, wanted ${fault.wantedPrefix}...)`;
    case 'aborted':
      return 'stopped';
  }
}
