import { useEffect, useRef, useState } from 'react';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import type { SeenTensor, TensorView } from '../../../nets/maps/tensorView';
import { sameMaps } from '../../../nets/maps/sameMaps';
import type { Result } from '../../../nets/result';
import { lookInside } from '../../../run/loops/lookInside';
import type { Engine } from '../../../run/engine/engine';
import type { RunError } from '../../../run/errors/runError';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { showInFlight } from './flight';
import type { SeenMaps, SeenWeights } from './seen';

/** What to read of the running network: tensors on each frame, and the weights of some layers once. */
export type Asked = {
  readonly views: readonly TensorView[];
  readonly weightIds: readonly string[];
  /** The level and what it shows: from one scene to another a map flies; to another channel of a layer none does. */
  readonly scene: string;
};

/** What was read last, and what had been asked for. */
export type Sight<A extends Asked> = { readonly asked: A; readonly maps: SeenMaps; readonly weights: SeenWeights };

type Read<A extends Asked> = {
  /** Of which network, as `runnableName` writes it. */
  readonly name: string | null;
  readonly sight: Sight<A> | null;
  readonly fault: RunError | null;
};

/**
 * What is seen of the running network on its newest frame. While something else is awaited, what was seen before stays; with
 * what was asked for, it comes whole, maps and weights together.
 * @param asked keep the same object until something else is wanted
 */
export function useSight<A extends Asked>(
  session: RunSession,
  { lanes: [lane], source }: SessionStatus,
  asked: A,
  isStill: boolean,
): Omit<Read<A>, 'name'> & {
  /** Looks again after a fault. */
  readonly again: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const again = (): void => setAttempt((count) => count + 1);
  const [read, setRead] = useState<Read<A>>({ name: null, sight: null, fault: null });
  const shown = useRef<string | null>(null);
  const held = useRef<HeldWeights | null>(null);
  const report = lane?.report ?? null;
  const name = lane?.name ?? null;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || report === null || source === null) return;
    const { network } = report;
    const controller = new AbortController();
    const { signal } = controller;
    const fail = (fault: RunError): void => {
      // What was seen stays: the camera may come back.
      if (!signal.aborted && fault.code !== 'aborted')
        setRead((last) => ({ name, sight: last.name === name ? last.sight : null, fault }));
    };
    const ids = asked.weightIds.join(' ');
    const isHeld = held.current?.report === report && held.current.ids === ids;
    const reading: WeightsRead =
      isHeld && held.current !== null
        ? Promise.resolve({ ok: true, value: held.current.weights })
        : weightsOf(engine, network, asked.weightIds, signal);
    const onLook = (tensors: readonly SeenTensor[]): void => {
      void reading.then((weights) => {
        if (signal.aborted) return;
        if (!weights.ok) {
          fail(weights.error);
          return;
        }
        held.current = { report, ids, weights: weights.value };
        const show = (): void =>
          setRead((last) => {
            const maps = seenAgain(tensors, last.name === name ? last.sight?.maps : undefined);
            return { name, sight: { asked, maps, weights: weights.value }, fault: null };
          });
        if (shown.current === asked.scene) show();
        else showInFlight(show);
        shown.current = asked.scene;
      });
    };
    const { views } = asked;
    const look = { source, engine, network, views, isMoving: !isStill, pace: 'main', onLook, signal } as const;
    void lookInside(look).then((ended) => {
      if (!ended.ok) fail(ended.error);
    });
    return () => {
      controller.abort();
    };
  }, [session, name, report, source, asked, isStill, attempt]);
  // The same network on another device has the same values.
  return { again, ...(read.name === name ? read : { sight: null, fault: null }) };
}

/** By id; maps that have not changed stay the same object, so that they are not drawn again. */
function seenAgain(tensors: readonly SeenTensor[], before: SeenMaps | undefined): SeenMaps {
  return new Map(
    tensors.map((tensor) => {
      const known = before?.get(tensor.id)?.maps;
      return [tensor.id, known !== undefined && sameMaps(known, tensor.maps) ? { ...tensor, maps: known } : tensor];
    }),
  );
}

type WeightsRead = Promise<Result<SeenWeights, RunError>>;

/** The weights that were read last: of one network, as it was opened once. */
type HeldWeights = { readonly report: object; readonly ids: string; readonly weights: SeenWeights };

async function weightsOf(engine: Engine, network: number, ids: readonly string[], signal: AbortSignal): WeightsRead {
  const answers = await Promise.all(ids.map((id) => engine.layerWeights(network, id, signal)));
  const failed = answers.find((answer) => !answer.ok);
  if (failed?.ok === false) return failed;
  const weights = answers.flatMap((answer, at): [string, LayerWeights][] =>
    answer.ok ? [[ids[at] ?? '', answer.value]] : [],
  );
  return { ok: true, value: new Map(weights) };
}
