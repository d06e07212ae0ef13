import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../nets/result';
import type { RunError } from '../../../run/errors/runError';

/** Where a measurement stands. One that was stopped keeps what it had told until then. */
export type MeasurementState<P> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: P | null }
  | { readonly kind: 'stopped'; readonly progress: P | null }
  | { readonly kind: 'failed'; readonly error: RunError }
  | { readonly kind: 'done' };

type MeasurementOptions<P> = { readonly signal: AbortSignal; readonly onProgress: (progress: P) => void };

export type Measurement<P> = {
  readonly state: MeasurementState<P>;
  /** Starts one, ending one that is under way. `onDone` gets its result. */
  readonly start: <R>(
    measure: (options: MeasurementOptions<P>) => Promise<Result<R, RunError>>,
    onDone: (result: R) => void,
  ) => void;
  readonly stop: () => void;
};

/** One measurement at a time, ended when the page is left. */
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
      // The result and the progress come by different ways, and the last progress may come second.
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
