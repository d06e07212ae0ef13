import { classifierHead, type ClassifierHead } from '../../nets/arithmetic/classMap';
import { inputOf, type Graph } from '../../nets/graph';
import type { MapValues } from '../../nets/arithmetic/mapValues';
import type { SeenTensor, TensorView } from '../../nets/maps/tensorView';
import { hasTrait } from '../../nets/op';
import { success, type Result } from '../../nets/result';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import type { Engine } from '../../run/engine/engine';
import type { NetworkHandle } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import type { FrameSource } from '../../run/frames/frameSource';
import { untilCalled } from '../../run/frames/untilCalled';
import { frameTaker, type FrameTaker } from '../../run/loops/frameTaker';
import { untilVisible } from '../../run/loops/untilVisible';

/** A racer whose logits can be taken apart by place. */
export type ClassRacer = {
  readonly network: NetworkHandle;
  /** With batch norm folded. */
  readonly graph: Graph;
  readonly head: ClassifierHead;
};

/** What a class map is computed from. */
export type ClassLook = {
  /** The frame as the network reads it. */
  readonly frame: SeenTensor;
  readonly logits: ArrayLike<number>;
  readonly values: ReadonlyMap<string, MapValues>;
  readonly weights: ReadonlyMap<string, LayerWeights>;
};

/** What a racer's class map is read from; undefined where its logits cannot be taken apart by place, as AlexNet's. */
export function classRacer(network: NetworkHandle, graph: Graph): ClassRacer | undefined {
  const head = classifierHead(graph);
  return head === undefined ? undefined : { network, graph, head };
}

/** What is read: the frame to look at, and whole the last maps, what activations behind them read, and the logits. */
export function viewsOf({ graph, head }: ClassRacer): readonly TensorView[] {
  const bent = head.behind.filter(({ op }) => op.kind === 'activation').map((node) => inputOf(node).id);
  const whole = [...new Set([head.maps.id, ...bent, graph.output.id])];
  return [
    { id: graph.input.id, maps: { pick: 'all' }, side: frameSide, exact: null },
    ...whole.map((id): TensorView => ({ id, maps: { pick: 'none' }, side: 1, exact: { from: 0, end: Infinity } })),
  ];
}

/** Values a side of the frame that shows. */
const frameSide = 224;

type ClassLooking = {
  readonly source: Pick<FrameSource, 'grab'>;
  readonly engine: Pick<Engine, 'look' | 'layerWeights'>;
  readonly racers: readonly ClassRacer[];
  /** Whether the picture changes. */
  readonly isMoving: boolean;
  readonly onLook: (looks: ReadonlyMap<NetworkHandle, ClassLook>) => void;
  readonly signal: AbortSignal;
};

/** A look at all takes much longer than a frame: it gets a fifth of the time at most, and one is made each second. */
const pause = { minMs: 1000, share: 4 } as const;

/** Looks at the same frame through every racer, again and again where the picture moves. */
export async function lookAtClasses(looking: ClassLooking): Promise<Result<void, RunError>> {
  const { source, racers, isMoving, onLook, signal } = looking;
  for (;;) {
    await untilVisible(signal);
    if (signal.aborted || racers.length === 0) return success(undefined);
    const begin = performance.now();
    // Copies of one frame, even for a single racer: a second attempt must not see another.
    const taker = await frameTaker(source, Math.max(2, racers.length));
    if (!taker.ok) return taker;
    const looks = await looksOf(looking, taker.value);
    taker.value.close();
    if (!looks.ok) return looks.error.code === 'aborted' ? success(undefined) : looks;
    onLook(looks.value);
    if (!isMoving) return success(undefined);
    const pauseMs = Math.max(pause.minMs, pause.share * (performance.now() - begin));
    await untilCalled(signal, (done) => {
      const timer = setTimeout(done, pauseMs);
      return () => clearTimeout(timer);
    });
  }
}

async function looksOf(
  { engine, racers, signal }: ClassLooking,
  { take }: FrameTaker,
): Promise<Result<ReadonlyMap<NetworkHandle, ClassLook>, RunError>> {
  const looks = new Map<NetworkHandle, ClassLook>();
  for (const racer of racers) {
    const taken = await take();
    if (!taken.ok) return taken;
    const seen = await engine.look(racer.network, viewsOf(racer), taken.value.frame, signal);
    if (!seen.ok) return seen;
    const weights = new Map<string, LayerWeights>();
    for (const { id, op } of racer.head.behind) {
      if (!hasTrait(op, 'isWeightLayer')) continue;
      const layer = await engine.layerWeights(racer.network, id, signal);
      if (!layer.ok) return layer;
      weights.set(id, layer.value);
    }
    const [frame] = seen.value;
    if (frame === undefined) continue;
    const values = new Map(seen.value.flatMap(({ id, exact }) => (exact === null ? [] : [[id, exact] as const])));
    looks.set(racer.network, { frame, logits: values.get(racer.graph.output.id)?.values ?? [], values, weights });
  }
  return success(looks);
}
