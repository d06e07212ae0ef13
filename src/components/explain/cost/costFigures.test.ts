import { describe, expect, it } from 'vitest';
import type { Explorable } from '../../../nets/explorables/explorable';
import type { Choice } from '../../../nets/parameter';
import { listedValues, nearestChoice } from '../../../nets/parameter';
import { explorables } from '../../../nets/explorables/index';
import { plainConvention } from '../../../nets/readings/convention';
import { countedGraph } from '../../../nets/readings/cost';
import { costParts } from './costBreakdown';
import { costFigures } from './costFigures';

/** The defaults, and each knob once at either end. */
function settingsOf({ knobs }: Explorable): readonly Choice[] {
  const defaults = nearestChoice(knobs, {});
  const ends: Choice[] = [];
  for (const [name, knob] of Object.entries(knobs)) {
    const values = listedValues(knob, defaults) ?? [];
    for (const value of [values.at(0), values.at(-1)]) if (value !== undefined) ends.push({ [name]: value });
  }
  return [defaults, ...ends.map((wanted) => nearestChoice(knobs, wanted))];
}

describe.each(explorables.map((explorable) => [explorable.id, explorable] as const))(
  'the panel of %s',
  (_, explorable) => {
    it.each(settingsOf(explorable).map((values) => [JSON.stringify(values), values] as const))(
      'shows at %s what the command line counts, as the sum of the parts that it names',
      (_settings, values) => {
        const { block, replaced } = explorable.at(values);
        for (const graph of [block, replaced]) {
          if (graph === undefined) continue;
          const counted = countedGraph(graph);
          const { cost } = counted;
          const { params, operations, memoryAccess, peakActivations } = costFigures(counted, plainConvention);
          expect({ params, operations, memoryAccess, peakActivations }).toEqual({
            params: cost.params,
            operations: cost.macs,
            memoryAccess: cost.memoryAccess,
            peakActivations: cost.peakActivations,
          });
          for (const [figure, whole] of [
            ['params', params],
            ['operations', operations],
            ['memoryAccess', memoryAccess],
          ] as const) {
            const parts = costParts(counted, figure, plainConvention);
            expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(whole);
          }
        }
      },
    );
  },
);
