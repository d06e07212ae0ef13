import { describe, expect, it } from 'vitest';
import { featureReuse } from '../explorables/featureReuse';
import { builtGraph } from '../models/model';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { makersOf } from './makers';

function fromInput(channels: number, units: number): number {
  const graph = featureReuse.graph({ channels, units });
  return (makersOf(graph).get(graph.output.id) ?? []).filter((maker) => maker === graph.input.id).length;
}

describe('makersOf', () => {
  it.each([8, 16, 32])(
    'finds half of what was untouched still untouched after every unit, of %i channels',
    (channels) => {
      for (let units = 1; 2 ** units <= channels; units += 1)
        expect(fromInput(channels, units)).toBe(channels / 2 ** units);
    },
  );

  it('tells after one unit the kept from the made, alternating', () => {
    const graph = featureReuse.graph({ channels: 8, units: 1 });
    const makers = makersOf(graph).get(graph.output.id) ?? [];
    expect(makers.map((maker) => maker === graph.input.id)).toEqual([1, 0, 1, 0, 1, 0, 1, 0].map(Boolean));
  });

  it('finds nothing untouched behind a sum: version 1 makes every channel anew', () => {
    const graph = builtGraph(shuffleNetV1, { groups: 3 });
    const unit = graph.nodes.filter(({ op }) => op.kind === 'add').at(-1);
    expect(new Set(makersOf(graph).get(unit?.id ?? ''))).toEqual(new Set([unit?.id]));
  });
});
