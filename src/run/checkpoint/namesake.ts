import type { TensorFile } from '../formats/parseTensorFile';
import type { Namesake } from '../errors/runError';

/**
 * The namesake that a file belongs to, so that the error can say more than a wrong shape.
 *
 * torchvision's AlexNet is the network with one tower of "One weird trick for parallelizing convolutional neural
 * networks", not that of 2012 with two. Keras's Inception V3 excludes the border from the averages of its pooled
 * towers, torchvision's includes it. timm's MobileNet V2 110d and 120d have more blocks a stage as well as more channels.
 */
export function namesakeOf(file: TensorFile): Namesake | undefined {
  if (file.format === 'keras') {
    const names = new Set(file.layers.map(({ name }) => name));
    return names.has('mixed0') && names.has('mixed10') ? 'kerasInceptionV3' : undefined;
  }
  if (isDeepMobileNetV2(file)) return 'timmDeepMobileNetV2';
  const shapes = new Set(file.tensors.map(({ shape }) => shape.join(' ')));
  return shapes.has('64 3 11 11') && shapes.has('192 64 5 5') ? 'torchvisionAlexNet' : undefined;
}

/** timm's names of a MobileNet V2, with a block more in the second stage than any width of the paper's has. */
function isDeepMobileNetV2({ tensors }: TensorFile): boolean {
  const names = new Set(tensors.map(({ name }) => name));
  // The later EfficientNet-Lites are as deep, with windows of 5.
  const isOfThree = tensors.every(({ name, shape }) => !name.endsWith('conv_dw.weight') || shape[2] === 3);
  const has = (path: string) => names.has(`blocks.${path}.weight`);
  return isOfThree && has('1.2.conv_pwl') && has('6.0.conv_pwl') && !has('1.2.se.conv_reduce') && !has('7.0.conv_pwl');
}
