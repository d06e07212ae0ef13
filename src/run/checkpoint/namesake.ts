import type { TensorFile } from '../formats/parseTensorFile';
import type { Namesake } from '../errors/runError';

/**
 * Which namesake a file is of, for a sentence that says more than a wrong shape.
 *
 * torchvision's AlexNet is the one tower of "One weird trick for parallelizing convolutional neural networks", not the
 * two of 2012. Keras's Inception V3 leaves the border out of the averages in its pooled towers, torchvision's counts it.
 */
export function namesakeOf(file: TensorFile): Namesake | undefined {
  if (file.format === 'keras') {
    const names = new Set(file.layers.map(({ name }) => name));
    return names.has('mixed0') && names.has('mixed10') ? 'kerasInceptionV3' : undefined;
  }
  const shapes = new Set(file.tensors.map(({ shape }) => shape.join(' ')));
  return shapes.has('64 3 11 11') && shapes.has('192 64 5 5') ? 'torchvisionAlexNet' : undefined;
}
