import type { ComponentProps } from 'react';
import type { Node } from '../../../nets/graph';
import { quantum, type QuantisedMaps } from '../../../nets/maps/quantisedMaps';
import { wholeTile } from '../../../viz/maps/tiling';
import { SingleMap } from './SingleMap';

type QuantisedMapProps = Omit<ComponentProps<typeof SingleMap>, 'values' | 'limit' | 'height' | 'width' | 'tile'> & {
  readonly maps: QuantisedMaps;
  readonly index: number;
  /** The node that has the map. */
  readonly node: Node;
  /** What it may take, px. */
  readonly room: number;
};

/** One of some maps that were reduced to be looked at. */
export function QuantisedMap({ maps, index, node, room, ...rest }: QuantisedMapProps) {
  const { height, width, values } = maps;
  const { shape } = node;
  return (
    <SingleMap
      {...rest}
      values={values.subarray(index * height * width, (index + 1) * height * width)}
      size={[height, width]}
      height={shape.height}
      width={shape.width}
      limit={quantum}
      tile={wholeTile(room, shape.width)}
    />
  );
}
