import type { NamedNetwork } from '../models/networkName';
import { defaultsOf } from '../option';
import { published } from './published';
import type { PublishedFigure } from './publishedFigure';

/** Options that change how a release counts or classifies, and not which network a paper's row means. */
const besides: ReadonlySet<string> = new Set(['implementation', 'padding', 'classes', 'resolution']);

/** What papers and model pages print for exactly this network, options and resolution; empty for other class counts. */
export function publishedFor({ model, choice }: NamedNetwork): readonly PublishedFigure[] {
  const defaults = defaultsOf(model.options);
  if (choice['classes'] !== defaults['classes']) return [];
  return published.filter(
    ({ net, otherStructure, options, resolution }) =>
      net === model.id &&
      otherStructure === undefined &&
      resolution === choice['resolution'] &&
      Object.entries(choice).every(([name, value]) => besides.has(name) || (options[name] ?? defaults[name]) === value),
  );
}
