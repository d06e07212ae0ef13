import { signs, unreadable } from '../errors/unreadable';
import type { Choice } from '../../nets/parameter';
import { failure, type Result } from '../../nets/result';
import type { Manifest } from '../weights/manifest';
import { besideOf, mainFileOf, severalNetworks, type Beside } from '../formats/givenFiles';
import { cachedParts } from '../official/cachedParts';
import { downloadOfficial } from '../official/downloadOfficial';
import { officialWeights, type OfficialFile, type OfficialWeights } from '../official/officialWeights';
import type { CheckpointFault } from './checkpointFault';
import { classNames, numberNames } from './classNames';
import { mirroredFiles, parseMirrors } from '../official/mirrors';
import { fetchJson } from '../weights/fetchFile';
import { folderOf, openCheckpoint, type RecognisedFile } from './openCheckpoint';
import { roomLeft } from '../storage/roomLeft';
import { keepNetwork } from '../weights/ownNetworks';
import { serveCalls } from '../worker/serveCalls';
import { readSilenceMs } from '../worker/silence';

/** URLs of the app, which the worker does not know: its own base URL is another. */
export type AppAddresses = { readonly weightsUrl: string; readonly mirrorsUrl: string };

/** The calls that the main thread makes to the worker. A worker opens one checkpoint. */
export type CheckpointWorker = {
  /** Saves the partial download; the running call then fails. */
  readonly stop: () => void;
  /**
   * @param files one file of weights, perhaps with others that belong to it
   * @param chosen what the person set on the Recognised card
   */
  readonly openFiles: (
    files: readonly File[],
    addresses: AppAddresses,
    onRecognised: (recognised: RecognisedFile) => void,
    chosen: Choice,
  ) => Promise<Result<Manifest, CheckpointFault>>;
  /** @param name name of an entry of `officialWeights` */
  readonly fetchOfficial: (
    name: string,
    addresses: AppAddresses,
    onBytes: (loaded: number, total: number) => void,
    onRecognised: (recognised: RecognisedFile) => void,
  ) => Promise<Result<Manifest, CheckpointFault>>;
};

const stopping = new AbortController();

const worker: CheckpointWorker = {
  stop: () => stopping.abort(),
  openFiles: async (files, addresses, onRecognised, chosen) => {
    const given = files.map((file) => {
      return { name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) };
    });
    const main = await mainFileOf(given);
    if (main === undefined) return failure({ kind: 'file', error: unreadable(signs.empty, 'damaged') });
    const several = severalNetworks(given, main);
    if (several !== undefined) return failure({ kind: 'file', error: unreadable(several, 'damaged') });
    return keepCheckpoint({ bytes: await main.read(), fileName: main.name, beside: besideOf(given) }, addresses, {
      onRecognised,
      chosen,
    });
  },
  fetchOfficial: async (name, addresses, onBytes, onRecognised) => {
    const official = officialWeights.find((entry) => entry.name === name);
    if (official === undefined) return failure({ kind: 'file', error: { code: 'badNetwork', detail: name } });
    const { signal } = stopping;
    const mirrors = await fetchJson(addresses.mirrorsUrl, parseMirrors, signal);
    const files = mirroredFiles(official.files, mirrors.ok ? mirrors.value : {}, addresses.mirrorsUrl);
    const aboutBytes = Math.max(...files.map((file) => file.aboutBytes ?? 0));
    const leftBytes = await roomLeft();
    if (leftBytes !== null && aboutBytes > leftBytes + (await partBytesOf(files)))
      return failure({ kind: 'notKept', bytes: aboutBytes, leftBytes });
    const found = await downloadOfficial({ files, partsOf: ({ url }) => cachedParts(url), onBytes, signal });
    if (!found.ok) return failure({ kind: 'download', attempts: found.error });
    const { file, bytes } = found.value;
    return keepCheckpoint({ bytes, fileName: file.fileName }, addresses, { onRecognised, official });
  },
};

/** How much of some files is here from an earlier visit. */
async function partBytesOf(files: readonly OfficialFile[]): Promise<number> {
  const parts = await Promise.all(files.map(({ url }) => cachedParts(url).read()));
  return parts.reduce((sum, part) => sum + (part?.bytes.length ?? 0), 0);
}

type Opened = { readonly bytes: Uint8Array; readonly fileName: string; readonly beside?: Beside };

type Keeping = {
  readonly onRecognised: (recognised: RecognisedFile) => void;
  readonly official?: OfficialWeights;
  readonly chosen?: Choice;
};

async function keepCheckpoint(
  { bytes, fileName, beside }: Opened,
  { weightsUrl }: AppAddresses,
  { onRecognised, official, chosen }: Keeping,
): Promise<Result<Manifest, CheckpointFault>> {
  served.allowSilence(readSilenceMs(bytes.length));
  const opened = await openCheckpoint(bytes, fileName, official, beside, chosen);
  if (!opened.ok) return failure({ kind: 'file', error: opened.error });
  onRecognised(opened.value.file);
  if (opened.value.file.settings.some(({ isOpen }) => isOpen)) return failure({ kind: 'undecided' });
  const { file, recognised } = opened.value;
  const labels =
    recognised.labels ??
    (file.classes === 0
      ? numberNames(recognised.graph.output.shape.channels)
      : await classNames(file.classes, weightsUrl, stopping.signal));
  const folder = await folderOf(opened.value, labels);
  if (!folder.ok) return failure({ kind: 'file', error: folder.error });
  const kept = await keepNetwork(weightsUrl, folder.value);
  return kept.ok ? kept : failure({ kind: 'notKept', bytes: folder.value.bytes.length, leftBytes: kept.error });
}

const served = serveCalls(worker);
