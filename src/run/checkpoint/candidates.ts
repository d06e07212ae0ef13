import { catalogue } from '../../nets/models/index';
import type { Model } from '../../nets/models/model';
import type { Choice, Parameter } from '../../nets/parameter';
import { listedValues, parametersBesides } from '../../nets/parameter';
import { steps } from '../../nets/steps';

/** A network that a checkpoint may belong to. Missing options have their default. */
export type Candidate = { readonly model: Model; readonly options: Choice };

/** Published widths of networks whose width can be any number. */
const publishedWidths = [1, 0.75, 0.5, 0.35, 0.25, 1.25, 1.3, 1.4, 1.5, 2];

/**
 * Every network with every published choice of options, defaults first; with `model` and `known`, only the choices that
 * agree with them.
 */
export function candidates(model: Model | undefined, known: Choice = {}): readonly Candidate[] {
  const models = model === undefined ? catalogue : [model];
  return models.flatMap((each) => choicesOf(each, known).map((options) => ({ model: each, options })));
}

function choicesOf({ options }: Model, known: Choice): readonly Choice[] {
  // Tensors do not show padding or resolution, and the classifier shows the number of classes.
  const visible = parametersBesides(options, ['input', 'head', 'padding', 'variant']);
  const open = visible.filter(([name]) => !(name in known));
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
    case 'range':
      return publishedWidths;
    case 'integer':
      return steps(option.minimum, option.maximum);
    case 'number':
    case 'choice':
      return listedValues(option) ?? [];
  }
}
