import { isCheckpointFile } from '../checkpoints/isCheckpointFile';

type NamedFile = Pick<File, 'name' | 'type'>;

/** What becomes of several files that were given at once. */
export type TakenFiles<F extends NamedFile> = {
  /** The first picture or video. */
  readonly picture: F | null;
  /** Weights, and what lies beside them. */
  readonly weights: readonly F[];
  /** Further pictures, which are not taken. */
  readonly left: readonly F[];
};

/** Tells pictures from weights. A file beside weights that is no picture belongs to them; alone, it is tried as a picture. */
export function takenFiles<F extends NamedFile>(files: readonly F[]): TakenFiles<F> {
  const hasWeights = files.some(isCheckpointFile);
  const isPicture = (file: F) => !hasWeights || isPictureFile(file);
  const [picture = null, ...left] = files.filter(isPicture);
  return { picture, weights: files.filter((file) => !isPicture(file)), left };
}

function isPictureFile({ name, type }: NamedFile): boolean {
  return /^(image|video)\//.test(type) || /\.(jpe?g|png|webp|gif|heic|avif|mp4|webm|mov)$/i.test(name);
}
