import { dropout, fullyConnected } from '../build';
import { convNorm } from '../blocks/convNorm';
import { mobileNetV3Block, mobileNetV3Epsilon, originalTail, redesignedTail } from '../blocks/mobileNetV3Block';
import { makeDivisible } from '../rounding';
import { classesOption, defineModel, paddingOption, resolutionOption, widthOption } from './model';

type Row = readonly [
  kernel: 3 | 5,
  expanded: number,
  channels: number,
  squeezeExcite: boolean,
  activation: 'relu' | 'hardSwish',
  stride: 1 | 2,
];

/** https://arxiv.org/abs/1905.02244, Tables 1 and 2. */
const sizes: Readonly<
  Record<
    'large' | 'small',
    { readonly rows: readonly Row[]; readonly lastChannels: number; readonly headChannels: number }
  >
> = {
  large: {
    rows: [
      [3, 16, 16, false, 'relu', 1],
      [3, 64, 24, false, 'relu', 2],
      [3, 72, 24, false, 'relu', 1],
      [5, 72, 40, true, 'relu', 2],
      [5, 120, 40, true, 'relu', 1],
      [5, 120, 40, true, 'relu', 1],
      [3, 240, 80, false, 'hardSwish', 2],
      [3, 200, 80, false, 'hardSwish', 1],
      [3, 184, 80, false, 'hardSwish', 1],
      [3, 184, 80, false, 'hardSwish', 1],
      [3, 480, 112, true, 'hardSwish', 1],
      [3, 672, 112, true, 'hardSwish', 1],
      [5, 672, 160, true, 'hardSwish', 2],
      [5, 960, 160, true, 'hardSwish', 1],
      [5, 960, 160, true, 'hardSwish', 1],
    ],
    lastChannels: 960,
    headChannels: 1280,
  },
  small: {
    rows: [
      [3, 16, 16, true, 'relu', 2],
      [3, 72, 24, false, 'relu', 2],
      [3, 88, 24, false, 'relu', 1],
      [5, 96, 40, true, 'hardSwish', 2],
      [5, 240, 40, true, 'hardSwish', 1],
      [5, 240, 40, true, 'hardSwish', 1],
      [5, 120, 48, true, 'hardSwish', 1],
      [5, 144, 48, true, 'hardSwish', 1],
      [5, 288, 96, true, 'hardSwish', 2],
      [5, 576, 96, true, 'hardSwish', 1],
      [5, 576, 96, true, 'hardSwish', 1],
    ],
    lastChannels: 576,
    headChannels: 1024,
  },
};

/**
 * Found by search (MnasNet's blocks, then NetAdapt's widths), with squeeze-and-excite, h-swish, 16 first filters and a
 * cheaper tail. Follows torchvision at width 1, and TF-slim's rounding at other widths, which reproduces the paper's
 * figures: the expansion multiplies the rounded input, and the layer before the classifier keeps its width.
 * `tail: original` is the tail before the redesign of section 5.1. `implementation: torchvision` scales every expansion and
 * the layer before the classifier by themselves, `timm` keeps 16 first filters below width 0.75; at width 1 all are the same.
 * `gate: before` gates before the activation in blocks that expand, as d-li14's mobilenetv3.pytorch does.
 */
export const mobileNetV3 = defineModel({
  id: 'mobilenet-v3',
  name: 'MobileNet V3',
  year: 2019,
  paper: { title: 'Searching for MobileNetV3', url: 'https://arxiv.org/abs/1905.02244' },
  role: 'light',
  options: {
    size: { kind: 'choice', role: 'size', default: 'large', values: ['small', 'large'] },
    width: widthOption,
    tail: { kind: 'choice', role: 'ablation', default: 'redesigned', values: ['redesigned', 'original'] },
    resolution: resolutionOption(),
    classes: classesOption,
    padding: paddingOption('symmetric'),
    implementation: {
      kind: 'choice',
      role: 'release',
      default: 'paper',
      values: ['paper', 'torchvision', 'timm'],
    },
    gate: { kind: 'choice', role: 'variant', default: 'after', values: ['after', 'before'] },
  },
  logits: (image, { size, width, tail, implementation, gate, classes }) => {
    const { rows, lastChannels, headChannels } = sizes[size];
    const scaled = (channels: number): number => makeDivisible(channels * width);
    const isTorchvision = implementation === 'torchvision';
    const stem = {
      outChannels: implementation === 'timm' && width < 0.75 ? 16 : scaled(16),
      kernel: 3,
      stride: 2,
      activation: 'hardSwish',
      epsilon: mobileNetV3Epsilon,
    } as const;
    let flow = convNorm('stem', image, stem);
    let unscaledChannels = 16;
    for (const [index, [kernel, expanded, channels, squeezeExcite, activation, stride]] of rows.entries()) {
      flow = mobileNetV3Block(`block${String(index + 1)}`, flow, {
        kernel,
        expandedChannels: isTorchvision
          ? scaled(expanded)
          : makeDivisible((flow.shape.channels * expanded) / unscaledChannels),
        outChannels: scaled(channels),
        squeezeExcite,
        // The block that does not expand is gated after its activation in every release.
        gate: expanded === unscaledChannels ? 'after' : gate,
        activation,
        stride,
      });
      unscaledChannels = channels;
    }
    const widths = isTorchvision
      ? { lastChannels: 6 * flow.shape.channels, headChannels: scaled(headChannels) }
      : { lastChannels: scaled(lastChannels), headChannels };
    const features =
      tail === 'redesigned'
        ? redesignedTail('tail', flow, widths)
        : originalTail('tail', flow, { ...widths, projectedChannels: scaled(2 * flow.shape.channels) });
    return fullyConnected('classifier', dropout('dropout', features, 0.2), classes);
  },
});
