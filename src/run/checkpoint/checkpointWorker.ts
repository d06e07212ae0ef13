import { expose } from 'comlink';
import { failure, success, type Result } from '../../nets/result';
import type { Manifest } from '../weights/manifest';
import { cachedParts } from '../official/cachedParts';
import { download } from '../official/download';
import { fileNameOf, officialWeights, type OfficialWeights } from '../official/officialWeights';
import type { CheckpointFault } from './checkpointFault';
import { classNames } from './classNames';
import { mirrored } from '../official/mirrors';
import { folderOf, openCheckpoint, type RecognisedFile } from './openCheckpoint';
import { keepNetwork } from '../weights/ownNetworks';

/** Addresses of the app that the worker, which lies elsewhere, cannot know. */
export type AppAddresses = { readonly weightsUrl: string; readonly mirrorsUrl: string };

/** What the main thread can ask of the worker, which opens one checkpoint in its life. */
export type CheckpointWorker = {
  /** Puts by what has arrived; the call that is under way then fails. */
  readonly stop: () => void;
  readonly openFile: (
    file: File,
    addresses: AppAddresses,
    onRecognised: (recognised: RecognisedFile) => void,
  ) => Promise<Result<Manifest, CheckpointFault>>;
  /** @param name of an entry in the table of official weights */
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
    kept(new Uint8Array(await file.arrayBuffer()), file.name, addresses, onRecognised),
  fetchOfficial: async (name, addresses, onBytes, onRecognised) => {
    const official = officialWeights.find((entry) => entry.name === name);
    if (official === undefined) return failure({ kind: 'file', error: { code: 'badNetwork', detail: name } });
    const url = await mirrored(official.url, addresses.mirrorsUrl, stopping.signal);
    const parts = cachedParts(url);
    const { sha256Prefix } = official;
    const bytes = await download({ url, sha256Prefix, parts, onBytes, signal: stopping.signal });
    if (!bytes.ok) return failure({ kind: 'download', url, fault: bytes.error });
    const outcome = await kept(bytes.value, fileNameOf(official), addresses, onRecognised, official);
    await parts.clear();
    return outcome;
  },
};

async function kept(
  bytes: Uint8Array,
  fileName: string,
  { weightsUrl }: AppAddresses,
  onRecognised: (recognised: RecognisedFile) => void,
  official?: OfficialWeights,
): Promise<Result<Manifest, CheckpointFault>> {
  const opened = await openCheckpoint(bytes, fileName, official);
  if (!opened.ok) return failure({ kind: 'file', error: opened.error });
  onRecognised(opened.value.file);
  const labels = await classNames(opened.value.file.classes, weightsUrl, stopping.signal);
  const folder = await folderOf(opened.value, labels);
  return (await keepNetwork(weightsUrl, folder))
    ? success(folder.manifest)
    : failure({ kind: 'notKept', bytes: folder.bytes.length });
}

expose(worker);
