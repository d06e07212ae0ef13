import { unreadable } from '../errors/unreadable';
import { modelById } from '../../nets/models/index';
import type { Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { WeightNote } from './checkpointLayers';
import { parseConventions, splitChosen } from './chosenConventions';
import type { Setting } from './conventions';
import { readPublishedConfig } from './publishedConfig';
import type { Recognised, RecogniseOptions } from './recognise';
import { recogniseSet } from './weightSets';
import { nothingBeside, type Beside } from '../formats/givenFiles';
import { parseTensorFile, type TensorFile, type TensorFormat } from '../formats/parseTensorFile';
import type { Manifest } from '../weights/manifest';
import { officialWeights, type OfficialFile, type OfficialWeights } from '../official/officialWeights';
import type { RunError } from '../errors/runError';
import { readingBudget } from '../formats/bytes/budget';
import { sha256Of, type WeightsFolder } from '../weights/weightsFolder';
import { convertedFolder } from './convertedFolder';

/** Describes a recognised checkpoint. */
export type RecognisedFile = {
  readonly fileName: string;
  readonly fileBytes: number;
  readonly format: TensorFormat;
  readonly net: string;
  /** All options except the resolution and the number of classes. */
  readonly options: Choice;
  readonly resolution: number;
  readonly classes: number;
  /** Whether names of the classes came with the file. */
  readonly hasLabels: boolean;
  /** The official weights that this file is, if any. */
  readonly official: OfficialWeights | null;
  /** Whether its digest is known to be that of the official file. */
  readonly hasPublishedDigest: boolean;
  /** What the weights assume; a setting that is open must be chosen before they run. */
  readonly settings: readonly Setting[];
  readonly notes: readonly WeightNote[];
};

export type OpenedCheckpoint = {
  readonly file: RecognisedFile;
  readonly recognised: Recognised;
  /** What the person set. */
  readonly chosen: Choice;
};

/**
 * Reads a weights file and finds its network.
 * @param official the known identity of the file, if it was downloaded as that; otherwise found by digest and name
 * @param beside the files that were given along
 * @param chosen what the person set: options of the network and conventions, as on the command line
 */
export async function openCheckpoint(
  bytes: Uint8Array,
  fileName: string,
  official?: OfficialWeights,
  beside: Beside = nothingBeside,
  chosen: Choice = {},
): Promise<Result<OpenedCheckpoint, RunError>> {
  const given = await parseTensorFile(bytes, fileName, readingBudget(bytes.length), beside);
  if (!given.ok) return failure(unreadable(given.error, 'damaged'));
  const conventions = parseConventions(chosen);
  if (!conventions.ok) return conventions;
  const { rest } = splitChosen(chosen);
  const key = chosen['weights-key'] === undefined ? undefined : String(chosen['weights-key']);
  const asked = { key, options: rest, chosen: conventions.value, config: await readPublishedConfig(beside) };
  const identified =
    official === undefined ? await officialOf(bytes, fileName) : { official, file: namedFile(official, fileName) };
  const known = identified?.official;
  const asKnown = recognisedAs(given.value, identified?.file?.fileName ?? fileName, known, asked);
  // Anyone can use an official file name: if the file does not fit that network, it may be another one.
  const isMisnamed = !asKnown.ok && known !== undefined && official === undefined;
  const recognised = isMisnamed ? recognisedAs(given.value, fileName, undefined, asked) : asKnown;
  if (!recognised.ok) return failure(asSetting(recognised.error, rest));
  const { format, model: found, options, resolution } = recognised.value;
  const { classes, ...others } = options;
  return success({
    recognised: recognised.value,
    chosen,
    file: {
      fileName,
      fileBytes: bytes.length,
      format,
      net: found.id,
      options: others,
      resolution,
      classes: Number(classes),
      hasLabels: recognised.value.labels !== undefined,
      official: isMisnamed ? null : (known ?? null),
      hasPublishedDigest: !isMisnamed && identified?.file?.sha256Prefix !== undefined,
      settings: recognised.value.settings,
      notes: recognised.value.notes,
    },
  });
}

/** An option that no network has in this value is a setting to change, where a person set it. */
function asSetting(error: RunError, set: Choice): RunError {
  if (error.code !== 'badNetwork') return error;
  const setting = Object.keys(set).find((name) => error.detail.includes(`${name}: `));
  return setting === undefined
    ? error
    : { code: 'badSetting', setting, got: String(set[setting]), detail: error.detail };
}

type Asked = Pick<RecogniseOptions, 'options' | 'chosen' | 'config'> & {
  /** The chosen one of several sets of weights. */
  readonly key: string | undefined;
};

function recognisedAs(
  file: TensorFile,
  fileName: string,
  official: OfficialWeights | undefined,
  { key, ...asked }: Asked,
) {
  const model = official === undefined ? undefined : modelById(official.net);
  const options = { ...official?.options, ...asked.options };
  return recogniseSet(file, { ...asked, fileName, options, ...(model?.ok === true && { model: model.value }) }, key);
}

/**
 * Converts the checkpoint to a folder of weights, named after its official entry or its file. Fails with the first value
 * that no network can compute with.
 */
export async function folderOf(
  { file, recognised, chosen }: OpenedCheckpoint,
  labels: readonly string[],
): Promise<Result<WeightsFolder, RunError>> {
  const { official, fileName } = file;
  if (official !== null) return convertedFolder(recognised, { ...officialAbout(official), labels });
  const folder = await convertedFolder(recognised, { name: '', license: 'unknown', source: fileName, labels });
  if (!folder.ok) return folder;
  const { manifest } = folder.value;
  return success({
    ...folder.value,
    manifest: {
      ...manifest,
      name: `${ownName(fileName, manifest)}${await chosenPart(chosen, recognised.labels ?? [])}`,
    },
  });
}

function officialAbout(official: OfficialWeights) {
  const { name, license, publisher, files, top1 } = official;
  return { name, license, source: `${publisher}, ${files.map(({ url }) => url).join(' or ')}`, publishedTop1: top1 };
}

type Identified = { readonly official: OfficialWeights; readonly file: OfficialFile | undefined };

/** The official entry of this file, by the digest that is known of it, or else by its name. */
async function officialOf(bytes: Uint8Array, fileName: string): Promise<Identified | undefined> {
  const sha256 = 'subtle' in globalThis.crypto ? await sha256Of(bytes) : '';
  for (const official of officialWeights) {
    const file = official.files.find(({ sha256Prefix, fileName: name }) =>
      sha256Prefix === undefined ? name === fileName : sha256.startsWith(sha256Prefix),
    );
    if (file !== undefined) return { official, file };
  }
  return undefined;
}

function namedFile({ files }: OfficialWeights, fileName: string): OfficialFile | undefined {
  return files.find((file) => file.fileName === fileName);
}

/**
 * The name includes the digest, because files of one name may differ. It is used in URLs, where a colon has a meaning.
 */
function ownName(fileName: string, { sha256, bytes }: Manifest): string {
  const stem = fileName.replace(/\.[^.]*$/, '').toLowerCase();
  const plain = stem
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 40);
  return `own-${plain === '' ? 'network' : plain}-${sha256 === '' ? String(bytes) : sha256.slice(0, 8)}`;
}

/**
 * The same weights with other settings, or with labels from beside the file, are another network: what was chosen tells them apart, as a digest
 * because values alone (`0.5`) do not say of which setting. Nothing for the network as it was recognised.
 */
async function chosenPart(chosen: Choice, labels: readonly string[]): Promise<string> {
  const settings = Object.entries(chosen).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (settings.length === 0 && labels.length === 0) return '';
  const text = new TextEncoder().encode(JSON.stringify([settings, labels]));
  return 'subtle' in globalThis.crypto ? `-${(await sha256Of(text)).slice(0, 6)}` : `-${text.length}`;
}
