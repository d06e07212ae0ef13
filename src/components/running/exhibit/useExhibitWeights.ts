import { useEffect, useState } from 'react';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { LayerWeights } from '../../../nets/weights/layerWeights';

/** The weights of one layer of an open exhibit, batch norm folded; null until they are there. */
export function useExhibitWeights(exhibit: Exhibit, id: string): LayerWeights | null {
  const [read, setRead] = useState<{ readonly id: string; readonly weights: LayerWeights } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void exhibit.layerWeights(id, controller.signal).then((answer) => {
      if (answer.ok && !controller.signal.aborted) setRead({ id, weights: answer.value });
    });
    return () => {
      controller.abort();
    };
  }, [exhibit, id]);
  return read?.id === id ? read.weights : null;
}
