import { describe, expect, it } from 'vitest';
import type { Graph } from '../../nets/graph';
import { inputOf } from '../../nets/graph';
import { fireModule } from '../../nets/explorables/fireModule';
import { memoryTraffic } from '../../nets/explorables/memoryTraffic';
import { shuffleUnitsV1 } from '../../nets/explorables/shuffleUnits';
import { alexNet } from '../../nets/models/alexNet';
import { efficientNetLite0 } from '../../nets/models/efficientNetLite0';
import { mobileNetV1 } from '../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { builtGraph } from '../../nets/models/model';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { xception } from '../../nets/models/xception';
import { convFlavour } from '../../nets/op';
import { mobileNetV1Figures } from '../../nets/papers/mobileNetV1';
import { mobileNetV2Figures } from '../../nets/papers/mobileNetV2';
import { shuffleNetV1Experiments } from '../../nets/papers/shuffleNetV1';
import { shuffleNetV2Experiments } from '../../nets/papers/shuffleNetV2';
import { bottlenecksOf } from '../../nets/readings/bottlenecks';
import { costOf } from '../../nets/readings/cost';
import { sharesOf } from '../../nets/readings/shares';
import { textOf } from './fixtures/chapterText';

const percent = new Intl.NumberFormat('en', { style: 'percent' });

