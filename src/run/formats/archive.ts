import type { Budget } from './bytes/budget';
import { zipEntries } from './bytes/zip';
import type { GivenFile } from './givenFiles';

/** What a zip archive is: the form of a format, or just files that were packed together. */
export type Archive =
  | { readonly kind: 'format'; readonly format: 'pytorch' | 'keras' }
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] };

/** Tells by the names of its entries what a zip archive is. Refuses a damaged one. */
export function archiveOf(bytes: Uint8Array, budget: Budget): Archive {
  const entries = zipEntries(bytes, budget);
  const names = [...entries.keys()];
  // A program of torch.export holds checkpoints of its inputs and its weights, which alone are no network.
  const isProgram = names.some((name) => /(^|\/)(archive_format|models\/[^/]+\.json)$/.test(name));
  if (isProgram || names.some((name) => /(^|\/)data\.pkl$/.test(name))) return { kind: 'format', format: 'pytorch' };
  if (entries.has('config.json') && entries.has('model.weights.h5')) return { kind: 'format', format: 'keras' };
  // macOS adds a shadow of every file.
  const files = [...entries].filter(([name]) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  return {
    kind: 'files',
    files: files.map(([name, entry]) => ({ name, read: () => Promise.resolve(entry).then((each) => each.read()) })),
  };
}
