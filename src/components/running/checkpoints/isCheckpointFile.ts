/** Endings of weights files that the app reads, and of what describes them. The format itself is found from the contents. */
export const checkpointEndings = [
  '.safetensors',
  '.pth',
  '.pt',
  '.ckpt',
  '.tar',
  '.pkl',
  '.bin',
  '.h5',
  '.hdf5',
  '.keras',
  '.tflite',
  '.onnx',
  '.pb',
  '.json',
  '.zip',
] as const;

/** Whether a dropped file is probably weights and not a picture. */
export function isCheckpointFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  if (/^(image|video)\//.test(type)) return false;
  return checkpointEndings.some((ending) => name.toLowerCase().endsWith(ending));
}
