import { scaleLinear, scaleLog } from 'd3-scale';
import type { LayerCost } from '../../nets/readings/cost';

/** A layer's memory traffic as a bar of three parts, and its multiply-adds as a dot, px; all layers share the scales. */
export type TrafficBar = {
  readonly id: string;
  readonly parts: readonly {
    readonly role: 'input' | 'weights' | 'output';
    readonly x: number;
    readonly width: number;
    readonly elements: number;
  }[];
  /** The dot of its multiply-adds, on a logarithmic scale. */
  readonly macsX: number;
  readonly macs: number;
};

/** Bars from x = 0; the longest bar and the largest dot reach `width`. */
export function trafficBarsOf(
  layers: readonly { readonly id: string; readonly layer: LayerCost }[],
  width: number,
): readonly TrafficBar[] {
  const max = Math.max(1, ...layers.map(({ layer }) => layer.memoryAccess));
  const elements = scaleLinear([0, max], [0, width]);
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
