import { activation, add, maxPool } from '../build';
import type { Node } from '../graph';
import { convNorm } from './convNorm';
import { kerasEpsilon, separableConv } from './separableConv';

/**
 * A downsampling module: two separable convolutions and a 3x3 max pool at stride 2, with a strided 1x1 convolution as the
 * shortcut. Xception, arXiv:1610.02357, figure 5, entry flow, and the first module of the exit flow.
 */
export function xceptionDownModule(
  id: string,
  from: Node,
  options: { readonly middleChannels: number; readonly outChannels: number; readonly leadingActivation: boolean },
): Node {
  const { middleChannels, outChannels, leadingActivation } = options;
  const shortcut = convNorm(`${id}.shortcut`, from, {
    outChannels,
    kernel: 1,
    stride: 2,
    padding: 'same',
    epsilon: kerasEpsilon,
  });
  const start = leadingActivation ? activation(`${id}.activation1`, from, 'relu') : from;
  const first = separableConv(`${id}.separable1`, start, { outChannels: middleChannels });
  const second = separableConv(`${id}.separable2`, activation(`${id}.activation2`, first, 'relu'), { outChannels });
  const pooled = maxPool(`${id}.pool`, second, { kernel: 3, stride: 2, padding: 'same' });
  return add(`${id}.add`, [shortcut, pooled]);
}

/** Three pairs of ReLU and separable convolution, plus the input. Figure 5, middle flow, repeated eight times. */
export function xceptionMiddleModule(id: string, from: Node): Node {
  const outChannels = from.shape.channels;
  let flow = from;
  for (const step of ['1', '2', '3']) {
    flow = separableConv(`${id}.separable${step}`, activation(`${id}.activation${step}`, flow, 'relu'), {
      outChannels,
    });
  }
  return add(`${id}.add`, [from, flow]);
}

/** Two separable convolutions, each followed by ReLU. Figure 5, the last module of the exit flow. */
export function xceptionExitModule(
  id: string,
  from: Node,
  options: { readonly channels: readonly [number, number] },
): Node {
  const first = separableConv(`${id}.separable1`, from, { outChannels: options.channels[0] });
  const second = separableConv(`${id}.separable2`, activation(`${id}.activation1`, first, 'relu'), {
    outChannels: options.channels[1],
  });
  return activation(`${id}.activation2`, second, 'relu');
}
