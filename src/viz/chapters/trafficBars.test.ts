import { describe, expect, it } from 'vitest';
import { everyKind } from '../../nets/explorables/memoryTraffic';
import type { LayerCost } from '../../nets/readings/cost';
import { costOf } from '../../nets/readings/cost';
import { trafficBarsOf } from './trafficBars';

function lastLayer(layers: readonly LayerCost[]): LayerCost {
  const layer = layers.at(-1);
  if (layer === undefined) throw new Error('no layer');
  return layer;
}

const layers = everyKind({ channels: 64, resolution: 28 }).map(({ kind, graph }) => ({
  id: kind,
  layer: lastLayer(costOf(graph).layers),
}));

describe('trafficBarsOf', () => {
  it('draws the longest bar over the whole width', () => {
    const ends = trafficBarsOf(layers, 400).map(({ parts }) => parts.reduce((sum, { width }) => sum + width, 0));
    expect(Math.max(...ends)).toBeCloseTo(400);
  });

  it('splits a bar into input, weights and output', () => {
    const pointwise = trafficBarsOf(layers, 400).find(({ id }) => id === 'pointwise');
    expect(pointwise?.parts.map(({ elements }) => elements)).toEqual([28 * 28 * 64, 64 * 64, 28 * 28 * 64]);
  });

  it('puts the layer with the most multiply-adds at the end of the logarithmic scale', () => {
    const bars = trafficBarsOf(layers, 400);
    expect(bars.find(({ id }) => id === 'standard')?.macsX).toBeCloseTo(400);
  });
});
