import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equalWidth } from '../../nets/explorables/guidelines';
import { alexNet } from '../../nets/models/alexNet';
import { inceptionV3 } from '../../nets/models/inceptionV3';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { builtGraph } from '../../nets/models/model';
import { shuffleNetV1 } from '../../nets/models/shuffleNetV1';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { xception } from '../../nets/models/xception';
import { bottlenecksOf } from '../../nets/readings/bottlenecks';
import { float32Bytes } from '../../nets/readings/compressedSize';
import { costOf } from '../../nets/readings/cost';
import { sharesOf } from '../../nets/readings/shares';
import { shuffleNetV1Experiments } from '../../nets/papers/shuffleNetV1';
import { shuffleNetV2Experiments } from '../../nets/papers/shuffleNetV2';
import { type Chapter, textOf } from './fixtures/chapterText';

/**
 * What the course text gets wrong (A), loosely (B) or leaves out (C): the number of the slip, the chapter that corrects it,
 * and the text that a reader finds there. Formulas are compared by the TeX that they carry for screen readers.
 */
const corrections: readonly (readonly [slip: string, chapter: Chapter, ...sentences: string[]])[] = [
  ['A1', 'counting', 'weights are read once, not once per pixel', String.raw`h\,w\,(c_1 + c_2) + c_1\,c_2`],
  ['A1', 'shuffleNetV2', 'The bound only follows from the correct form'],
  ['A2', 'shuffleNetV2', 'The bracket closes before the weights: hw(c₁ + c₂) + c₁c₂/g'],
  ['A3', 'squeezeNet', 'After conv10 comes global average pooling', 'conv1, fire3 and fire5'],
  ['A4', 'squeezeNet', 'AlexNet’s paper says 60 million', 'AlexNet’s params sit in its three fully connected'],
  ['A5', 'mobileNetV3', 'The expansion layer is unchanged', 'squeezed vector inside'],
  ['A6', 'mobileNetV3', 'The method is NetAdapt, and it comes second', 'MnasNet-A1'],
  ['A7', 'squeezeNet', 'The second part is called expand', 'two expand layers stand side by side'],
  ['A8', 'squeezeNet', 'submitted to ICLR 2017, it stayed an arXiv paper of 2016'],
  ['A9', 'shuffleNetV2', 'The paper splits for G3', 'G1 is met by the other branch'],
  ['A10', 'shuffleNetV2', 'Because of G4: there it can merge', 'G3 has no part in it'],
  ['A11', 'mobileNetV2', 'means a full, that is standard, 3×3 convolution'],
  ['A12', 'shuffleNetV2', 'It is the memory access cost', 'It is no time, and it has nothing to do with MACs'],
  ['A13', 'shuffleNetV1', 'Megvii, 2017ShuffleNet V1'],
  ['B1', 'counting', 'FLOPs of the ShuffleNet papers are multiply-adds', 'FLOPS with a capital S is a speed'],
  ['B1', 'counting', '1.72 GFLOPS is 0.86 G multiply-adds'],
  ['B2', 'squeezeNet', 'Params are a count', 'In float32 each takes 4 bytes', 'MiB, of 2²⁰ bytes'],
  ['B3', 'counting', 'height and width in the formula are those of the output'],
  ['B3', 'counting', 'one output channel per input channel', 'Biases, one per output channel'],
  ['B4', 'squeezeNet', 'It reduces their input channels'],
  ['B5', 'squeezeNet', 'width grows by 128 every two modules (128, 128, 256, 256, … 512, 512)'],
  ['B6', 'squeezeNet', 'Complex bypass keeps these and adds bypasses with a 1×1', 'gained 2.9 points of top-1'],
  ['B7', 'squeezeNet', 'To 0.47 megabytes on disk', 'There are still 1.25 million params'],
  ['B8', 'squeezeNet', 'Convolutions against convolutions', 'fewer params is not less work'],
  ['B9', 'xception', 'The params are kept equal on purpose', 'the multiply-adds are not'],
  ['B10', 'xception', 'The paper calls the order unimportant', 'trains faster and ends better (figure 10)'],
  ['B11', 'shuffleNetV1', 'Its 3×3 convolution is already depthwise', 'has a quarter of the output', 'has no ReLU'],
  [
    'B11',
    'shuffleNetV1',
    'stays ungrouped: the first of stage 2',
    'The shortcut is a 3×3 average pool with stride 2, and it is concatenated',
  ],
  ['B12', 'shuffleNetV1', 'V2 keeps the shuffle', 'are the grouped convolutions, the bottleneck'],
  ['B13', 'shuffleNetV2', 'Among 1×1 convolutions of the same multiply-adds', 'from 16,384 to 15,552'],
  ['B14', 'shuffleNetV2', 'For given multiply-adds and a given input'],
  ['B15', 'shuffleNetV2', 'Ops in a row count as well', 'at 512 channels, or on ARM, much less'],
  ['B16', 'shuffleNetV2', 'It removes ReLU and shortcut separately, and both', 'count the depthwise conv'],
  ['B17', 'shuffleNetV2', 'Partly for G2, and partly because the split already makes two groups'],
  ['B18', 'shuffleNetV2', 'enters with 24 channels and gives 48, 116, 176 or 244'],
  ['B19', 'mobileNetV1', 'VGG has no batch norm at all'],
  ['B20', 'mobileNetV2', 'Only those with stride 1 and equal widths do', 'the first block expands nothing'],
  ['B21', 'mobileNetV2', 'ReLU6 is there for low-precision arithmetic', 'The linear projection is what'],
  ['B22', 'mobileNetV3', 'on the authors’ phone of time. But in V3-Large it holds', 'Blocks with SE in'],
  ['B23', 'mobileNetV3', 'params grow by half a million', 'The paper says “almost no loss”', '7 ms', '30 M'],
  ['B24', 'mobileNetV3', 'With h-swish instead of ReLU, the authors found 16', 'the paper: 10 M and 2 ms'],
  ['B25', 'mobileNetV3', 'Only in the first layer and the deeper half'],
  ['C1', 'mobileNetV1', 'each knob acts squared', 'alpha^2'],
  ['C1', 'mobileNetV1', 'it is about 8 to 9 times'],
  ['C1', 'mobileNetV1', '94.86', '74.59'],
  ['C2', 'shuffleNetV2', 'with one addition. A 1×1 convolution, Conv5'],
  ['C3', 'shuffleNetV1', '(2cm/g + 9m)'],
  ['C3', 'shuffleNetV1', 'The same networks without their shuffles lose'],
  ['C4', 'squeezeNet', 'is 0.125 in all eight modules'],
  ['C4', 'squeezeNet', 'Version 1.1 has the same modules'],
  ['C5', 'xception', 'Thirty-six convolutional layers in fourteen modules', 'Every module but the first and the last'],
];

