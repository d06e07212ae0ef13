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

/**
 * Where the course that the chapters cover is wrong (A), loose (B) or leaves out what the lesson needs (C): the number of
 * the slip, the file that puts it right, and what that file says. A sentence that goes takes its line here along.
 */
const corrections: readonly (readonly [slip: string, file: string, ...sentences: string[]])[] = [
  ['A1', 'counting/MemorySection', 'weights are read once, not once per pixel', 'plain="hw(c₁ + c₂) + c₁c₂"'],
  ['A1', 'shuffleNetV2/EqualWidthSection', 'The bound only follows from the correct form'],
  ['A2', 'shuffleNetV2/GroupCountSection', 'The bracket closes before the weights: hw(c₁ + c₂) + c₁c₂/g'],
  ['A3', 'squeezeNet/FormsSection', 'After conv10 comes global <em>average</em> pooling', 'conv1, fire3 and fire5'],
  ['A4', 'squeezeNet/FiftyTimesSection', 'It has 60 million', "AlexNet's params sit in its three fully connected"],
  ['A5', 'mobileNetV3/SqueezeSection', 'The expansion layer is unchanged', 'squeezed vector inside'],
  ['A6', 'mobileNetV3/SearchSection', 'The method is NetAdapt, and it comes second', 'MnasNet-A1'],
  [
    'A7',
    'squeezeNet/SqueezeNetPage',
    'The second part is called <em>expand</em>',
    'two expand layers stand side by side',
  ],
  ['A8', 'squeezeNet/FiftyTimesSection', 'It was submitted there and stayed an arXiv paper of 2016'],
  ['A9', 'shuffleNetV2/ChangesMisstated', 'The paper splits for G3', 'G1 is met by the other branch'],
  ['A10', 'shuffleNetV2/ChangesMisstated', 'Because of G4: there it can merge', 'G3 has no part in it'],
  ['A11', 'mobileNetV2/MobileNetV2Page', 'means a full, that is standard, 3×3 convolution'],
  [
    'A12',
    'shuffleNetV2/SpeedSection',
    'It is the memory access <em>cost</em>',
    'It is no time, and it has nothing to do with MACs',
  ],
  ['A13', 'shuffleNetV1/ShuffleNetV1Page', 'ShuffleNet (Megvii, 2017)'],
  ['B1', 'counting/ToolsSection', 'FLOPs are multiply-adds', 'FLOPS with a capital S is a speed'],
  ['B1', 'explore/conventions', '1.72 GFLOPS is 0.86 G multiply-adds'],
  ['B2', 'squeezeNet/CompressionSection', 'Params are a count', 'In float32 each takes 4 bytes', 'MiB, of 2²⁰ bytes'],
  ['B3', 'counting/OutputMapSection', 'height and width in the formula are those of the output'],
  ['B3', 'counting/CountingPage', 'one output channel for each input channel', 'Biases, one for each output channel'],
  ['B4', 'squeezeNet/SqueezeNetPage', 'It reduces their <em>input</em> channels'],
  ['B5', 'squeezeNet/FormsSection', 'width grows by 128 every two modules (128, 128, 256, 256, … 512, 512)'],
  [
    'B6',
    'squeezeNet/FormsSection',
    'Complex bypass keeps these and adds bypasses with a 1×1',
    'gained 2.9 points of top-1',
  ],
  ['B7', 'squeezeNet/CompressionSection', 'To 0.47 <em>megabytes</em> on disk', 'There are still 1.25 million params'],
  ['B8', 'squeezeNet/FiftyTimesSection', 'Convolutions against convolutions', 'Fewer params is not less work'],
  ['B9', 'xception/YardstickSection', 'The params are kept equal on purpose', 'the multiply-adds are not'],
  [
    'B10',
    'xception/OrderSection',
    'The paper calls the order unimportant',
    'trains faster and ends better (figure 10)',
  ],
  [
    'B11',
    'shuffleNetV1/UnitSection',
    'Its 3×3 convolution is already depthwise',
    'has a quarter of the output',
    'has no ReLU',
  ],
  [
    'B11',
    'shuffleNetV1/UnitSection',
    'stays ungrouped: the first of stage 2',
    'averages 3×3 with stride 2 and is concatenated',
  ],
  ['B12', 'shuffleNetV1/CostSection', 'Version 2 keeps the shuffle', 'are the grouped convolutions, the bottleneck'],
  [
    'B13',
    'shuffleNetV2/EqualWidthSection',
    'Among 1×1 convolutions of the same multiply-adds',
    'from 16,384 to 15,552',
  ],
  ['B14', 'shuffleNetV2/GroupCountSection', 'For given multiply-adds <em>and a given input</em>'],
  ['B15', 'shuffleNetV2/FragmentSection', 'Ops in a row count as well', 'at 512 channels, or on ARM, much less'],
  [
    'B16',
    'shuffleNetV2/ElementWiseSection',
    'It removes ReLU and shortcut separately, and both',
    'count the depthwise conv',
  ],
  ['B17', 'shuffleNetV2/Changes', 'Partly for G2, and partly because the split already makes two groups'],
  ['B18', 'shuffleNetV2/ChangesMisstated', 'enters with 24 channels and gives 48, 116, 176 or 244'],
  ['B19', 'mobileNetV1/MobileNetV1Page', 'VGG has no batch norm at all'],
  [
    'B20',
    'mobileNetV2/MobileNetV2Page',
    'Only those with stride 1 and equal widths do',
    'the first block expands nothing',
  ],
  [
    'B21',
    'mobileNetV2/MobileNetV2Page',
    'ReLU6 is there for low-precision arithmetic',
    'The linear projection is what',
  ],
  ['B22', 'mobileNetV3/SqueezeSection', "on the authors' phone of time. But in {name} it holds", 'Blocks with SE in'],
  [
    'B23',
    'mobileNetV3/TailSection',
    'params grow by half a million',
    'The paper says “almost no loss”',
    '7 ms',
    '30 M',
  ],
  ['B24', 'mobileNetV3/TailSection', 'With h-swish instead of ReLU, the authors found 16', 'the paper: 10 M and 2 ms'],
  ['B25', 'mobileNetV3/HardSwishSection', 'Only in the first layer and the deeper half'],
  ['C1', 'mobileNetV1/MultiplierSection', 'each knob acts squared', 'alpha^2'],
  ['C1', 'mobileNetV1/SplitSection', 'it is about 8 to 9 times'],
  ['C1', 'mobileNetV1/MacShares', '94.86', '74.59'],
  ['C2', 'shuffleNetV2/NetworkSection', 'with one addition. A 1×1 convolution, Conv5'],
  ['C3', 'shuffleNetV1/UnitCosts', '(2cm/g + 9m)'],
  ['C3', 'shuffleNetV1/CostSection', 'The same networks without their shuffles lose'],
  ['C4', 'squeezeNet/SqueezeNetPage', 'is 0.125 in all eight modules'],
  ['C4', 'squeezeNet/FormsSection', 'Version 1.1 has the same modules'],
  [
    'C5',
    'xception/FlowSection',
    'Thirty-six convolutional layers in fourteen modules',
    'Every module but the first and the last',
  ],
];

