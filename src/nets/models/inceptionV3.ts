import { dropout, fullyConnected, globalAveragePool, maxPool } from '../build';
import { convNorm } from '../blocks/convNorm';
import {
  inceptionA,
  inceptionB,
  inceptionC,
  inceptionD,
  inceptionE,
  inceptionEpsilon,
} from '../blocks/inceptionV3Modules';
import { classesOption, defineModel, resolutionOption } from './model';

/**
 * Xception's ancestor and baseline: towers of factored convolutions. Follows torchvision, without the auxiliary
 * classifier, which only helps training.
 */
export const inceptionV3 = defineModel({
  id: 'inception-v3',
  name: 'Inception V3',
  year: 2015,
  paper: {
    title: 'Rethinking the Inception Architecture for Computer Vision',
    url: 'https://arxiv.org/abs/1512.00567',
  },
  role: 'baseline',
  // torchvision took its weights over from TensorFlow, input and all.
  pixels: { pytorch: 'centred' },
  options: { resolution: resolutionOption(299, 75), classes: classesOption },
  logits: (image, { classes }) => {
    const unit = { kernel: 3, padding: 'valid', activation: 'relu', epsilon: inceptionEpsilon } as const;
    let flow = convNorm('stem.conv1', image, { ...unit, outChannels: 32, stride: 2 });
    flow = convNorm('stem.conv2', flow, { ...unit, outChannels: 32 });
    flow = convNorm('stem.conv3', flow, { ...unit, outChannels: 64, padding: 'symmetric' });
    flow = maxPool('stem.pool1', flow, { kernel: 3, stride: 2 });
    flow = convNorm('stem.conv4', flow, { ...unit, outChannels: 80, kernel: 1 });
    flow = convNorm('stem.conv5', flow, { ...unit, outChannels: 192 });
    flow = maxPool('stem.pool2', flow, { kernel: 3, stride: 2 });
    for (const [index, poolChannels] of [32, 64, 64].entries())
      flow = inceptionA(`stage1.module${String(index + 1)}`, flow, { poolChannels });
    flow = inceptionB('reduction1', flow);
    for (const [index, innerChannels] of [128, 160, 160, 192].entries())
      flow = inceptionC(`stage2.module${String(index + 1)}`, flow, { innerChannels });
    flow = inceptionD('reduction2', flow);
    for (const index of ['1', '2']) flow = inceptionE(`stage3.module${index}`, flow);
    return fullyConnected('classifier', dropout('dropout', globalAveragePool('pool', flow), 0.5), classes);
  },
});
