import { elementCount, type ActivationFunction, type ComputedKind, type Op } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { inputOf, valueAt } from '../../nets/graph';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { MissingKernel } from '../device/executor';
import { planOf, type FusedActivation } from '../device/plan';
import { newStore, storeShown, viewOf, type ChannelView, type Store } from './channelView';
import { convolve, scaleAndShift } from './convSteps';
import { inOrder, wholeView, type Draft } from './draft';
import type { WasmStep } from './wasmStep';

/** A graph as calls over stores, as data: only the addresses of the stores are missing. */
export type WasmPlan = {
  readonly steps: readonly WasmStep[];
  readonly layers: readonly WasmLayer[];
  readonly input: Store;
  readonly output: Store;
};

/** The nodes that a run of steps computes; the run ends before step `to`. Views belong to no layer. */
export type WasmLayer = { readonly ids: readonly string[]; readonly to: number };

/**
 * Plans a graph's replay. Grouped convolutions write in groups; split, concat and shuffle are views, and weights are
 * stored in the order of the channels in memory, so that a shuffle costs at most one copy of the narrowest map. Fails
 * with the first node whose op has no kernel here.
 */
export function wasmPlan(
  graph: Graph,
  tensors: TensorValues,
  planners: WasmPlanners = ownPlanners,
): Result<WasmPlan, MissingKernel> {
  const draft: PlanDraft = { tensors, steps: [], moved: new Map() };
  const { height, width, channels } = graph.input.shape;
  const input = newStore(height, width, channels);
  const views = new Map<string, ChannelView>([[graph.input.id, viewOf(input)]]);
  const layers: WasmLayer[] = [];
  for (const { node, op, fused, result } of planOf(graph, new Set())) {
    const first = draft.steps.length;
    const inputs = node.inputs.map(({ id }) => valueAt(views, id));
    const view = planOp(planners, op, { draft, node, inputs, fused });
    if (view === null) return failure({ id: node.id, kind: op.kind });
    views.set(result.id, view);
    const ids = node === result ? [node.id] : [node.id, result.id];
    if (draft.steps.length > first) layers.push({ ids, to: draft.steps.length });
  }
  const output = inOrder(draft, valueAt(views, graph.output.id), 1);
  // A copy that puts the output in order belongs to the layer that computed it.
  const last = layers.pop() ?? { ids: [graph.output.id] };
  const allLayers = [...layers, { ...last, to: draft.steps.length }];
  return success({ steps: draft.steps, layers: allLayers, input, output });
}

type PlanDraft = Draft & { readonly tensors: TensorValues };

/** Adds an op's calls to the draft and returns its result. */
type Planner<K extends ComputedKind> = (
  draft: PlanDraft,
  op: Op<K>,
  node: Node,
  inputs: readonly ChannelView[],
  fused: FusedActivation | null,
) => ChannelView;

/** A planner for every kind of op; null where there is no kernel. */
export type WasmPlanners = { readonly [K in ComputedKind]: Planner<K> | null };

type Planned = {
  readonly draft: PlanDraft;
  readonly node: Node;
  readonly inputs: readonly ChannelView[];
  readonly fused: FusedActivation | null;
};

/** Null where the op has no planner. */
function planOp<K extends ComputedKind>(
  planners: WasmPlanners,
  op: Op<K>,
  { draft, node, inputs, fused }: Planned,
): ChannelView | null {
  return planners[op.kind]?.(draft, op, node, inputs, fused) ?? null;
}

