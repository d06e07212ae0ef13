import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../nets/result';
import type { RunError } from '../../../run/errors/runError';

/** The state of a measurement. A stopped one keeps its last progress. */
export type MeasurementState<P> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: P | null }
  | { readonly kind: 'stopped'; readonly progress: P | null }
  | { readonly kind: 'failed'; readonly error: RunError }
  | { readonly kind: 'done' };

type MeasurementOptions<P> = { readonly signal: AbortSignal; readonly onProgress: (progress: P) => void };

export type Measurement<P> = {
  readonly state: MeasurementState<P>;
  /** Starts a measurement and aborts the current one. `onDone` gets its result. */
  readonly start: <R>(
    measure: (options: MeasurementOptions<P>) => Promise<Result<R, RunError>>,
    onDone: (result: R) => void,
  ) => void;
  readonly stop: () => void;
};

/** Runs one measurement at a time, and aborts it when the page is left. */
export function useMeasurement<P>(): Measurement<P> {
  const [state, setState] = useState<MeasurementState<P>>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    state,
    start: (measure, onDone) => {
      controller.current?.abort();
      const current = new AbortController();
      controller.current = current;
      setState({ kind: 'running', progress: null });
      // Result and progress arrive separately: the last progress may come after the result.
      let isOver = false;
      const onProgress = (progress: P): void => {
        if (!current.signal.aborted && !isOver) setState({ kind: 'running', progress });
      };
      void measure({ signal: current.signal, onProgress }).then((result) => {
        isOver = true;
        if (current.signal.aborted) return;
        if (result.ok) onDone(result.value);
        setState(result.ok ? { kind: 'done' } : { kind: 'failed', error: result.error });
      });
    },
    stop: () => {
      controller.current?.abort();
      setState((before) => (before.kind === 'running' ? { kind: 'stopped', progress: before.progress } : before));
    },
  };
}
