import { modelById } from '../../../nets/models/index';
import { builtGraph, type Model } from '../../../nets/models/model';
import { defaultsOf, nearestChoice, type Choice } from '../../../nets/parameter';
import { accuracyFor } from '../../../nets/papers/publishedFor';
import type { PublishedFigure } from '../../../nets/papers/publishedFigure';
import { arithmeticIntensity, costOf } from '../../../nets/readings/cost';
import { argument } from '../../explain/network/argument';

/** A network of the course, counted at some width and resolution. */
export type SummaryRow = {
  readonly model: Model;
  readonly choice: Choice;
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
  /** In elements. */
  readonly peakActivations: number;
  /** Multiply-adds for each element that is moved. */
  readonly intensity: number;
  /** What is published at these options; undefined where nothing is. */
  readonly published: PublishedFigure | undefined;
};

/** The networks of the course, in its order. */
const models: readonly Model[] = argument.flatMap(({ net }) => {
  const model = modelById(net);
  return model.ok ? [model.value] : [];
});

/**
 * The networks of the course at one width and one resolution, as far as they have them.
 * @param resolution in px; null for each paper's own
 */
export function summaryRows(width: number, resolution: number | null): readonly SummaryRow[] {
  return models.map((model) => {
    const own = defaultsOf(model.options);
    const choice = nearestChoice(model.options, {
      ...own,
      ...('width' in own ? { width } : {}),
      ...(resolution === null ? {} : { resolution }),
    });
    const cost = costOf(builtGraph(model, choice));
    const { params, macs, memoryAccess, peakActivations } = cost;
    const published = accuracyFor({ model, choice });
    return {
      model,
      choice,
      params,
      macs,
      memoryAccess,
      peakActivations,
      intensity: arithmeticIntensity(cost),
      published,
    };
  });
}

/** What a row is called: V3 by its size, as its paper has two networks. */
export function rowName({ model, choice }: SummaryRow): string {
  return choice['size'] === 'large' ? `${model.name}-Large` : model.name;
}

/** Every network as its paper has it. */
export const asPublished: readonly SummaryRow[] = summaryRows(1, null);

/** The one with this id, as its paper has it. */
export function published(net: string): SummaryRow {
  const row = asPublished.find(({ model }) => model.id === net);
  if (row === undefined) throw new Error(`summary: no such network (got ${net})`);
  return row;
}