export const ownPlanners: WasmPlanners = {
  conv: (draft, op, node, [from = []], fused) => {
    const weight = valueAt(draft.tensors, `${node.id}.weight`);
    const bias = op.bias ? valueAt(draft.tensors, `${node.id}.bias`).data : null;
    return convolve(draft, from, { op, weight, bias, input: inputOf(node).shape, output: node.shape, fused });
  },
  // A vector is a 1x1 map, so this is a 1x1 convolution.
  fullyConnected: (draft, { bias: hasBias, outFeatures }, node, [from = []], fused) => {
    const weight = valueAt(draft.tensors, `${node.id}.weight`);
    const bias = hasBias ? valueAt(draft.tensors, `${node.id}.bias`).data : null;
    const op = { ...pointwise, outChannels: outFeatures, groups: 1, bias: hasBias };
    return convolve(draft, from, { op, weight, bias, input: inputOf(node).shape, output: node.shape, fused });
  },
  batchNorm: (draft, op, node, [from = []]) => {
    const [weight, bias, mean, variance] = ['weight', 'bias', 'running_mean', 'running_var'].map(
      (part) => valueAt(draft.tensors, `${node.id}.${part}`).data,
    );
    const scale = from.map((_, at) => (weight?.[at] ?? 0) / Math.sqrt((variance?.[at] ?? 0) + op.epsilon));
    const shift = scale.map((factor, at) => (bias?.[at] ?? 0) - (mean?.[at] ?? 0) * factor);
    return scaleAndShift(draft, from, scale, shift, null);
  },
  activation: (draft, op, _node, [from = []]) => activate(draft, op.function, from),
  maxPool: (draft, { kernel, stride, padding }, node, [from = []]) =>
    applyToStores(draft, from, ({ height, width, channels, groups }) => ({
      to: newStore(node.shape.height, node.shape.width, channels, groups),
      step: {
        kind: 'maxPool',
        window: { batch: groups, height, width, kernel: [kernel, kernel], stride, padding },
      },
    })),
  // A mean that counts padded zeros is a depthwise convolution with equal weights.
  averagePool: (draft, { kernel, stride, padding }, node, [from = []]) => {
    const { channels } = node.shape;
    const weight = { shape: [channels, 1, kernel, kernel], data: new Float32Array(channels * kernel ** 2) };
    weight.data.fill(1 / kernel ** 2);
    const window = { kernel: [kernel, kernel], stride, padding } as const;
    const op = { ...pointwise, ...window, outChannels: channels, groups: channels };
    const shapes = { input: inputOf(node).shape, output: node.shape };
    return convolve(draft, from, { op, weight, bias: null, ...shapes, fused: null });
  },
  globalAveragePool: (draft, _op, _node, [from = []]) =>
    applyToStores(draft, from, ({ height, width, channels, groups }) => ({
      to: newStore(1, 1, channels),
      step: {
        kind: 'averagePool',
        window: { batch: groups, height, width, kernel: [height, width], stride: 1, padding: pointwise.padding },
      },
    })),
  add: (draft, _op, _node, inputs) => inputs.reduce((sum, term) => combine(draft, 'Add', sum, term)),
  scale: (draft, _op, node, [from = [], gate = []]) => {
    const map = inOrder(draft, from, 1);
    const to = newStore(node.shape.height, node.shape.width, node.shape.channels);
    draft.steps.push({ kind: 'Multiply', from: [map, inOrder(draft, gate, 1)], to });
    return viewOf(to);
  },
  concat: (_draft, _op, _node, inputs) => inputs.flat(),
  channelSlice: (_draft, { from, to }, _node, [map = []]) => map.slice(from, to),
  channelShuffle: (_draft, { groups }, _node, [from = []]) => {
    const size = from.length / groups;
    return Array.from({ length: size }, (_, at) => from.filter((_channel, index) => index % size === at)).flat();
  },
  flatten: (draft, _op, node, [map = []]) => {
    const { height, width } = inputOf(node).shape;
    if (height * width === 1) return map;
    const to = newStore(1, 1, elementCount(node.shape));
    draft.steps.push({ kind: 'flatten', from: inOrder(draft, map, 1), to });
    return viewOf(to);
  },
  dropout: (_draft, _op, _node, [from = []]) => from,
};

/** A 1x1 convolution, without its channels. */
const pointwise = {
  kind: 'conv',
  kernel: [1, 1],
  stride: 1,
  padding: { top: 0, bottom: 0, left: 0, right: 0 },
  bias: false,
} as const;

function activate(draft: Draft, fn: ActivationFunction, from: ChannelView): ChannelView {
  switch (fn) {
    case 'relu':
      return applyUnary(draft, 'Relu', from);
    case 'relu6':
      return applyUnary(draft, 'Relu6', from);
    case 'sigmoid':
      return applyUnary(draft, 'Sigmoid', from);
    case 'swish':
      return combine(draft, 'Multiply', from, applyUnary(draft, 'Sigmoid', from));
    case 'hardSigmoid':
      return hardSigmoid(draft, from);
    case 'hardSwish':
      return combine(draft, 'Multiply', from, hardSigmoid(draft, from));
  }
}

function hardSigmoid(draft: Draft, from: ChannelView): ChannelView {
  const all = (value: number): readonly number[] => from.map(() => value);
  const clipped = scaleAndShift(draft, from, all(1), all(3), 'relu6');
  return scaleAndShift(draft, clipped, all(1 / 6), all(0), null);
}

function applyUnary(draft: Draft, kind: 'Relu' | 'Relu6' | 'Sigmoid', from: ChannelView): ChannelView {
  return applyToStores(draft, from, (store) => ({ to: { ...store }, step: { kind } }));
}

/** Combines two maps value by value, in the same layout: in groups where one of them is. */
function combine(draft: Draft, kind: 'Add' | 'Multiply', a: ChannelView, b: ChannelView): ChannelView {
  const groups = Math.max(...[a, b].map((view) => storeShown(draft.moved.get(view) ?? view)?.groups ?? 1));
  const from = [inOrder(draft, a, groups), inOrder(draft, b, groups)] as const;
  const to = { ...from[0] };
  draft.steps.push({ kind, from, to });
  return viewOf(to);
}

type StoreStep = { readonly kind: 'Relu' | 'Relu6' | 'Sigmoid' } | Omit<PoolStep, 'from' | 'to'>;
type PoolStep = Extract<WasmStep, { kind: 'maxPool' | 'averagePool' }>;

/** Adds the same step for each store of a view, for ops that work on channels in any order. */
function applyToStores(
  draft: Draft,
  from: ChannelView,
  stepOf: (store: Store) => { readonly to: Store; readonly step: StoreStep },
): ChannelView {
  const view = wholeView(draft, from);
  const results = new Map<Store, Store>();
  for (const { store } of view) {
    if (results.has(store)) continue;
    const { to, step } = stepOf(store);
    draft.steps.push({ ...step, from: store, to });
    results.set(store, to);
  }
  return view.map(({ store, index }) => ({ store: valueAt(results, store), index }));
}
