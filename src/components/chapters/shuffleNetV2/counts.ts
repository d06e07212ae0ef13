import { msg } from '@lingui/core/macro';
import { elementWise, equalWidth, groupCount, memoryAccessBound } from '../../../nets/explorables/guidelines';
import { featureReuse } from '../../../nets/explorables/featureReuse';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { producersOf } from '../../../nets/readings/producers';
import { workShares } from '../../../nets/readings/workKinds';
import { conv, input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import { shuffleNetV2Experiments, type MeasuredNetwork } from '../../../nets/papers/shuffleNetV2';

/** Elements that guideline 2's convolution moves with so many groups, at the same multiply-adds. */
export function movedWithGroups(groups: number): number {
  return costOf(groupCount.graph({ inChannels: 120, groups, resolution: 56 })).memoryAccess;
}

/** Elements that guideline 4's bottleneck moves with ReLU and shortcut, or without both. */
export function movedByBottleneck(parts: 'with' | 'without'): number {
  return costOf(elementWise.graph({ relu: parts, shortcut: parts, channels: 128, resolution: 56 })).memoryAccess;
}

/** The widths of guideline 1's question: their product is the square of the first. */
export const equal = { balanced: 120, resolution: 56 } as const;

export function movedAtWidth(inChannels: number): number {
  return costOf(equalWidth.graph({ ...equal, inChannels })).memoryAccess;
}

/** The five networks of about 145 million multiply-adds in the paper's Table 8. */
const raced = {
  v1: { family: 'MobileNet V1', variant: '0.5' },
  sn2: { family: 'ShuffleNet V2', variant: '1x' },
  xception: { family: 'Xception (light)', variant: '1x' },
  v2: { family: 'MobileNet V2', variant: '0.75, 192 px' },
  sn1: { family: 'ShuffleNet V1', variant: '1x, g = 3' },
} as const;

/** Where MobileNet V2’s multiply-adds and memory access are. */
const mobileNetV2Cost = costOf(builtGraph(mobileNetV2));
export const mobileNetV2Shares = {
  macs: workShares(mobileNetV2Cost, 'macs'),
  memoryAccess: workShares(mobileNetV2Cost, 'memoryAccess'),
} as const;

/** Of both versions at 1x, the first with three groups. */
export const versionCosts = { v1: costOf(builtGraph(shuffleNetV1)), v2: costOf(builtGraph(shuffleNetV2)) } as const;

/** The GPU’s speeds in the paper's Table 3 for one convolution and for four in series, by column: 128, 256, 512 channels. */
export function fragmentSpeeds(structure: 'one' | 'fourInSeries'): readonly number[] {
  return shuffleNetV2Experiments.fragments.find((row) => row.structure === structure)?.gpu ?? [];
}

/** How many times slower four in series are than one. */
export function seriesSlowdown(column: 0 | 2): number {
  const [one, series] = (['one', 'fourInSeries'] as const).map((structure) => fragmentSpeeds(structure)[column] ?? NaN);
  return (one ?? NaN) / (series ?? NaN);
}

/** Of 16 channels: those that no unit of so many has convolved. */
export function untouchedAfter(units: number): number {
  const graph = featureReuse.graph({ channels: 16, units });
  return (
    producersOf(graph)
      .get(graph.output.id)
      ?.filter((maker) => maker === graph.input.id).length ?? 0
  );
}

type Raced = keyof typeof raced;

/** The paper's row of a network. */
export function measuredOf(network: Raced): MeasuredNetwork | undefined {
  const { family, variant } = raced[network];
  return shuffleNetV2Experiments.networks.find((row) => row.family === family && row.variant === variant);
}

const racedNames = {
  v1: msg`MobileNet V1 0.5×`,
  sn2: msg`ShuffleNet V2 1×`,
  xception: msg`Xception (light)`,
  v2: msg`MobileNet V2 0.75×`,
  sn1: msg`ShuffleNet V1 1×`,
} as const;

export function racedOn(device: 'gpu' | 'arm') {
  return (['sn1', 'v1', 'xception', 'sn2', 'v2'] as const).map((value) => {
    const speed = measuredOf(value)?.[device] ?? 0;
    return {
      value,
      label: racedNames[value],
      detail: device === 'gpu' ? msg`${speed} batches/s` : msg`${speed} images/s`,
    };
  });
}

/** 5% over the bound. */
export function mostMoved(): number {
  const map = input({ height: equal.resolution, width: equal.resolution, channels: equal.balanced });
  return 1.05 * memoryAccessBound(conv('conv', map, { outChannels: equal.balanced, kernel: 1 }));
}

export function pointwiseCost(outChannels: number, groups: number) {
  const map = input({ height: 28, width: 28, channels: 240 });
  return costOf(graphOf(conv('conv', map, { outChannels, kernel: 1, groups })));
}
