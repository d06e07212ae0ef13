import type { TensorFile } from '../formats/parseTensorFile';
import type { Namesake } from '../errors/runError';

/**
 * The namesake that a file belongs to, so that the error can say more than a wrong shape.
 *
 * torchvision's AlexNet is the network with one tower of "One weird trick for parallelizing convolutional neural
 * networks", not that of 2012 with two. Keras's Inception V3 excludes the border from the averages of its pooled
 * towers, torchvision's includes it.
 */
export function namesakeOf(file: TensorFile): Namesake | undefined {
  if (file.format === 'keras') {
    const names = new Set(file.layers.map(({ name }) => name));
    return names.has('mixed0') && names.has('mixed10') ? 'kerasInceptionV3' : undefined;
  }
  const shapes = new Set(file.tensors.map(({ shape }) => shape.join(' ')));
  return shapes.has('64 3 11 11') && shapes.has('192 64 5 5') ? 'torchvisionAlexNet' : undefined;
}
