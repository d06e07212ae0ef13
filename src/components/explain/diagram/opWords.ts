import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import type { ActivationFunction, ConvFlavour, Op } from '../../../nets/op';
import { convFlavour } from '../../../nets/op';

/** The words for an op: a short name for its box, a detail below it, and a longer name for the panel. */
export type OpWords = { readonly name: string; readonly detail: string; readonly longName: string };

const activationNames: Readonly<Record<ActivationFunction, string>> = {
  relu: 'ReLU',
  relu6: 'ReLU6',
  sigmoid: 'sigmoid',
  hardSigmoid: 'h-sigmoid',
  swish: 'swish',
  hardSwish: 'h-swish',
};

const plain = (name: string, longName: string, detail = ''): OpWords => ({ name, detail, longName });

/** The words for ops in the page's language; numbers and the papers' words (ReLU6, concat) are the same in all. */
export function useOpWords(): (node: Node) => OpWords {
  const { t } = useLingui();
  const convWords = useConvWords();
  return (node) => {
    const { op, shape } = node;
    switch (op.kind) {
      case 'input':
        return plain(t`input`, t`Input`);
      case 'conv':
        return convWords(node, op);
      case 'fullyConnected':
        return plain(t`fully connected`, t`Fully connected layer`, `${inputOf(node).shape.channels}→${shape.channels}`);
      case 'batchNorm':
        return plain('BN', t`Batch normalisation`);
      case 'activation':
        return plain(activationNames[op.function], t`Activation ${activationNames[op.function]}`);
      case 'maxPool':
        return plain(t`max pool`, t`Max pooling ${op.kernel}×${op.kernel}`, `${op.kernel}×${op.kernel} /${op.stride}`);
      case 'averagePool':
        return plain(
          t`avg pool`,
          t`Average pooling ${op.kernel}×${op.kernel}`,
          `${op.kernel}×${op.kernel} /${op.stride}`,
        );
      case 'globalAveragePool':
        return plain(
          t`global avg`,
          t`Global average pooling`,
          `${inputOf(node).shape.height}×${inputOf(node).shape.width}→1×1`,
        );
      case 'add':
        return plain('+', t`Element-wise sum`);
      case 'scale':
        return plain('×', t`Scaling of each channel by its gate`);
      case 'concat':
        return plain('concat', t`Concatenation of channels`);
      case 'channelSlice':
        return plain(t`split`, t`Channels ${op.from} up to ${op.to - 1}`, `${op.from}…${op.to - 1}`);
      case 'channelShuffle':
        return plain(
          t`shuffle`,
          t`Channel shuffle over ${plural(op.groups, { one: '# group', other: '# groups' })}`,
          `g=${op.groups}`,
        );
      case 'flatten':
        return plain(t`flatten`, t`Flattening to a vector`);
      case 'dropout':
        return plain('dropout', t`Dropout (only while training)`);
    }
  };
}

/** A convolution's window and kind, with its channels, stride and groups as the detail. */
function useConvWords(): (node: Node, op: Op<'conv'>) => OpWords {
  const { t } = useLingui();
  const flavours: Readonly<Record<ConvFlavour, { readonly short: string; readonly long: string }>> = {
    standard: { short: t`conv`, long: t`Standard convolution` },
    pointwise: { short: t`conv`, long: t`Pointwise convolution` },
    grouped: { short: t`grouped`, long: t`Grouped convolution` },
    groupedPointwise: { short: t`grouped`, long: t`Grouped pointwise convolution` },
    depthwise: { short: t`depthwise`, long: t`Depthwise convolution` },
  };
  return (node, op) => {
    const from = inputOf(node).shape.channels;
    const flavour = convFlavour(op, from);
    const window = op.kernel.join('×');
    const groups = flavour === 'grouped' || flavour === 'groupedPointwise' ? [`g=${op.groups}`] : [];
    const stride = op.stride === 1 ? [] : [`/${op.stride}`];
    const { short, long } = flavours[flavour];
    const detail = [`${from}→${node.shape.channels}`, ...stride, ...groups].join(' ');
    return plain(`${window} ${short}`, `${long} ${window}`, detail);
  };
}
