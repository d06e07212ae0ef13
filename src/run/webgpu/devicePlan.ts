import { convFlavour, type KernelKind, type Op, type Padding } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { inputOf } from '../../nets/graph';
import { failure, success, type Result } from '../../nets/result';
import type { MissingKernel } from '../device/executor';
import { groupedLayout, isGrouped } from './channelLayout';
import type { DeviceStep, MapView, Window } from './deviceStep';
import { fusedSteps, type FusedStep } from './fusedSteps';
import { mapPlanner, type MapPlanner } from './mapPlanner';
import type { PlannedBuffer } from './mapStore';

/** Everything that a device does for one frame, as data: dispatches in order, and the buffers that they use. */
export type DevicePlan = {
  readonly steps: readonly DeviceStep[];
  readonly buffers: readonly PlannedBuffer[];
  readonly input: MapView;
  readonly output: MapView;
};

/** Adds the dispatches of an op, with everything that is fused around it. */
type Planner<K extends KernelKind> = (op: Op<K>, step: FusedStep, maps: MapPlanner) => void;

/** A planner for every kind of op; null where there is no kernel. */
export type Planners = { readonly [K in KernelKind]: Planner<K> | null };

export const ownPlanners: Planners = {
  conv: (op, step, maps) => {
    const { base, ids, activation, result } = step;
    if (convFlavour(op, inputOf(base).shape.channels) === 'depthwise' && op.outChannels === op.groups) {
      const input = maps.viewOf(inputOf(base));
      const target = maps.target(result, input.layout);
      maps.add({ kind: 'depthwise', ids, node: base, input, window: op, target, activation });
    } else planConvolution(step, op, maps);
  },
  fullyConnected: (_op, step, maps) => planConvolution(step, { ...pointwise, groups: 1 }, maps),
  // Folded into weights before a network runs.
  batchNorm: null,
  activation: (_op, step, maps) => planCombination(step, 'add', maps),
  maxPool: (op, step, maps) => planPool(op, step, 'max', maps),
  averagePool: (op, step, maps) => planPool(op, step, 'average', maps),
  globalAveragePool: (_op, { base, ids, activation, result }, maps) => {
    const input = maps.viewOf(inputOf(base));
    maps.add({ kind: 'globalAverage', ids, input, target: maps.target(result, input.layout), activation });
  },
  add: (_op, step, maps) => planCombination(step, 'add', maps),
  scale: (_op, step, maps) => planCombination(step, 'scale', maps),
};

/** The plan of a graph, or the first node whose op has no kernel here. */
export function devicePlanOf(graph: Graph, planners: Planners = ownPlanners): Result<DevicePlan, MissingKernel> {
  const maps = mapPlanner(graph);
  for (const step of fusedSteps(graph)) {
    if (step.kind === 'view') maps.addView(step);
    else if (!planStep(planners, step.op, step, maps)) return failure({ id: step.base.id, kind: step.op.kind });
  }
  return success({
    steps: maps.steps(),
    buffers: maps.buffers(),
    input: maps.viewOf(graph.input),
    output: maps.viewOf(graph.output),
  });
}

/** Adds a step's dispatches to the maps; false when its op has no planner. */
function planStep<K extends KernelKind>(planners: Planners, op: Op<K>, step: FusedStep, maps: MapPlanner): boolean {
  const planner = planners[op.kind];
  planner?.(op, step, maps);
  return planner !== null;
}

const noPadding: Padding = { top: 0, bottom: 0, left: 0, right: 0 };
const pointwise: Window = { kernel: [1, 1], stride: 1, padding: noPadding };

type GroupedWindow = Window & Pick<Op<'conv'>, 'groups'>;

function planConvolution(step: FusedStep, op: GroupedWindow, maps: MapPlanner): void {
  const { base, ids, activation, result } = step;
  const { groups } = op;
  const source = inputOf(base);
  // A scale that is fused as a gate is not computed: the convolution reads the map that it would scale.
  const input = inGroups(maps.viewOf(step.gate === null ? source : inputOf(source)), source, groups, maps);
  const residual = step.residual === null ? null : maps.viewOf(step.residual);
  const rows =
    groups === 1 ? maps.bestRows(result, residual?.layout ?? null) : groupedLayout(groups, base.shape.channels);
  const matching = residual === null ? null : maps.inLayout(residual, rows);
  const gate = step.gate === null ? null : maps.inLayout(maps.viewOf(step.gate), input.layout);
  maps.add({
    kind: 'convolution',
    ids,
    node: base,
    input,
    window: op,
    groups,
    rows,
    residual: matching,
    gate,
    copy: null,
    target: maps.target(result, rows),
    activation,
  });
}

/** The input with each group's channels in vectors of their own, copied where it has another layout. */
function inGroups(input: MapView, { shape: { channels } }: Node, groups: number, maps: MapPlanner): MapView {
  return isGrouped(input.layout, groups, channels) ? input : maps.inLayout(input, groupedLayout(groups, channels));
}

function planPool(
  op: Op<'maxPool' | 'averagePool'>,
  { base, ids, activation, result }: FusedStep,
  mode: 'max' | 'average',
  maps: MapPlanner,
): void {
  const input = maps.viewOf(inputOf(base));
  const window = { ...op, kernel: [op.kernel, op.kernel] } as const;
  maps.add({ kind: 'pool', ids, mode, input, window, target: maps.target(result, input.layout), activation });
}

/** Sums of more than two terms take one dispatch for each further term. */
function planCombination({ base, ids, activation, result }: FusedStep, mode: 'add' | 'scale', maps: MapPlanner): void {
  const [first, ...others] = base.inputs.map((input) => maps.viewOf(input));
  if (first === undefined) throw new Error(`${base.id}: nothing to combine`);
  let sum = first;
  for (const [index, other] of others.entries()) {
    const isLast = index === others.length - 1;
    const inputs = [sum, maps.inLayout(other, first.layout)];
    const target = isLast ? maps.target(result, first.layout) : maps.scratch(first);
    maps.add({ kind: 'combine', mode, ids, inputs, target, activation: isLast ? activation : null });
    sum = { ...first, buffer: target.buffer, pixelSlots: target.pixelSlots, firstSlot: 0 };
  }
  if (others.length > 0) return;
  const target = maps.target(result, first.layout);
  maps.add({ kind: 'combine', mode: 'copy', ids, inputs: [first], target, activation });
}
