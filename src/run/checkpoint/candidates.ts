import { catalogue } from '../../nets/models/index';
import type { Model } from '../../nets/models/model';
import type { Choice, OptionSpec } from '../../nets/option';

/** A network that a checkpoint may be of. Options that are left out are at their defaults. */
export type Candidate = { readonly model: Model; readonly options: Choice };

/** Widths that networks of any width are published in. */
const publishedWidths = [1, 0.75, 0.5, 0.35, 0.25, 1.25, 1.3, 1.4, 1.5, 2];

/** Options that no tensor shows, or that are found otherwise. */
const unseen: ReadonlySet<string> = new Set(['resolution', 'classes', 'padding']);

/**
 * Every network in every choice that it is published in, or only `model` and what agrees with `known`; each option is at
 * its default first.
 */
export function candidates(model: Model | undefined, known: Choice = {}): readonly Candidate[] {
  const models = model === undefined ? catalogue : [model];
  return models.flatMap((each) => choicesOf(each, known).map((options) => ({ model: each, options })));
}

function choicesOf({ options }: Model, known: Choice): readonly Choice[] {
  const open = Object.entries(options).filter(([name]) => !unseen.has(name) && !(name in known));
  return open.reduce<readonly Choice[]>(
    (choices, [name, spec]) =>
      choices.flatMap((choice) => valuesOf(spec).map((value) => ({ ...choice, [name]: value }))),
    [known],
  );
}

function valuesOf(spec: OptionSpec): readonly (string | number)[] {
  const values = valuesToTry(spec);
  return [spec.default, ...values.filter((value) => value !== spec.default)];
}

function valuesToTry(spec: OptionSpec): readonly (string | number)[] {
  switch (spec.kind) {
    case 'choice':
      return spec.values;
    case 'number':
      return publishedWidths;
    case 'integer':
      return Array.from({ length: spec.maximum - spec.minimum + 1 }, (_, index) => spec.minimum + index);
  }
}
