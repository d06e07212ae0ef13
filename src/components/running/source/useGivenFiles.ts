import { useState } from 'react';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { takenFiles, type TakenFiles } from './takenFiles';
import type { ChosenSource } from './useSourceChoice';

/** What was not taken of the files that were last given. */
export type LeftFiles = Pick<TakenFiles<File>, 'picture' | 'left' | 'weights'>;

export type GivenFiles = {
  /** Takes files that were dropped, pasted or picked: a picture for the source, weights for whoever opens them. */
  readonly give: (files: readonly File[]) => void;
  /** The same object until other files are given; null where all were taken, or another picture shows by now. */
  readonly leftFiles: LeftFiles | null;
};

/** @param onWeights opens weights; undefined on pages that open none */
export function useGivenFiles(
  chosen: ChosenSource,
  { shown }: SessionStatus,
  onWeights?: (files: readonly File[]) => void,
): GivenFiles {
  const [given, setGiven] = useState<LeftFiles | null>(null);
  const isOver = given?.picture != null && !(shown?.kind === 'file' && shown.file === given.picture);
  return {
    leftFiles: isOver ? null : given,
    give: (files) => {
      const { picture, weights, left } = takenFiles(files);
      const refused = onWeights === undefined ? weights : [];
      setGiven(left.length + refused.length === 0 ? null : { picture, left, weights: refused });
      if (weights.length > 0) onWeights?.(weights);
      if (picture !== null) chosen.chooseFile(picture);
    },
  };
}
