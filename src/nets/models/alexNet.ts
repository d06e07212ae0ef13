import { activation, dropout, flatten, fullyConnected, maxPool } from '../build';
import type { Node } from '../graph';
import { convRelu } from '../blocks/convNorm';
import { classesOption, defineModel, resolutionOption } from './model';

/**
 * The network that started it all, in its original two towers: grouped convolutions in layers 2, 4 and 5, split over two GPUs.
 * 55 x 55 outputs need three more pixels than its 224-pixel input has, so the first convolution pads 1 and 2.
 */
export const alexNet = defineModel({
  id: 'alexnet',
  name: 'AlexNet',
  year: 2012,
  paper: {
    title: 'ImageNet Classification with Deep Convolutional Neural Networks',
    url: 'https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks',
  },
  role: 'baseline',
  options: { resolution: resolutionOption(224, 64), classes: classesOption },
  logits: (image, { classes }) => {
    const pooled = (id: string, from: Node): Node => maxPool(id, from, { kernel: 3, stride: 2 });
    let flow = convRelu('conv1', image, {
      outChannels: 96,
      kernel: 11,
      stride: 4,
      padding: { top: 1, bottom: 2, left: 1, right: 2 },
    });
    flow = convRelu('conv2', pooled('pool1', flow), { outChannels: 256, kernel: 5, groups: 2 });
    flow = convRelu('conv3', pooled('pool2', flow), { outChannels: 384, kernel: 3 });
    flow = convRelu('conv4', flow, { outChannels: 384, kernel: 3, groups: 2 });
    flow = convRelu('conv5', flow, { outChannels: 256, kernel: 3, groups: 2 });
    const features = flatten('flatten', pooled('pool5', flow));
    return denseClassifier(features, classes);
  },
});

/** Two layers of 4096 with ReLU and dropout, then the classes: how AlexNet and VGG end. */
export function denseClassifier(features: Node, classes: number): Node {
  let flow = features;
  for (const layer of ['fc6', 'fc7']) {
    flow = activation(`${layer}.activation`, fullyConnected(`${layer}.linear`, flow, 4096), 'relu');
    flow = dropout(`${layer}.dropout`, flow, 0.5);
  }
  return fullyConnected('fc8', flow, classes);
}
