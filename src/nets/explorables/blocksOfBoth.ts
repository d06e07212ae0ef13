import { depthwiseSeparable } from '../blocks/depthwiseSeparable';
import { invertedResidual } from '../blocks/invertedResidual';
import { input } from '../build';
import { graphOf, type Graph } from '../graph';

/** A block of MobileNet V1 or V2, and where it stands in its network. */
export type BlockOfBoth = {
  readonly version: 'V1' | 'V2';
  readonly stride: 1 | 2;
  /** The path of the block in its network. */
  readonly path: string;
  readonly graph: Graph;
};

/** The blocks that both networks at width 1 and 224 px run on a 56x56 map, at each stride. MobileNetV2, arXiv:1801.04381, figure 4. */
export function blocksOfBoth(): readonly BlockOfBoth[] {
  const [v1, v2] = [mapOf(128), mapOf(24)];
  return [
    {
      version: 'V1',
      stride: 1,
      path: 'block3',
      graph: graphOf(depthwiseSeparable('block3', v1, { outChannels: 128, stride: 1 })),
    },
    {
      version: 'V1',
      stride: 2,
      path: 'block4',
      graph: graphOf(depthwiseSeparable('block4', v1, { outChannels: 256, stride: 2 })),
    },
    {
      version: 'V2',
      stride: 1,
      path: 'stage2.block2',
      graph: graphOf(invertedResidual('stage2.block2', v2, { expandedChannels: 144, outChannels: 24, stride: 1 })),
    },
    {
      version: 'V2',
      stride: 2,
      path: 'stage3.block1',
      graph: graphOf(invertedResidual('stage3.block1', v2, { expandedChannels: 144, outChannels: 32, stride: 2 })),
    },
  ];
}

function mapOf(channels: number) {
  return input({ height: 56, width: 56, channels });
}
