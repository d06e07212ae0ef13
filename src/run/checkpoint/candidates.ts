import { hasTrait } from '../../nets/op';
import { catalogue } from '../../nets/models/index';
import type { Model } from '../../nets/models/model';
import type { Choice, Parameter } from '../../nets/parameter';
import { listedValues, parametersBesides } from '../../nets/parameter';
import { steps } from '../../nets/steps';

/** A network that a checkpoint may belong to. Missing options have their default. */
export type Candidate = { readonly model: Model; readonly options: Choice };

/** What a file shows before it is compared layer by layer. */
export type LayerSizes = {
  /** Number of layers with weights. */
  readonly count: number;
  /** The channels that all of them put out, together. */
  readonly channels: number;
  /** Outputs of the last. */
  readonly classes: number;
};

/**
 * Every network with every choice of options that decide its layers, defaults first; with `model` and `known`, only the
 * choices that agree with them. A width that can be any number is the one that gives the file's number of channels.
 */
export function candidates(
  model: Model | undefined,
  known: Choice = {},
  sizes: LayerSizes | null = null,
): readonly Candidate[] {
  const models = model === undefined ? catalogue : [model];
  return models.flatMap((each) =>
    choicesOf(each, known).map((options) => ({ model: each, options: withWidth(each, options, sizes) })),
  );
}

function choicesOf({ options }: Model, known: Choice): readonly Choice[] {
  // Tensors do not show padding, variants or resolution, and the classifier shows the number of classes.
  const visible = parametersBesides(options, ['input', 'head', 'padding', 'variant']);
  const open = visible.filter(([name, { kind }]) => !(name in known) && kind !== 'range');
  return open.reduce<readonly Choice[]>(
    (choices, [name, option]) =>
      choices.flatMap((choice) => valuesOf(option).map((value) => ({ ...choice, [name]: value }))),
    [known],
  );
}

function valuesOf(option: Parameter): readonly (string | number)[] {
  return [option.default, ...valuesToTry(option).filter((value) => value !== option.default)];
}

function valuesToTry(option: Parameter): readonly (string | number)[] {
  switch (option.kind) {
    case 'integer':
      return steps(option.minimum, option.maximum);
    case 'number':
    case 'choice':
      return listedValues(option) ?? [];
    case 'range':
      return [];
  }
}

/** Widths that publishers use; they are named first where several give the same channels. */
const publishedWidths = [1, 0.75, 0.5, 0.35, 0.25, 1.25, 1.3, 1.4, 1.5, 2];

/** Adds the width for which the network has as many channels as the file, or the nearest; channels grow with it. */
function withWidth(model: Model, options: Choice, sizes: LayerSizes | null): Choice {
  const width = model.options['width'];
  if (width?.kind !== 'range' || 'width' in options || sizes === null) return options;
  const sizesAt = (value: number) => layerSizesOf(model, { ...options, width: value, classes: sizes.classes });
  // The narrowest networks lack a few layers, where a block has nothing left to expand.
  const count = sizesAt(width.default)?.count;
  if (count === undefined || Math.abs(count - sizes.count) > maxMissing) return options;
  const channelsAt = (value: number) => sizesAt(value)?.channels ?? 0;
  const published = publishedWidths.find((value) => channelsAt(value) === sizes.channels);
  if (published !== undefined) return { ...options, width: published };
  const [first, end] = [
    firstWidth(width, (value) => channelsAt(value) >= sizes.channels),
    firstWidth(width, (value) => channelsAt(value) > sizes.channels),
  ];
  return { ...options, width: roundest(first, end) };
}

const maxMissing = 4;

/** Steps of the search: fine enough for widths such as 1/3. */
const widthSteps = 10_000;

/** The first width, in steps of 1/10000, from which `isReached` holds, or the largest. */
function firstWidth(
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  isReached: (width: number) => boolean,
): number {
  let [low, high] = [Math.round(minimum * widthSteps), Math.round(maximum * widthSteps)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(middle / widthSteps)) high = middle;
    else low = middle + 1;
  }
  return low / widthSteps;
}

/** The number with the fewest digits from `first` to before `end`. */
function roundest(first: number, end: number): number {
  for (const digits of [10, 100, 1000]) {
    const rounded = Math.ceil(first * digits - 1e-9) / digits;
    if (rounded < end) return rounded;
  }
  return first;
}

/** The layer sizes of a network of the catalogue; undefined for a choice that it does not have. */
function layerSizesOf(model: Model, choice: Choice): LayerSizes | undefined {
  const graph = model.build(choice);
  if (!graph.ok) return undefined;
  const layers = graph.value.nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer'));
  const channels = layers.reduce((sum, { shape }) => sum + shape.channels, 0);
  return { count: layers.length, channels, classes: graph.value.output.shape.channels };
}
