import { scaleLinear, scaleLog } from 'd3-scale';
import type { LayerCost } from '../../nets/readings/cost';

/** What a layer moves as a bar of three parts, and what it computes as a dot, each on the scale of all layers together. */
export type TrafficBar = {
  readonly id: string;
  readonly parts: readonly {
    readonly role: 'input' | 'weights' | 'output';
    readonly x: number;
    readonly width: number;
    readonly elements: number;
  }[];
  /** Where the dot of the multiply-adds stands, on a logarithmic scale. */
  readonly macsX: number;
  readonly macs: number;
};

/** Bars from x = 0 to at most `width`; the longest bar and the dearest dot reach it. */
export function trafficBarsOf(
  layers: readonly { readonly id: string; readonly layer: LayerCost }[],
  width: number,
): readonly TrafficBar[] {
  const most = Math.max(1, ...layers.map(({ layer }) => layer.memoryAccess));
  const elements = scaleLinear([0, most], [0, width]);
  const macs = layers.map(({ layer }) => Math.max(1, layer.macs));
  const operations = scaleLog([Math.min(...macs) / 10, Math.max(...macs)], [0, width]);
  return layers.map(({ id, layer }) => {
    const { inputElements, weightElements, outputElements } = layer;
    return {
      id,
      parts: [
        { role: 'input', x: 0, width: elements(inputElements), elements: inputElements },
        { role: 'weights', x: elements(inputElements), width: elements(weightElements), elements: weightElements },
        {
          role: 'output',
          x: elements(inputElements + weightElements),
          width: elements(outputElements),
          elements: outputElements,
        },
      ],
      macsX: operations(Math.max(1, layer.macs)),
      macs: layer.macs,
    };
  });
}
