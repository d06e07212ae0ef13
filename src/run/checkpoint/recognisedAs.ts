import { signs, unreadable } from '../errors/unreadable';
import type { Graph } from '../../nets/graph';
import type { Model } from '../../nets/models/model';
import { parseChoice, type Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { TensorFile, TensorFormat } from '../formats/parseTensorFile';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import { shortened } from '../formats/bytes/refusal';
import type { Candidate } from './candidates';
import type { CheckpointLayers, Naming, WeightNote } from './checkpointLayers';
import { callNotes, conventionsOf, epsilonSetting, numbersText, strideNotes } from './conventions';
import type { ChosenConventions, Setting } from './conventions';
import { configRefusal, configured, ownNormalisation, type Sources } from './publisherConventions';
import { fittedTensors, type FitOptions, type Misfit } from './fittedTensors';
import { moduleMisfit } from './moduleMisfit';
import { statedFit, statedSettings } from './statedFit';
import type { StatedGraph } from '../stated/statedGraph';
import type { OwnNames } from './ownNames';

/** A recognised checkpoint: all that its manifest records, and the network itself. */
export type Recognised = {
  readonly format: TensorFormat;
  readonly naming: Naming;
  readonly model: Model;
  /** All options except the resolution, including `classes` and, where the network has it, `padding`. */
  readonly options: Choice;
  /** Side of the square input in pixels: from the file, or the default of the network. */
  readonly resolution: number;
  readonly normalisation: Normalisation;
  /** The training graph at that resolution, with its batch norm. */
  readonly graph: Graph;
  /** The tensors of the graph, decoded when they are first read. They may be views of the file's bytes. */
  readonly tensors: TensorValues;
  /** What the weights assume, and where each of it comes from. */
  readonly settings: readonly Setting[];
  /** What was done with the file's tensors on the way. */
  readonly notes: readonly WeightNote[];
  /** A name for each output, where the file or one beside it has them. */
  readonly labels?: readonly string[];
};

/** What a file says, beside the candidate that it is compared with. */
export type Source = {
  readonly filled: Pick<FitOptions, 'fillsBias'>;
  readonly file: TensorFile;
  readonly sources: Sources;
  readonly chosen: ChosenConventions;
  readonly checkpoint: Result<CheckpointLayers, RunError>;
  readonly own: OwnNames;
};

/** The candidate with the tensors of the file, if they fit it and all that the file says. */
export function recognisedAs({ model, options }: Candidate, source: Source): Result<Recognised, Misfit> {
  const { file, own, checkpoint, filled } = source;
  if (own.mayBeOf(model)) {
    const bare = model.build(options);
    if (!bare.ok) return failure({ error: { code: 'badNetwork', detail: bare.error }, fitted: -1 });
    if (own.areOf(bare.value)) {
      const normalisation = { ...ownNormalisation(model), ...scalingOf(source.chosen) };
      const shared = { format: file.format, naming: 'featherweight', normalisation, settings: [], notes: [] } as const;
      const found = built(model, { ...own.classesOf(bare.value), ...options }, shared, own.tensorsOf);
      return found.ok ? success({ ...found.value, settings: ownSettings(found.value, source.chosen, options) }) : found;
    }
  }
  if (!checkpoint.ok) return failure({ error: checkpoint.error, fitted: -1 });
  const { naming, orders, flattens } = checkpoint.value;
  const sources = configured(source.sources, model, naming);
  const notes = [...(checkpoint.value.notes ?? []), ...configNotes(source.sources, sources)];
  const refused = configRefusal(model, sources);
  if (refused !== undefined) return failure({ error: unreadable(refused, 'unfit'), fitted: 0 });
  const { stated, orderFor } = checkpoint.value;
  if (stated !== undefined) {
    return recognisedAsStated({ model, options }, { ...source, sources }, { ...checkpoint.value, notes, stated });
  }
  const conventions = conventionsOf(model, checkpoint.value, sources, { options, chosen: source.chosen });
  const { padding, normalisation, variants, settings } = conventions;
  const resolution = checkpoint.value.resolution ?? sources.config?.resolution;
  const choice = {
    classes: orders[0]?.at(-1)?.weight.shape[0] ?? 0,
    ...('padding' in model.options && { padding }),
    ...(resolution !== undefined && { resolution }),
    ...variants,
    ...options,
  };
  const said = [...notes, ...strideNotes(naming, choice.classes)];
  const found = built(model, choice, { format: file.format, naming, normalisation, settings, notes: said }, (graph) => {
    const ordered = orderFor === undefined ? orders : [orderFor(graph)];
    const fits = ordered.map((layers) =>
      layers === undefined ? withoutOrder : fittedTensors(graph, layers, { ...conventions, flattens, ...filled }),
    );
    return furthest(fits);
  });
  if (!found.ok) return found;
  const { modules } = checkpoint.value;
  const detail = modules === undefined ? undefined : moduleMisfit(found.value.graph, modules);
  if (detail !== undefined) {
    return failure({ error: unreadable(detail, 'unfit'), fitted: orders[0]?.length ?? 0 });
  }
  const norm = found.value.graph.nodes.find(({ op }) => op.kind === 'batchNorm')?.op;
  const graphEpsilon = norm?.kind === 'batchNorm' ? norm.epsilon : undefined;
  const epsilon =
    graphEpsilon === undefined
      ? []
      : [epsilonSetting(conventions, checkpoint.value, { graphEpsilon, sources, chosen: source.chosen })];
  const labels = sources.config?.labels;
  return success({
    ...found.value,
    notes: [...found.value.notes, ...callNotes(modules, found.value.graph)],
    settings: [...settings, ...epsilon, ...sizeSettings(found.value, options, checkpoint.value.resolution, sources)],
    ...(labels?.length === found.value.graph.output.shape.channels && { labels }),
  });
}

const withoutOrder = failure<Misfit>({
  error: unreadable(
    "weights by class and number, whose order no network here tells: save the whole model, with model.save('model.keras')",
    'unfit',
  ),
  fitted: 0,
});

/** The candidate, if it computes what the file states, which tells more of the conventions. */
function recognisedAsStated(
  { model, options }: Candidate,
  { file, chosen, sources }: Source,
  checkpoint: CheckpointLayers & { readonly stated: StatedGraph },
): Result<Recognised, Misfit> {
  const { naming, flattens, notes = [], stated } = checkpoint;
  const given = conventionsOf(model, checkpoint, sources, { options, chosen });
  const fit = statedFit({ model, options }, stated, { ...given, flattens });
  if (!fit.ok) return fit;
  // One that pads as TensorFlow does is likely to take pixels as TensorFlow's networks do.
  const { resolution, ...others } = fit.value.choice;
  const known = { ...('padding' in others && { padding: others['padding'] }), ...options };
  const conventions = conventionsOf(model, checkpoint, sources, { options: known, chosen });
  const { graph, tensors, labels, normalisation } = fit.value;
  return success({
    ...{ format: file.format, naming, model, notes, options: others, resolution: Number(resolution), graph, tensors },
    normalisation: { ...conventions.normalisation, ...normalisation, ...scalingOf(chosen) },
    settings: statedSettings(conventions.settings, fit.value, { options, chosen }),
    ...(labels && { labels }),
  });
}

/** That a config.json names another network than the weights, which a person may have taken from another folder. */
function configNotes({ config }: Sources, { config: followed }: Sources): readonly WeightNote[] {
  const says = config?.architecture ?? config?.modelType;
  return followed === null && says !== undefined ? [{ kind: 'configOfAnother', says: shortened(says) }] : [];
}

/** What a file with the app's own names assumes: how pixels are scaled, at which size. */
function ownSettings(
  { normalisation, resolution }: Recognised,
  { mean, std }: ChosenConventions,
  given: Choice,
): readonly Setting[] {
  return [
    { name: 'mean', value: numbersText(normalisation.mean), from: mean ? 'chosen' : 'assumed' },
    { name: 'std', value: numbersText(normalisation.std), from: std ? 'chosen' : 'assumed' },
    { name: 'resolution', value: String(resolution), from: 'resolution' in given ? 'chosen' : 'assumed' },
  ];
}

/** Width and resolution, as people choose them. */
function sizeSettings(
  { options, resolution }: Recognised,
  given: Choice,
  stated: number | undefined,
  { config }: Sources,
): readonly Setting[] {
  const from = stated !== undefined ? 'file' : config?.resolution === undefined ? 'assumed' : 'config';
  const width = options['width'];
  return [
    { name: 'resolution', value: String(resolution), from: 'resolution' in given ? 'chosen' : from },
    ...(width === undefined ? [] : [{ name: 'width', value: String(width), from: 'file' } as const]),
  ];
}

function scalingOf({ mean, std }: ChosenConventions): Partial<Normalisation> {
  return { ...(mean && { mean }), ...(std && { std }) };
}

type Shared = Pick<Recognised, 'format' | 'naming' | 'normalisation' | 'settings' | 'notes'>;

function built(
  model: Model,
  choice: Choice,
  described: Shared,
  fit: (graph: Graph) => Result<TensorValues, Misfit>,
): Result<Recognised, Misfit> {
  const checked = parseChoice(model.options, choice);
  const graph = model.build(choice);
  if (!checked.ok || !graph.ok) {
    const detail = graph.ok ? model.id : graph.error;
    return failure({ error: { code: 'badNetwork', detail }, fitted: -1 });
  }
  const tensors = fit(graph.value);
  if (!tensors.ok) return tensors;
  const { resolution, ...options } = checked.value;
  return success({
    ...described,
    model,
    options,
    resolution,
    graph: graph.value,
    tensors: tensors.value,
  });
}

/** The fit that succeeds, or the one that gets furthest. */
function furthest(fits: readonly Result<TensorValues, Misfit>[]): Result<TensorValues, Misfit> {
  const none = failure<Misfit>({ error: unreadable(signs.noLayers, 'unfit'), fitted: -1 });
  return fits.reduce((best, fit) => (best.ok || (!fit.ok && fit.error.fitted <= best.error.fitted) ? best : fit), none);
}
