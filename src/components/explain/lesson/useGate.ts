import { useState } from 'react';
import { embedding } from '../../ui/embedding';
import type { Given } from '../../../course/progress/answer';
import { progress } from '../../../course/progress/progress';
import { isShownBy, type Prediction } from '../../../course/prediction';
import { useArrivedQuery } from '../../ui/address/readings';
import { useIsLinked } from './linkedGates';
import { useSectionPlace } from './sectionPlace';
import { usePrinting } from './usePrinting';
import { useAnswer, useProgress } from './useProgress';

export type GateState = {
  /** `reading` until the browser has told whether it was answered before. */
  readonly state: 'reading' | 'closed' | 'open';
  /** What was said; undefined where the answer shows for another reason. */
  readonly given: Given | undefined;
  /** Whether it was opened on this visit of the page. */
  readonly isNew: boolean;
  readonly reveal: (given: Given) => void;
  readonly again: () => void;
};

/** Whether a prediction's answer shows, and how that changes. */
export function useGate(prediction: Prediction): GateState {
  const { id } = prediction;
  const place = useSectionPlace([id]);
  const answer = useAnswer(id);
  const isRead = useProgress((state) => state.isRead);
  const isForced = useIsForced(prediction);
  const [isNew, setIsNew] = useState(false);
  const isOpen = answer !== undefined || isForced;
  return {
    state: isOpen ? 'open' : isRead ? 'closed' : 'reading',
    given: answer?.given,
    isNew,
    reveal: (given) => {
      setIsNew(true);
      const at = new Date().toISOString();
      void progress.getState().answer({ id, at, given, ...(place === undefined ? {} : { place }) });
    },
    again: () => void progress.getState().forget(id),
  };
}

/** Whether the answer of a prediction shows: for figures that stand apart from it. */
export function useIsOpen(prediction: Prediction): boolean {
  const answer = useAnswer(prediction.id);
  const isForced = useIsForced(prediction);
  return answer !== undefined || isForced;
}

/** Paper shows all answers, a link that chooses values of a figure shows the figure, and so does a frame for one figure. */
function useIsForced(prediction: Prediction): boolean {
  const isPrinting = usePrinting();
  const isLinked = useIsLinked(prediction.id, isShownBy(prediction, useArrivedQuery()));
  return isPrinting || embedding?.figure != null || isLinked;
}
