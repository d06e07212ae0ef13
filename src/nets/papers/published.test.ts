import { describe, expect, test } from 'vitest';
import { catalogue } from '../models/index';
import { published } from './published';
import type { PublishedFigure } from './publishedFigure';
import { megvii } from './releases';
import { shuffleNetV2Paper } from './shuffleNetV2';
import type { Cost } from '../readings/cost';
import { costOf } from '../readings/cost';

/** The options of a release whose structure differs from the default; see ShuffleNet V1 and V2. */
function implementationOf(figure: PublishedFigure): { implementation?: string } {
  if (figure.exact?.implementation === 'megvii') return { implementation: 'megvii' };
  const official = figure.sources.some((source) => source === megvii || source === shuffleNetV2Paper);
  return official && figure.net === 'shufflenet-v2' ? { implementation: 'megvii' } : {};
}

function costOfFigure(figure: PublishedFigure): Cost {
  const model = catalogue.find(({ id }) => id === figure.net);
  if (model === undefined) throw new Error(`${figure.net}: not in the catalogue`);
  const graph = model.build({ ...figure.options, ...implementationOf(figure), resolution: figure.resolution });
  if (!graph.ok) throw new Error(graph.error);
  return costOf(graph.value);
}

/** One unit of the last printed digit, or 0.7 % for a large figure that was rounded to hundreds. */
function printedTolerance(millions: number): number {
  const decimals = String(millions).split('.')[1]?.length ?? 0;
  return Math.max(10 ** -decimals, 0.007 * millions);
}

const built = published.filter(({ otherStructure }) => otherStructure === undefined);
const title = (figure: PublishedFigure): string =>
  `${figure.net} ${JSON.stringify(figure.options)} at ${String(figure.resolution)} (${figure.sources.map((source) => source.title).join(' + ')})`;

describe('the counts of reference implementations are matched exactly', () => {
  for (const figure of built) {
    const { exact } = figure;
    if (exact === undefined) continue;
    test(`${title(figure)} as counted on ${exact.implementation}`, () => {
      const { params, paramsWithoutNorm, macs } = costOfFigure(figure);
      expect({ params, paramsWithoutNorm, macs }).toEqual({
        params: exact.params,
        paramsWithoutNorm: exact.paramsWithoutNorm,
        macs: exact.macs,
      });
    });
  }
});

describe('published figures are matched to their last printed digit, under one of the published counting conventions', () => {
  for (const figure of built) {
    const { paramsMillions, macsMillions, disputed } = figure;
    if (paramsMillions !== undefined && disputed !== 'params') {
      test(`params of ${title(figure)}`, () => {
        const { params, paramsWithoutNorm } = costOfFigure(figure);
        const withRunningStatistics = 2 * params - paramsWithoutNorm;
        const nearest = nearestOf([params, paramsWithoutNorm, withRunningStatistics], paramsMillions);
        expect(Math.abs(nearest - paramsMillions)).toBeLessThanOrEqual(printedTolerance(paramsMillions));
      });
    }
    if (macsMillions !== undefined && disputed !== 'macs') {
      test(`multiply-adds of ${title(figure)}`, () => {
        const { macs, layers } = costOfFigure(figure);
        const convolutionsOnly = layers.reduce(
          (sum, { node, macs: own }) => sum + (node.op.kind === 'conv' ? own : 0),
          0,
        );
        const nearest = nearestOf([macs, convolutionsOnly], macsMillions);
        expect(Math.abs(nearest - macsMillions)).toBeLessThanOrEqual(printedTolerance(macsMillions));
      });
    }
  }
});

test.each(catalogue.map(({ id }) => id))('%s has a published figure', (id) => {
  expect(built.some(({ net }) => net === id)).toBe(true);
});

test('every network of the catalogue has a published figure that its graph is held to', () => {
  const held = new Set(built.map(({ net }) => net));
  expect(catalogue.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([]);
});

test('every disputed figure says why', () => {
  for (const figure of published) if (figure.disputed !== undefined) expect(figure.note).toBeTruthy();
});

function nearestOf(counts: readonly number[], millions: number): number {
  return counts
    .map((count) => count / 1e6)
    .reduce((best, value) => (Math.abs(value - millions) < Math.abs(best - millions) ? value : best));
}
