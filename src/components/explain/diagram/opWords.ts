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
        return plain('BN', t`Batch normalization`);
      case 'activation':
        return plain(activationNames[op.function], activationNames[op.function]);
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
        return plain('+', t`Element-wise addition`);
      case 'scale':
        return plain('×', t`Each channel times its gate`);
      case 'concat':
        return plain('concat', t`Channel concatenation`);
      case 'channelSlice':
        return plain(t`split`, t`Channels ${op.from} to ${op.to - 1}`, `${op.from}…${op.to - 1}`);
      case 'channelShuffle':
        return plain(
          t`shuffle`,
          t`Channel shuffle over ${plural(op.groups, { one: '# group', other: '# groups' })}`,
          `g=${op.groups}`,
        );
      case 'flatten':
        return plain(t`flatten`, t`Flatten to a vector`);
      case 'dropout':
        return plain('dropout', t`Dropout (training only)`);
    }
  };
}

/** A convolution's kernel size and kind, with its channels, stride and groups as the detail. */
function useConvWords(): (node: Node, op: Op<'conv'>) => OpWords {
  const { t } = useLingui();
  const shortNames: Readonly<Record<ConvFlavour, string>> = {
    standard: t`conv`,
    pointwise: t`conv`,
    grouped: t`grouped`,
    groupedPointwise: t`grouped`,
    depthwise: t`depthwise`,
  };
  return (node, op) => {
    const from = inputOf(node).shape.channels;
    const flavour = convFlavour(op, from);
    const kernel = op.kernel.join('×');
    const longNames: Readonly<Record<ConvFlavour, string>> = {
      standard: t`${kernel} standard convolution`,
      pointwise: t`${kernel} pointwise convolution`,
      grouped: t`${kernel} grouped convolution`,
      groupedPointwise: t`${kernel} grouped pointwise convolution`,
      depthwise: t`${kernel} depthwise convolution`,
    };
    const groups = flavour === 'grouped' || flavour === 'groupedPointwise' ? [`g=${op.groups}`] : [];
    const stride = op.stride === 1 ? [] : [`/${op.stride}`];
    const detail = [`${from}→${node.shape.channels}`, ...stride, ...groups].join(' ');
    return plain(`${kernel} ${shortNames[flavour]}`, longNames[flavour], detail);
  };
}
