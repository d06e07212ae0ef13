import type { NamedNetwork } from '../models/networkName';
import { parametersBesides } from '../parameter';
import { published } from './published';
import type { PublishedFigure } from './publishedFigure';

/** The figures printed for exactly this network, options and resolution; empty for other class counts. */
export function publishedFor({ model, choice }: NamedNetwork): readonly PublishedFigure[] {
  if (choice['classes'] !== model.options.classes.default) return [];
  // Release, padding and head change how a network counts or classifies, not which network a paper's row means.
  const printed = parametersBesides(model.options, ['release', 'padding', 'variant', 'input', 'head']);
  return published.filter(
    ({ net, otherStructure, options, resolution }) =>
      net === model.id &&
      otherStructure === undefined &&
      resolution === choice['resolution'] &&
      printed.every(([name, option]) => (options[name] ?? option.default) === choice[name]),
  );
}

/** The first of them that has an accuracy. */
export function accuracyFor(network: NamedNetwork): PublishedFigure | undefined {
  return publishedFor(network).find(({ top1 }) => top1 !== undefined);
}
