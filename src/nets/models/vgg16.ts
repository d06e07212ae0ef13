import { flatten, maxPool } from '../build';
import { convRelu } from '../blocks/convNorm';
import { denseClassifier } from './alexNet';
import { classesOption, defineModel, resolutionOption } from './model';

/** https://arxiv.org/abs/1409.1556, Table 1, column D: channels and 3x3 convolutions of each stage. */
const rows = [
  [64, 2],
  [128, 2],
  [256, 3],
  [512, 3],
  [512, 3],
] as const;

/** Only 3x3 convolutions and pools: simple, and the heaviest of its time. No batch norm. */
export const vgg16 = defineModel({
  id: 'vgg16',
  name: 'VGG-16',
  year: 2014,
  paper: {
    title: 'Very Deep Convolutional Networks for Large-Scale Image Recognition',
    url: 'https://arxiv.org/abs/1409.1556',
  },
  role: 'baseline',
  // Keras took its weights over from Caffe.
  pixels: { keras: 'caffe' },
  options: { resolution: resolutionOption(224, 32), classes: classesOption },
  logits: (image, { classes }) => {
    let flow = image;
    for (const [index, [outChannels, repeats]] of rows.entries()) {
      const stage = `stage${String(index + 1)}`;
      for (let layer = 1; layer <= repeats; layer += 1)
        flow = convRelu(`${stage}.conv${String(layer)}`, flow, { outChannels, kernel: 3 });
      flow = maxPool(`${stage}.pool`, flow, { kernel: 2, stride: 2 });
    }
    return denseClassifier(flatten('flatten', flow), classes);
  },
});