describe('the corrections of the course', () => {
  it('are complete', () => {
    const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
    const wanted = [...numbered('A', 13), ...numbered('B', 25), ...numbered('C', 5)];
    expect([...new Set(corrections.map(([slip]) => slip))]).toEqual(wanted);
  });

  for (const [slip, chapter, ...sentences] of corrections) {
    it(`${slip} is put right in ${chapter}`, async () => {
      const text = await textOf(chapter);
      for (const sentence of sentences) expect(text).toContain(sentence);
    });
  }

  // The catalogue holds every English message beside its translation.
  it('does not pick up the misspelling of a name', () => {
    const catalogue = readFileSync(new URL('../../locales/zh.po', import.meta.url), 'utf8');
    expect(catalogue).not.toMatch(/seperable|alaxnet|alennet|extraxt|bottlenet\b|旷世/i);
  });
});

describe('the numbers in the notes', () => {
  const exact = new Intl.NumberFormat('en');
  const at = (digits: number) => new Intl.NumberFormat('en', { maximumFractionDigits: digits });
  const [fire, alex] = [costOf(builtGraph(squeezeNet)), costOf(builtGraph(alexNet))];

  it('are what the graphs count', async () => {
    const paper = { balanced: 128, inChannels: 128, resolution: 56 };
    const moved = exact.format(costOf(equalWidth.graph(paper)).memoryAccess);
    const misplaced = exact.format(56 ** 2 * (128 + 128 + 128 ** 2));
    expect(await textOf('counting')).toContain(`it is ${moved} elements; the misplaced bracket makes ${misplaced}`);
    expect(await textOf('squeezeNet')).toContain(
      `60 million params; counted on the graph of its two-tower network: ${exact.format(alex.params)}`,
    );
    expect(await textOf('squeezeNet')).toContain(`still ${at(2).format(fire.params / 1e6)} million params`);
  });

  it('are what the errata give, where a page computes them', () => {
    const dense = alex.layers.filter(({ node }) => node.op.kind === 'fullyConnected');
    expect(dense.reduce((sum, { params }) => sum + params, 0)).toBe(58_631_144);
    expect(at(2).format(float32Bytes(fire.params) / 2 ** 20)).toBe('4.76');
    expect(at(1).format(alex.params / fire.params)).toBe('48.8');
    const [ours, theirs] = [costOf(builtGraph(xception)), costOf(builtGraph(inceptionV3))];
    expect(at(0).format(100 * (ours.macs / theirs.macs - 1))).toBe('46');
    const moved = [1, 3, 8].map((groups) => costOf(builtGraph(shuffleNetV1, { groups })).convMemoryAccess / 1e6);
    expect(moved.map((value) => at(2).format(value))).toEqual(['5.3', '7.81', '11.64']);
  });

  it('give squeeze-and-excite its share of V3-Large, and count its blocks', () => {
    const cost = costOf(builtGraph(mobileNetV3));
    const [share] = sharesOf(cost, ({ node }) => (node.id.includes('.squeezeExcite.') ? 'se' : undefined));
    expect(at(1).format(100 * (share?.paramsShare ?? 0))).toBe('27.6');
    expect(at(1).format(100 * (share?.macsShare ?? 0))).toBe('0.7');
    const squeezed = (['large', 'small'] as const).map((size) => {
      const blocks = bottlenecksOf(builtGraph(mobileNetV3, { size }));
      return [blocks.filter(({ squeezeChannels }) => squeezeChannels !== undefined).length, blocks.length];
    });
    expect(squeezed).toEqual([
      [8, 15],
      [9, 11],
    ]);
  });

  it('are those of the tables that the papers print', async () => {
    const series = shuffleNetV2Experiments.fragments.find(({ structure }) => structure === 'fourInSeries');
    const [one] = shuffleNetV2Experiments.fragments;
    expect(await textOf('shuffleNetV2')).toContain(
      `four in series run at ${exact.format(series?.gpu[0] ?? 0)} batches per second where one has ${exact.format(one?.gpu[0] ?? 0)}`,
    );
    const [widest] = shuffleNetV2Experiments.equalWidth.slice(-1);
    const [first] = shuffleNetV2Experiments.equalWidth;
    const products = [first, widest].map((row) => exact.format((row?.gpuChannels ?? [0, 0]).reduce((a, b) => a * b)));
    expect(products).toEqual(['16,384', '15,552']);
    expect(shuffleNetV1Experiments.shuffle).toContainEqual({
      width: 1,
      groups: 8,
      top1ErrorWithout: 37.6,
      top1ErrorWith: 32.4,
    });
  });
});