describe('a sentence about many cases', () => {
  it('says from where on a bottleneck is mostly 1x1 convolutions', async () => {
    expect(await textOf('shuffleNetV1')).toContain('Once the 3×3 of a bottleneck is grouped or depthwise');
    // 2cm of 2cm + 9m^2, and of 2cm + 9m, for c = 240 and m = 60.
    const { block, replaced } = shuffleUnitsV1.at({ figure: 'a', channels: 240 });
    expect(pointwiseShare(block)).toBeCloseTo(0.9816, 4);
    expect(replaced && pointwiseShare(replaced)).toBeCloseTo(0.4706, 4);
  });

  it('says where more groups are worse, and where they are not', async () => {
    const best = shuffleNetV1Experiments.groups.map(({ width, top1Error }) => {
      const [[groups] = []] = Object.entries(top1Error).sort(([, a], [, b]) => a - b);
      return [width, Number(groups)];
    });
    expect(best).toEqual([
      [1, 8],
      [0.5, 4],
      [0.25, 8],
    ]);
    expect(await textOf('shuffleNetV1')).toContain('At 0.5× eight groups are worse than four');
    expect(await textOf('shuffleNetV1')).toContain('At 0.25×, though, eight are best');
  });

  it('counts how often the entry flow halves the map', async () => {
    const heights = builtGraph(xception).nodes.map(({ id, shape }) => [id, shape.height] as const);
    const entry = heights.slice(
      0,
      heights.findIndex(([id]) => id.startsWith('middle')),
    );
    const halved = entry.filter(([, height], at) => height <= (entry[at - 1]?.[1] ?? 0) / 2 + 1);
    expect(new Set(halved.map(([, height]) => height))).toEqual(new Set([149, 74, 37, 19]));
    expect(await textOf('xception')).toContain('The entry flow halves the map four times: once in the stem');
  });

  it('gives the range of a gain that differs by width and device', async () => {
    // Table 4: 2,842 / 2,427, 2,376 / 2,066, 1,782 / 1,436 and 66.3 / 56.7, 20.2 / 16.9, 5.4 / 5.0.
    expect(await textOf('shuffleNetV2')).toContain('speed rises only by 15% to 24%');
  });

  it('gives the spread of what other papers measured', async () => {
    const { groups, networks } = shuffleNetV2Experiments;
    const [one, eight] = [groups.find((row) => row.groups === 1), groups.find((row) => row.groups === 8)];
    const kept = (['gpu', 'arm'] as const).map((device) =>
      (one?.[device] ?? []).map((speed, at) => (eight?.[device][at] ?? NaN) / speed),
    );
    const ranges = kept.map((shares) =>
      [Math.min(...shares), Math.max(...shares)].map((share) => percent.format(share)),
    );
    expect(ranges).toEqual([
      ['26%', '53%'],
      ['70%', '78%'],
    ]);
    expect(await textOf('shuffleNetV2')).toContain('at 26% to 53% of the speed on the GPU, and at 70% to 78% on ARM');
    const large = networks.filter(({ macsMillions }) => macsMillions > 250 && macsMillions < 350).map(({ gpu }) => gpu);
    expect(Math.max(...large) / Math.min(...large)).toBeCloseTo(1.91, 2);
    const lost = shuffleNetV1Experiments.shuffle.map(
      ({ top1ErrorWithout, top1ErrorWith }) => top1ErrorWithout - top1ErrorWith,
    );
    expect([Math.min(...lost), Math.max(...lost)].map((points) => points.toFixed(1))).toEqual(['1.3', '5.8']);
    expect(await textOf('shuffleNetV1')).toContain('lose 1.3 to 5.8 points');
  });

  it('compares two networks at named options', async () => {
    const [v1, v2] = [mobileNetV1Figures, mobileNetV2Figures].map((figures) => figures[0]);
    expect([v1?.top1, v2?.top1]).toEqual([70.6, 72]);
    const share = percent.format(costOf(builtGraph(mobileNetV2)).macs / costOf(builtGraph(mobileNetV1)).macs);
    expect(await textOf('mobileNetV2')).toContain(`it needs ${share} of V1’s multiply-adds`);
  });

  it('names the block without an expansion', async () => {
    const expanded = bottlenecksOf(builtGraph(efficientNetLite0)).map(({ expansion }) => expansion);
    expect(expanded[0]).toBe(1);
    expect(new Set(expanded.slice(1))).toEqual(new Set([6]));
    expect(await textOf('efficientNet')).toContain('six times the width (the first block has none)');
  });

  it('tells the map of a figure from that of the network', async () => {
    const fire2 = builtGraph(squeezeNet).nodes.find(({ id }) => id.startsWith('fire2.'));
    expect([fireModule.at({}).block.input.shape.height, fire2?.shape.height]).toEqual([55, 54]);
    expect(await textOf('squeezeNet')).toContain('on the paper’s 55×55 map; this app’s network has 54×54 there');
  });

  it('compares published accuracies within one source', async () => {
    const text = await textOf('squeezeNet');
    expect(text).toMatch(/Plain 1\.0.{0,40}57\.5.{0,8}58\.1/);
    expect(text).toMatch(/Version 1\.1.{0,40}58\.2/);
  });

  it('divides the arithmetic of a depthwise convolution by its channels', async () => {
    const [depthwise, standard] = (['depthwise', 'standard'] as const).map((kind) =>
      costOf(memoryTraffic.graph({ kind, channels: 128, resolution: 56 })),
    );
    expect((standard?.macs ?? 0) / (depthwise?.macs ?? 1)).toBe(128);
    const moved = percent.format((depthwise?.memoryAccess ?? 0) / (standard?.memoryAccess ?? 1));
    expect(await textOf('counting')).toContain(`1/128, and it still moves ${moved} of the elements`);
  });

  it('gives the params of AlexNet as they are counted', async () => {
    const { params } = costOf(builtGraph(alexNet));
    const exact = new Intl.NumberFormat('en').format(params);
    expect(await textOf('counting')).toContain(
      `96% of AlexNet’s ${exact} params are in its three fully connected layers, with 8% of its multiply-adds`,
    );
  });

  it('gives what fvcore counts of MobileNet V2, the pool included', async () => {
    expect(await textOf('counting')).toContain('300,774,272 multiply-adds + 13,356,224 batch norm + 62,720 pooling');
  });

  it('says nothing of batch norm beside a layer that has none', async () => {
    expect(await textOf('counting')).not.toMatch(/params with(out)? batch norm/);
    expect(await textOf('mobileNetV2')).toMatch(/params with batch norm/);
  });
});

/** The share of the convolutions' multiply-adds that are in 1x1 convolutions. */
function pointwiseShare(graph: Graph): number {
  const shares = sharesOf(costOf(graph), ({ node }) =>
    node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : undefined,
  );
  const all = shares.reduce((sum, { macsShare }) => sum + macsShare, 0);
  return (shares.find(({ group }) => group === 'pointwise')?.macsShare ?? 0) / all;
}

describe('a published figure beside a counted one', () => {
  it('says whose it is once the sliders are not at its setting', async () => {
    expect(await textOf('mobileNetV3')).toContain('of the tail; the paper says 30 M');
    expect(await textOf('mobileNetV3')).toContain('the paper: 10 M and 2 ms, from 32 to 16');
    const moved = await textOf('mobileNetV3', 'tail.resolution=14&stem.filters=8');
    expect(moved).not.toContain('the paper says 30 M');
    expect(moved).toContain(
      'of this tail; the paper’s 30 M are of V3-Large’s: 160, 960 and 1,280 channels on a 7×7 map',
    );
    expect(moved).not.toContain('the paper: 10 M');
    expect(moved).toContain('the paper’s 10 M and 2 ms are from 32 filters to 16, at 224 px');
  });
});
