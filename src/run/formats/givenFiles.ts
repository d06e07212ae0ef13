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
