import { expect, test } from 'vitest';
import { layersExample } from '../examples/examples';
import { resultOfRecord } from '../layers/layersShelf';
import { costOf } from '../../nets/readings/cost';
import { stagesOf } from './stages';
import { stageTimes } from './stageTimes';

test.each(layersExample.results.map((record) => [record.network, record] as const))(
  'the shares of the stages of %s and of its classifier are its whole time',
  (_, record) => {
    const result = resultOfRecord(record);
    if (!result.ok) throw new Error(result.error);
    const times = stageTimes(result.value);
    const { graph } = result.value;
    const stages = stagesOf(graph, costOf(graph));
    const inStages = stages.map(({ ids }) => times.shareOf(ids));
    expect(inStages.every((share) => share > 0 && share < 1)).toBe(true);
    const staged = new Set(stages.flatMap(({ ids }) => [...ids]));
    const others = times.shareOf(new Set(graph.nodes.map(({ id }) => id).filter((id) => !staged.has(id))));
    expect(inStages.reduce((sum, share) => sum + share, others)).toBeCloseTo(1, 9);
  },
);
