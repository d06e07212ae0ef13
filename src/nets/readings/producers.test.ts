import { describe, expect, it } from 'vitest';
import { featureReuse } from '../explorables/featureReuse';
import { builtGraph } from '../models/model';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { producersOf } from './producers';

function fromInput(channels: number, units: number): number {
  const graph = featureReuse.graph({ channels, units });
  return (producersOf(graph).get(graph.output.id) ?? []).filter((producer) => producer === graph.input.id).length;
}

describe('producersOf', () => {
  it.each([8, 16, 32])(
    'finds half of what was untouched still untouched after every unit, of %i channels',
    (channels) => {
      for (let units = 1; 2 ** units <= channels; units += 1)
        expect(fromInput(channels, units)).toBe(channels / 2 ** units);
    },
  );

  it('alternates between kept and new channels after one unit', () => {
    const graph = featureReuse.graph({ channels: 8, units: 1 });
    const producers = producersOf(graph).get(graph.output.id) ?? [];
    expect(producers.map((producer) => producer === graph.input.id)).toEqual([1, 0, 1, 0, 1, 0, 1, 0].map(Boolean));
  });

  it('finds no kept channels after a sum: version 1 computes every channel again', () => {
    const graph = builtGraph(shuffleNetV1, { groups: 3 });
    const unit = graph.nodes.filter(({ op }) => op.kind === 'add').at(-1);
    expect(new Set(producersOf(graph).get(unit?.id ?? ''))).toEqual(new Set([unit?.id]));
  });
});
