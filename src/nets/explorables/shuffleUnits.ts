import { residualBottleneck } from '../blocks/residualBottleneck';
import { shuffleUnitV1 } from '../blocks/shuffleUnitV1';
import { shuffleDownUnitV2, shuffleUnitV2 } from '../blocks/shuffleUnitV2';
import { input } from '../build';
import type { Node } from '../graph';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/** The groups of ShuffleNet's Table 1, with the output channels of its stages 2 to 4. arXiv:1707.01083. */
const stage2ChannelsByGroups: ReadonlyMap<number, number> = new Map([
  [1, 144],
  [2, 200],
  [3, 240],
  [4, 272],
  [8, 384],
]);

const groups = { kind: 'number', default: 3, values: [...stage2ChannelsByGroups.keys()] } as const;
const resolution = { kind: 'number', default: 28, values: [7, 14, 28, 56] } as const;

/** Multiples of 4 groups, so that the bottleneck's quarter divides too; beyond 480 only the widths of the networks. */
function channelsFor(groupCount: number): readonly number[] {
  const stage2 = stage2ChannelsByGroups.get(groupCount) ?? 4 * groupCount;
  const values = new Set([...steps(4 * groupCount, 480, 4 * groupCount), stage2, 2 * stage2, 4 * stage2]);
  return [...values].sort((a, b) => a - b);
}

/**
 * ShuffleNet's figure 2: (a) a bottleneck with a depthwise 3x3, (b) the unit with stride 1, (c) with stride 2, which doubles
 * the channels; each compared with ResNet's bottleneck of the same shapes. arXiv:1707.01083, sections 3.2 and 3.3.
 */
export const shuffleUnitsV1 = defineExplorable({
  id: 'unit',
  knobs: {
    figure: { kind: 'choice', default: 'b', values: ['a', 'b', 'c'] },
    groups,
    channels: { kind: 'number', default: 240, values: (chosen) => channelsFor(chosen('groups')) },
    resolution,
  },
  block: ({ figure, groups: groupCount, ...map }) =>
    figure === 'a'
      ? depthwiseBottleneck(figure, mapOf(map))
      : unitV1(figure, mapOf(map), groupCount, figure === 'b' ? 1 : 2),
  replaced: ({ figure, ...map }) => resNetBottleneck(mapOf(map), figure === 'c' ? 2 : 1),
});

/**
 * ShuffleNet V2's figure 3: (a) and (b) are version 1 with stride 1 and 2, (c) and (d) are version 2, each compared with
 * what it replaced. Each version has its own width, because version 1 affords more channels for the same multiply-adds. arXiv:1807.11164, section 3.
 */
export const shuffleUnits = defineExplorable({
  id: 'units',
  knobs: {
    figure: { kind: 'choice', default: 'c', values: ['a', 'b', 'c', 'd'] },
    groups,
    channelsV1: { kind: 'number', default: 240, values: (chosen) => channelsFor(chosen('groups')) },
    channelsV2: { kind: 'number', default: 116, values: [...steps(4, 488, 4), 704, 976] },
    resolution,
  },
  block: (values) => {
    const version1 = mapOf({ channels: values.channelsV1, resolution: values.resolution });
    const version2 = mapOf({ channels: values.channelsV2, resolution: values.resolution });
    if (values.figure === 'a') return unitV1('a', version1, values.groups, 1);
    if (values.figure === 'b') return unitV1('b', version1, values.groups, 2);
    if (values.figure === 'c') return shuffleUnitV2('c', version2);
    return shuffleDownUnitV2('d', version2, { outChannels: 2 * values.channelsV2, implementation: 'torchvision' });
  },
  replaced: ({ figure, groups: groupCount, channelsV1, resolution: size }) => {
    const map = mapOf({ channels: channelsV1, resolution: size });
    if (figure === 'a' || figure === 'b') return resNetBottleneck(map, figure === 'a' ? 1 : 2);
    return unitV1('version1', map, groupCount, figure === 'c' ? 1 : 2);
  },
});

/** A residual unit of section 3.2's comparison at stride 1: `channels` in and out, a quarter in the bottleneck. */
export function comparedUnit(
  unit: 'resNet' | 'resNeXt' | 'depthwiseBottleneck' | 'shuffleNet',
  values: { readonly channels: number; readonly groups: number; readonly resolution: number },
): Node {
  const map = mapOf(values);
  if (unit === 'shuffleNet') return unitV1(unit, map, values.groups, 1);
  if (unit === 'depthwiseBottleneck') return depthwiseBottleneck(unit, map);
  return bottleneck(unit, map, { spatialGroups: unit === 'resNeXt' ? values.groups : 1 });
}

function unitV1(id: string, map: Node, groupCount: number, stride: 1 | 2): Node {
  return shuffleUnitV1(id, map, { outChannels: stride * map.shape.channels, groups: groupCount, stride });
}

function depthwiseBottleneck(id: string, map: Node): Node {
  return bottleneck(id, map, { spatialGroups: map.shape.channels / 4 });
}

function resNetBottleneck(map: Node, stride: 1 | 2): Node {
  return residualBottleneck('resNet', map, {
    bottleneckChannels: (stride * map.shape.channels) / 4,
    outChannels: stride * map.shape.channels,
    stride,
  });
}

function bottleneck(id: string, map: Node, { spatialGroups }: { readonly spatialGroups: number }): Node {
  const { channels } = map.shape;
  return residualBottleneck(id, map, { bottleneckChannels: channels / 4, outChannels: channels, spatialGroups });
}

function mapOf({ channels, resolution: size }: { readonly channels: number; readonly resolution: number }): Node {
  return input({ height: size, width: size, channels });
}
