import { graphOf, inputOf, type Graph } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { parseChoice, type Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { Normalisation } from '../frames/preprocess';
import { compared, type Comparison } from '../stated/compared';
import { changesValues, isPlain, isReversed, normalisationOf, readsBytes } from '../stated/pixelScaling';
import type { StatedGraph } from '../stated/statedGraph';
import { statedLayers } from '../stated/statedGraphOf';
import type { Candidate } from './candidates';
import { numbersText, type ChosenConventions, type Setting } from './conventions';
import { fittedById, type FitOptions, type Misfit } from './fittedTensors';

/** A network that computes what the file states. */
export type StatedFit = {
  /** With the resolution. */
  readonly choice: Choice;
  readonly graph: Graph;
  readonly tensors: TensorValues;
  /** A name for each output, where the file has them. */
  readonly labels?: readonly string[];
  /** Where the file scales its pixels itself. */
  readonly normalisation?: Normalisation;
};

/**
 * The candidate as the file states it, with the padding and the resolution that make it so; fails with the first
 * difference that no option can remove. `options.resolution` only changes the size at which it runs: the file is
 * compared at its own.
 */
export function statedFit(candidate: Candidate, stated: StatedGraph, fit: FitOptions): Result<StatedFit, Misfit> {
  const { model, options } = candidate;
  const { height, width } = stated.input.shape;
  if (height !== width && height !== null && width !== null) {
    const words = { has: `an image of ${height}x${width}`, wanted: 'a square one' };
    return failure(misfit(candidate, { place: stated.input.name, node: 'input', ...words }, 0));
  }
  const side = height ?? width;
  const isStated = side === null ? {} : { resolution: side };
  const choices = choicesOf(candidate, { classes: classesOf(stated), ...hiddenOf(candidate, stated), ...options });
  let closest: Misfit | undefined;
  for (const choice of choices) {
    const graph = model.build({ ...choice, ...isStated });
    if (!graph.ok) return failure({ error: { code: 'badNetwork', detail: graph.error }, fitted: -1 });
    if (isFar(graph.value, stated)) return failure(farMisfit(candidate, graph.value, stated));
    const comparison = compared(choice['classes'] === 0 ? endedLike(graph.value, stated) : graph.value, stated);
    const [difference] = comparison.differences;
    if (difference === undefined) return fitted(candidate, { ...isStated, ...choice }, stated, comparison, fit);
    // Of networks with the same layers in common, the one with fewer differences is closer.
    const common = comparison.layers.size - comparison.differences.length / 1000;
    if (closest === undefined || common > closest.fitted) {
      closest = misfit(candidate, withWayOut(difference, side), common);
    }
    // None of these options adds a layer.
    if (layerCount(graph.value) !== statedLayers(stated).length) break;
  }
  return failure(closest ?? { error: { code: 'badNetwork', detail: model.id }, fitted: -1 });
}

/** A graph of features, which ends in a vector, as far as the file goes: some end in the map. */
function endedLike(graph: Graph, { output }: StatedGraph): Graph {
  const isOfMap = output.op.kind !== 'globalAveragePool' && output.op.kind !== 'flatten';
  const isVector = graph.output.op.kind === 'globalAveragePool' || graph.output.op.kind === 'flatten';
  return isOfMap && isVector ? graphOf(inputOf(graph.output)) : graph;
}

/** The settings with what the file states in place of what was assumed. */
export function statedSettings(
  settings: readonly Setting[],
  { choice, normalisation }: StatedFit,
  { options, chosen }: { readonly options: Choice; readonly chosen: ChosenConventions },
): readonly Setting[] {
  return settings.map((setting): Setting => {
    const { name } = setting;
    if (name === 'mean' || name === 'std') {
      const stated = chosen[name] === undefined ? normalisation?.[name] : undefined;
      return stated === undefined ? setting : { name, value: numbersText(stated), from: 'file' };
    }
    const value = choice[name];
    const isStated =
      (name === 'padding' || name === 'activation' || name === 'gate') && value !== undefined && !(name in options);
    return isStated ? { name, value: String(value), from: 'file' } : setting;
  });
}

/** With every value of the options that no shape depends on, the network's own first. */
function choicesOf({ model }: Candidate, options: Choice): readonly Choice[] {
  return Object.entries(model.options).reduce<readonly Choice[]>(
    (choices, [name, option]) => {
      const isHidden = option.role === 'padding' || option.role === 'variant';
      if (!isHidden || option.kind !== 'choice' || name in options) return choices;
      const values = [option.default, ...option.values.filter((value) => value !== option.default)];
      return values.flatMap((value) => choices.map((choice) => ({ ...choice, [name]: value })));
    },
    [options],
  );
}

function classesOf(stated: StatedGraph): number {
  return statedLayers(stated).at(-1)?.weight.shape[0] ?? 0;
}

function hiddenOf({ model }: Candidate, stated: StatedGraph): Choice {
  const hidden = hiddenUnits(stated);
  return hidden > 0 && 'hidden' in model.options ? { hidden } : {};
}

/** The units of a fully connected layer with a ReLU before the classifier; 0 where there is none. */
export function hiddenUnits({ output }: StatedGraph): number {
  const [relu] = output.inputs;
  const hidden = relu?.inputs[0]?.op;
  const isHidden = output.op.kind === 'fullyConnected' && relu?.op.kind === 'activation' && relu.op.function === 'relu';
  return isHidden && hidden?.kind === 'fullyConnected' ? (hidden.weight.shape[0] ?? 0) : 0;
}

function fitted(
  { model }: Candidate,
  choice: Choice,
  stated: StatedGraph,
  { layers, flattens, scaling }: Comparison,
  fit: FitOptions,
): Result<StatedFit, Misfit> {
  const checked = parseChoice(model.options, choice);
  const graph = model.build(choice);
  if (!checked.ok || !graph.ok) {
    return failure({ error: { code: 'badNetwork', detail: graph.ok ? model.id : graph.error }, fitted: -1 });
  }
  const isScaled = stated.isByteInput === true || (scaling !== null && !isPlain(scaling));
  const isBgr = scaling !== null && isReversed(scaling);
  const tensors = fittedById(graph.value, layers, { ...fit, flattens, isBgr: isScaled ? isBgr : fit.isBgr === true });
  if (!tensors.ok) return tensors;
  // A flip of the colours alone says nothing of mean and deviation.
  const hasValues = stated.isByteInput === true || (scaling !== null && changesValues(scaling));
  const isByteInput = stated.isByteInput === true || (!hasValues && isOfBytes(graph.value, layers));
  const labels = stated.labels?.length === graph.value.output.shape.channels ? stated.labels : undefined;
  const isKnown = (hasValues || isByteInput) && scaling !== null;
  return success({
    choice: checked.value,
    graph: graph.value,
    tensors: tensors.value,
    ...(labels && { labels }),
    ...(isKnown && { normalisation: normalisationOf(scaling, isByteInput) }),
  });
}

function isOfBytes({ nodes }: Graph, layers: Comparison['layers']): boolean {
  const first = layers.get(nodes.find(({ op }) => hasTrait(op, 'isWeightLayer'))?.id ?? '');
  return first !== undefined && readsBytes(first);
}

/** Keras' MobileNet V1 and V2 pad rows and columns behind the map whatever its size; for an even one, so does TensorFlow. */
function withWayOut(difference: Comparison['differences'][number], side: number | null) {
  const isOdd = side !== null && side % 2 === 1 && difference.has.startsWith('padding 0, 0, 1, 1');
  if (!isOdd) return difference;
  return {
    ...difference,
    has: `${difference.has}, as Keras pads at any size, of an image of ${side}x${side}: build it for an even size, such as ${side - 1}`,
  };
}

function misfit({ model }: Candidate, difference: Comparison['differences'][number], common: number): Misfit {
  return { error: { code: 'statesAnotherNetwork', network: model.name, ...difference }, fitted: common };
}

function farMisfit(candidate: Candidate, graph: Graph, stated: StatedGraph): Misfit {
  const counts = { has: `${statedLayers(stated).length} layers`, wanted: String(layerCount(graph)) };
  return { ...misfit(candidate, { place: stated.output.name, node: graph.output.id, ...counts }, 0), isFar: true };
}

/** Whether the file has so many layers more or less that no width of the network could fit it. */
function isFar(graph: Graph, stated: StatedGraph): boolean {
  const count = layerCount(graph);
  return Math.abs(statedLayers(stated).length - count) > count / 2;
}

function layerCount({ nodes }: Graph): number {
  return nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer')).length;
}
