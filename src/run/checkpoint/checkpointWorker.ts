import { failure, type Result } from '../../nets/result';
import type { Manifest } from '../weights/manifest';
import { cachedParts } from '../official/cachedParts';
import { download } from '../official/download';
import { fileNameOf, officialWeights, type OfficialWeights } from '../official/officialWeights';
import type { CheckpointFault } from './checkpointFault';
import { classNames } from './classNames';
import { mirrored } from '../official/mirrors';
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
  readonly openFile: (
    file: File,
    addresses: AppAddresses,
    onRecognised: (recognised: RecognisedFile) => void,
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
  openFile: async (file, addresses, onRecognised) =>
    keepCheckpoint(new Uint8Array(await file.arrayBuffer()), file.name, addresses, onRecognised),
  fetchOfficial: async (name, addresses, onBytes, onRecognised) => {
    const official = officialWeights.find((entry) => entry.name === name);
    if (official === undefined) return failure({ kind: 'file', error: { code: 'badNetwork', detail: name } });
    const url = await mirrored(official.url, addresses.mirrorsUrl, stopping.signal);
    const parts = cachedParts(url);
    const { sha256Prefix, aboutBytes = 0 } = official;
    const leftBytes = await roomLeft();
    if (leftBytes !== null && aboutBytes > leftBytes + ((await parts.read())?.bytes.length ?? 0))
      return failure({ kind: 'notKept', bytes: aboutBytes, leftBytes });
    const bytes = await download({ url, sha256Prefix, parts, onBytes, signal: stopping.signal });
    if (!bytes.ok) return failure({ kind: 'download', url, fault: bytes.error });
    // The file is here as a whole, and keeping the network takes the room of its parts.
    await parts.clear();
    return keepCheckpoint(bytes.value, fileNameOf(official), addresses, onRecognised, official);
  },
};

async function keepCheckpoint(
  bytes: Uint8Array,
  fileName: string,
  { weightsUrl }: AppAddresses,
  onRecognised: (recognised: RecognisedFile) => void,
  official?: OfficialWeights,
): Promise<Result<Manifest, CheckpointFault>> {
  served.allowSilence(readSilenceMs(bytes.length));
  const opened = await openCheckpoint(bytes, fileName, official);
  if (!opened.ok) return failure({ kind: 'file', error: opened.error });
  onRecognised(opened.value.file);
  const labels = await classNames(opened.value.file.classes, weightsUrl, stopping.signal);
  const folder = await folderOf(opened.value, labels);
  if (!folder.ok) return failure({ kind: 'file', error: folder.error });
  const kept = await keepNetwork(weightsUrl, folder.value);
  return kept.ok ? kept : failure({ kind: 'notKept', bytes: folder.value.bytes.length, leftBytes: kept.error });
}

const served = serveCalls(worker);
