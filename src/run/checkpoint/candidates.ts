import { catalogue } from '../../nets/models/index';
import type { Model } from '../../nets/models/model';
import type { Choice, Parameter } from '../../nets/parameter';
import { listedValues, parametersBesides } from '../../nets/parameter';
import { steps } from '../../nets/steps';

/** A network that a checkpoint may be of. Options that are left out are at their defaults. */
export type Candidate = { readonly model: Model; readonly options: Choice };

/** Widths that networks of any width are published in. */
const publishedWidths = [1, 0.75, 0.5, 0.35, 0.25, 1.25, 1.3, 1.4, 1.5, 2];

/**
 * Every network in every choice that it is published in, or only `model` and what agrees with `known`; each option is at
 * its default first.
 */
export function candidates(model: Model | undefined, known: Choice = {}): readonly Candidate[] {
  const models = model === undefined ? catalogue : [model];
  return models.flatMap((each) => choicesOf(each, known).map((options) => ({ model: each, options })));
}

function choicesOf({ options }: Model, known: Choice): readonly Choice[] {
  // No tensor shows the padding or the resolution, and the classifier shows the classes by itself.
  const visible = parametersBesides(options, ['input', 'head', 'padding']);
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
