import type { Model } from '../../nets/models/model';
import { published } from '../../nets/papers/published';
import type { Source } from '../../nets/papers/publishedFigure';
import { costOf } from '../../nets/readings/cost';

/** A network of a family: its width and resolution, its counted cost, and its published accuracy. */
export type MultiplierCell = {
  readonly width: number;
  readonly resolution: number;
  readonly macs: number;
  readonly params: number;
  /** MACs and params as fractions of the network at the largest width and resolution. */
  readonly macsShare: number;
  readonly paramsShare: number;
  /** The rule of thumb for `macsShare`: (width x resolution / largest resolution) squared. */
  readonly ruleOfThumb: number;
  /** ImageNet top-1 in per cent, from the first of `preferred` that printed one. */
  readonly top1: { readonly percent: number; readonly source: Source } | undefined;
};

/**
 * Every combination of width multiplier and resolution, each counted on its own graph: a row per width, a column per
 * resolution, in the given order. MobileNets, arXiv:1704.04861, sections 3.3, 3.4 and 4.3.
 */
export function multiplierMapOf(
  model: Model,
  widths: readonly number[],
  resolutions: readonly number[],
  preferred: readonly Source[],
): readonly (readonly MultiplierCell[])[] {
  const whole = countedAt(model, Math.max(...widths), Math.max(...resolutions));
  return widths.map((width) =>
    resolutions.map((resolution) => {
      const { macs, params } = countedAt(model, width, resolution);
      return {
        width,
        resolution,
        macs,
        params,
        macsShare: macs / whole.macs,
        paramsShare: params / whole.params,
        ruleOfThumb: ((width / Math.max(...widths)) * (resolution / Math.max(...resolutions))) ** 2,
        top1: publishedTop1(model.id, width, resolution, preferred),
      };
    }),
  );
}

function countedAt(model: Model, width: number, resolution: number) {
  const graph = model.build({ width, resolution });
  if (!graph.ok) throw new RangeError(`multiplierMap: ${graph.error}`);
  return costOf(graph.value);
}

function publishedTop1(net: string, width: number, resolution: number, preferred: readonly Source[]) {
  for (const source of preferred) {
    const figure = published.find(
      (candidate) =>
        candidate.net === net &&
        candidate.otherStructure === undefined &&
        (candidate.options['width'] ?? 1) === width &&
        candidate.resolution === resolution &&
        candidate.top1 !== undefined &&
        candidate.sources.includes(source),
    );
    if (figure?.top1 !== undefined) return { percent: figure.top1, source };
  }
  return undefined;
}