describe('the corrections of the course', () => {
  it('are complete', () => {
    const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
    const wanted = [...numbered('A', 13), ...numbered('B', 25), ...numbered('C', 5)];
    expect([...new Set(corrections.map(([slip]) => slip))]).toEqual(wanted);
  });

  it.each(corrections)('%s is taught in %s', (_, file, ...sentences) => {
    const text = textOf(file);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('does not pick up the misspelling of a name', () => {
    const catalogues = ['en', 'zh'].map((locale) =>
      readFileSync(new URL(`../../locales/${locale}.po`, import.meta.url), 'utf8'),
    );
    for (const text of catalogues) {
      expect(text).not.toMatch(/seperable|alaxnet|alennet|extraxt|bottlenet\b|旷世/i);
    }
  });
});

describe('the numbers in the notes', () => {
  const exact = new Intl.NumberFormat('en');
  const at = (digits: number) => new Intl.NumberFormat('en', { maximumFractionDigits: digits });
  const [fire, alex] = [costOf(builtGraph(squeezeNet)), costOf(builtGraph(alexNet))];

  it('are what the graphs count', () => {
    const paper = { balanced: 128, inChannels: 128, resolution: 56 };
    const moved = exact.format(costOf(equalWidth.graph(paper)).memoryAccess);
    const misplaced = exact.format(56 ** 2 * (128 + 128 + 128 ** 2));
    expect(textOf('counting/MemorySection')).toContain(
      `it is ${moved} elements; the misplaced bracket makes ${misplaced}`,
    );
    expect(textOf('squeezeNet/FiftyTimesSection')).toContain(`60 million; ${exact.format(alex.params)} counted`);
    expect(textOf('squeezeNet/CompressionSection')).toContain(
      `still ${at(2).format(fire.params / 1e6)} million params`,
    );
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

  it('are those of the tables that the papers print', () => {
    const series = shuffleNetV2Experiments.fragments.find(({ structure }) => structure === 'fourInSeries');
    const [one] = shuffleNetV2Experiments.fragments;
    expect(textOf('shuffleNetV2/FragmentSection')).toContain(
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

/** A component's source with every run of white space as one space, as a browser shows it. */
function textOf(file: string): string {
  const path = file === 'explore/conventions' ? '../explain/cost/conventions.ts' : `./${file}.tsx`;
  return readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
}
