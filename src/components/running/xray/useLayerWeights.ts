import { useEffect, useState } from 'react';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { RunError } from '../../../run/errors/runError';
import type { SeenWeights } from './seen';

type Read = { readonly weights: SeenWeights | null; readonly fault: RunError | null };

/**
 * The weights of some layers of the running network as they run, batch norm folded; null until they are there.
 * @param ids keep the same array until other layers are wanted
 */
export function useLayerWeights(session: RunSession, { lanes: [lane] }: SessionStatus, ids: readonly string[]): Read {
  const [read, setRead] = useState<Read & { readonly key: unknown }>({ weights: null, fault: null, key: null });
  const report = lane?.report ?? null;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || report === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    void Promise.all(ids.map((id) => engine.layerWeights(report.network, id, signal))).then((answers) => {
      if (signal.aborted) return;
      const weights: SeenWeights = new Map(
        answers.flatMap((answer, at) => (answer.ok ? [[ids[at] ?? '', answer.value] as const] : [])),
      );
      const failed = answers.find((answer) => !answer.ok);
      setRead({
        weights: failed === undefined ? weights : null,
        fault: failed?.ok === false ? failed.error : null,
        key: ids,
      });
    });
    return () => {
      controller.abort();
    };
  }, [session, report, ids]);
  return read.key === ids ? read : { weights: null, fault: null };
}
