import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A word of the app with its meaning, and the page that explains it. */
export type GlossaryEntry = {
  readonly name: MessageDescriptor;
  readonly meaning: MessageDescriptor;
  readonly page?: string;
};

/** The words that a visitor may not know: costs, layers, blocks, training, running. */
export const glossary = {
  params: {
    name: msg`Params`,
    meaning: msg`The learned values of a network: weights, biases, and batch norm’s scale and shift. They set the size of the file, four bytes each in float32.`,
    page: '/counting',
  },
  macs: {
    name: msg`Multiply-add (MAC)`,
    meaning: msg`One multiplication and one addition, a·b + c, counted as one. It is the unit in which papers on small networks count computation.`,
    page: '/counting',
  },
  flops: {
    name: msg`FLOPs`,
    meaning: msg`Floating-point operations. Some authors count a multiply-add as two, others write FLOPs and mean multiply-adds, so a figure needs its convention beside it.`,
    page: '/counting',
  },
  memoryAccess: {
    name: msg`Memory access cost`,
    meaning: msg`The elements that an operation reads and writes: its input, its weights and its output. Moving them can take longer than computing with them. Papers abbreviate it as MAC, which here always means multiply-add.`,
    page: '/counting',
  },
  peakActivations: {
    name: msg`Peak activation memory`,
    meaning: msg`The most elements of maps that have to be in memory at one moment while the network runs.`,
    page: '/counting',
  },
  intensity: {
    name: msg`Arithmetic intensity`,
    meaning: msg`Multiply-adds per element moved. Where it is low, an operation waits for memory.`,
    page: '/counting',
  },
  featureMap: {
    name: msg`Feature map`,
    meaning: msg`The output of a layer: height × width × channels numbers. Each channel is an image of where one feature was found.`,
    page: '/counting',
  },
  channel: {
    name: msg`Channel`,
    meaning: msg`One of the maps that a layer reads or writes. A photo has three: red, green and blue.`,
    page: '/counting',
  },
  kernelSize: {
    name: msg`Kernel size`,
    meaning: msg`Height and width of the patch of the input that one output pixel reads, 3×3 for example.`,
    page: '/counting',
  },
  stride: {
    name: msg`Stride`,
    meaning: msg`How many input pixels the kernel moves between two output pixels. Stride 2 halves height and width.`,
    page: '/counting',
  },
  padding: {
    name: msg`Padding`,
    meaning: msg`Zeros around the input, so that the kernel can be centred on pixels at the edge. Frameworks place an odd row of zeros differently, which changes results.`,
    page: '/counting',
  },
  grouped: {
    name: msg`Grouped convolution`,
    meaning: msg`The channels are split into g groups, and each output channel reads only its own group: g times fewer weights and multiply-adds.`,
    page: '/shufflenet-v1',
  },
  depthwise: {
    name: msg`Depthwise convolution`,
    meaning: msg`A grouped convolution with as many groups as channels: each channel is filtered by one kernel of its own.`,
    page: '/mobilenet-v1',
  },
  pointwise: {
    name: msg`Pointwise convolution`,
    meaning: msg`A convolution with a 1×1 kernel: it mixes channels and sees no neighbouring pixels.`,
    page: '/mobilenet-v1',
  },
  separable: {
    name: msg`Depthwise separable convolution`,
    meaning: msg`A depthwise convolution for space followed by a pointwise one for channels, in place of one standard convolution.`,
    page: '/mobilenet-v1',
  },
  shuffle: {
    name: msg`Channel shuffle`,
    meaning: msg`Deals the channels of each group out to all groups, so that the next grouped convolution reads from every group. It has no weights.`,
    page: '/shufflenet-v1',
  },
  bottleneck: {
    name: msg`Bottleneck`,
    meaning: msg`A block that computes on fewer channels than it takes in and passes on.`,
    page: '/mobilenet-v2',
  },
  invertedResidual: {
    name: msg`Inverted residual`,
    meaning: msg`MobileNet V2’s block: a thin map is expanded, filtered depthwise and projected back, and the shortcut connects the thin ends.`,
    page: '/mobilenet-v2',
  },
  linearBottleneck: {
    name: msg`Linear bottleneck`,
    meaning: msg`A projection to few channels without an activation after it, because ReLU would destroy information there.`,
    page: '/mobilenet-v2',
  },
  expansion: {
    name: msg`Expansion factor`,
    meaning: msg`How many times wider a block is inside than at its ends; usually 6 in MobileNet V2.`,
    page: '/mobilenet-v2',
  },
  shortcut: {
    name: msg`Shortcut (residual connection)`,
    meaning: msg`The input of a block added to its output, so that the block only has to learn the difference.`,
    page: '/mobilenet-v2',
  },
  squeezeExcite: {
    name: msg`Squeeze-and-excite (SE)`,
    meaning: msg`Averages each channel over the map, computes a gate between 0 and 1 per channel, and multiplies the channel by it.`,
    page: '/mobilenet-v3',
  },
  hSwish: {
    name: msg`h-swish`,
    meaning: msg`x · ReLU6(x + 3) / 6: piecewise, cheap, and close to swish, x · sigmoid(x).`,
    page: '/mobilenet-v3',
  },
  relu6: {
    name: msg`ReLU6`,
    meaning: msg`min(max(x, 0), 6): a bounded range, which suits arithmetic of few bits.`,
    page: '/mobilenet-v2',
  },
  batchNorm: {
    name: msg`Batch normalization`,
    meaning: msg`Shifts and scales each channel by values learned and measured in training. At run time it is folded into the convolution before it and costs nothing.`,
    page: '/counting',
  },
  globalPool: {
    name: msg`Global average pooling`,
    meaning: msg`Replaces each channel by its mean over the map, so that the classifier needs one weight per channel and class.`,
    page: '/counting',
  },
  width: {
    name: msg`Width multiplier`,
    meaning: msg`One factor for the channels of all layers. Multiply-adds and weights fall about with its square.`,
    page: '/mobilenet-v1',
  },
  resolution: {
    name: msg`Resolution`,
    meaning: msg`Height and width of the input image. Multiply-adds grow with its square; params do not change.`,
    page: '/mobilenet-v1',
  },
  top1: {
    name: msg`Top-1 and top-5 accuracy`,
    meaning: msg`The share of validation images whose right class is the network’s first guess, or among its first five.`,
  },
  imageNet: {
    name: msg`ImageNet`,
    meaning: msg`The data set behind most published accuracies: 1.28 million training photos of a thousand classes, and 50,000 for validation.`,
  },
  logits: {
    name: msg`Logits and probabilities`,
    meaning: msg`The last layer’s raw scores are logits. Softmax turns them into probabilities that add up to one; a high one is not a promise of being right.`,
  },
  latency: {
    name: msg`Latency, end to end`,
    meaning: msg`The time from a frame to its label: capture, preprocessing, inference, readback and handover.`,
    page: '/live',
  },
  capture: {
    name: msg`Capture`,
    meaning: msg`Getting a frame from the camera, video or photo to the thread that runs the network.`,
    page: '/live',
  },
  preprocess: {
    name: msg`Preprocessing`,
    meaning: msg`Scaling the picture to the network’s input size, and its values to the range that the network was trained on.`,
    page: '/live',
  },
  inference: {
    name: msg`Inference`,
    meaning: msg`Running the network itself, from input tensor to logits.`,
    page: '/live',
  },
  readback: {
    name: msg`Readback`,
    meaning: msg`Copying the result from GPU memory to where the program can read it.`,
    page: '/live',
  },
  handover: {
    name: msg`Handover`,
    meaning: msg`The time between the thread that runs the network and the page that shows the result.`,
    page: '/live',
  },
  backend: {
    name: msg`Backend: WebGPU, WebAssembly`,
    meaning: msg`What the network runs on. WebGPU uses the GPU; WebAssembly uses the CPU, with one thread or several.`,
    page: '/live',
  },
  median: {
    name: msg`Median and quartiles`,
    meaning: msg`Half of the measured times are below the median, and half lie between the two quartiles. A few slow frames move neither.`,
    page: '/race',
  },
  roofline: {
    name: msg`Roofline`,
    meaning: msg`The most that a device can do: limited by memory where the arithmetic intensity is low, by arithmetic where it is high.`,
    page: '/layers',
  },
  pareto: {
    name: msg`Pareto front`,
    meaning: msg`The networks that no other beats in both accuracy and cost.`,
    page: '/compare',
  },
  search: {
    name: msg`Neural architecture search (NAS)`,
    meaning: msg`A program that proposes networks, has them trained and measured, and learns which to propose next.`,
    page: '/mobilenet-v3',
  },
  checkpoint: {
    name: msg`Checkpoint`,
    meaning: msg`A file with the weights of a trained network. It seldom says everything needed to run it: input scaling and padding are conventions.`,
  },
  quantization: {
    name: msg`Quantization`,
    meaning: msg`Storing and computing values in fewer bits, often 8 instead of 32.`,
    page: '/squeezenet',
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;

export type GlossaryTerm = keyof typeof glossary;
