import { signs } from '../errors/unreadable';
import { shortened } from './bytes/refusal';

/** A file that a person dropped, chosen or named, or an entry of an archive. It is read when it is needed. */
export type GivenFile = { readonly name: string; readonly read: () => Promise<Uint8Array> };

/**
 * What was given together with a file, by name: the shards of a model.json, the config.json of a checkpoint. Null where
 * there is none of this name.
 */
export type Beside = (name: string) => Promise<Uint8Array | null>;

/** Nothing was given but the file itself. */
export const nothingBeside: Beside = () => Promise.resolve(null);

/** The other files, found by name without their folders. */
export function besideOf(files: readonly GivenFile[]): Beside {
  const byName = new Map(files.map((file) => [baseName(file.name), file]));
  return async (name) => (await byName.get(baseName(name))?.read()) ?? null;
}

/**
 * The one of several files that holds the network, whatever their order: a tfjs `model.json`, or else the first with an
 * ending of weights, or else the first. Undefined if there is none.
 */
export async function mainFileOf(files: readonly GivenFile[]): Promise<GivenFile | undefined> {
  if (files.length < 2) return files[0];
  for (const file of files) if (/\.json$/i.test(file.name) && isTfjsModel(await file.read())) return file;
  return endings.map((ending) => files.find(({ name }) => ending.test(name))).find(Boolean) ?? files[0];
}

/**
 * Says that several of the files hold a network, where nothing tells which is meant; undefined if only `main` does. What
 * transformers saves under its own names in one folder is one network.
 */
export function severalNetworks(files: readonly GivenFile[], main: GivenFile): string | undefined {
  const isOfKind = ({ name }: GivenFile) =>
    /\.bin$/i.test(main.name) ? /\.bin$/i.test(name) : endings[0].test(name) || /(^|\/)pytorch_model\.bin$/.test(name);
  const rivals = files.filter((file) => {
    const isShadow = /^\._/.test(baseName(file.name)) || ofTraining.test(baseName(file.name));
    return file.name !== main.name && !isShadow && isOfKind(file) && !isTwin(main.name, file.name);
  });
  if (rivals.length === 0) return undefined;
  const names = [main, ...rivals].map(({ name }) => shortened(baseName(name)));
  const more = names.length > 4 ? `, and ${names.length - 4} more` : '';
  return `several networks (${names.slice(0, 4).join(', ')}${more}), of which only one is read: ${signs.packed} and give one of them`;
}

/** What Trainer of transformers and accelerate save beside the weights. */
const ofTraining = /^(optimizer|scheduler|scaler|rng_state\w*|random_states_\d+|training_args)\.(pt|pth|bin|pkl)$/;

/** Whether transformers saves the same weights under both names, in one folder. */
function isTwin(main: string, other: string): boolean {
  const folder = (name: string) => name.slice(0, name.length - baseName(name).length);
  const isBoth = baseName(main) === 'model.safetensors' && /^(pytorch_model\.bin|tf_model\.h5)$/.test(baseName(other));
  return isBoth && folder(main) === folder(other);
}

/** Files of weights; those that other formats use for what lies beside the weights come last. */
const endings = [
  /\.(safetensors|pth|pt|tar|ckpt|pkl|keras|h5|hdf5|tflite|onnx)$/i,
  /(^|\/)saved_model\.pb$/i,
  /\.(bin|zip)$/i,
] as const;

/** Whether a JSON file is the model.json of tfjs: one of these words is at the start of all of them. */
export function isTfjsModel(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(startOf(bytes)) && /"(modelTopology|weightsManifest)"/.test(startOf(bytes));
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4096));
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
