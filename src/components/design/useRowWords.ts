import { useLingui } from '@lingui/react/macro';
import type { MovedValue } from '../../nets/design/builtDesign';
import type { Field, RowKind } from '../../nets/design/design';
import type { RowMisfit } from '../../nets/design/rowMisfit';

/** The words of a design's rows, in the page's language. */
export type RowWords = {
  readonly kinds: Readonly<Record<RowKind, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  /** A value of a field: a number as it is, a word of its own. */
  readonly value: (value: number | string) => string;
  /** Why a value cannot be chosen, as a sentence without a full stop. */
  readonly misfit: (misfit: RowMisfit) => string;
  /** What had to follow, as a sentence. */
  readonly moved: (moved: MovedValue) => string;
};

export function useRowWords(): RowWords {
  const { t } = useLingui();
  const fields: Readonly<Record<Field, string>> = {
    channels: t`Channels`,
    kernel: t`Kernel`,
    stride: t`Stride`,
    expansion: t`Expansion`,
    inner: t`Channels inside`,
    groups: t`Groups`,
    gate: t({ message: 'Squeeze-and-excite', context: 'whether a block has it' }),
    activation: t`Activation`,
    norm: t`After the convolution`,
    border: t`Border`,
    repeats: t`Repeats`,
  };
  const values: Readonly<Record<string, string>> = {
    none: t`none`,
    squeezeExcite: t`with`,
    relu: 'ReLU',
    relu6: 'ReLU6',
    hardSwish: 'h-swish',
    swish: 'swish',
    batchNorm: t`batch norm`,
    bias: t`bias`,
    padded: t`padded`,
    valid: t`not padded`,
  };
  const value = (of: number | string): string => values[of] ?? String(of);
  const misfit = useMisfitText();
  return {
    kinds: {
      conv: t`Convolution`,
      maxPool: t`Max pooling`,
      fire: t`Fire module`,
      separable: t`Separable convolution`,
      xception: t`Xception module`,
      depthwiseSeparable: t`Depthwise separable`,
      invertedResidual: t`Inverted residual`,
      shuffleV1: t`ShuffleNet V1 unit`,
      shuffleV2: t`ShuffleNet V2 unit`,
      bottleneck: t`ResNet bottleneck`,
    },
    fields,
    value,
    misfit,
    moved: ({ row, field, from, to, why }) => {
      const change = t`Row ${row}: ${fields[field]} ${value(from)} → ${value(to)}`;
      return why === undefined ? t`${change}.` : t`${change}, because ${misfit(why)}.`;
    },
  };
}

function useMisfitText(): (misfit: RowMisfit) => string {
  const { t } = useLingui();
  return (of) => {
    switch (of.kind) {
      case 'groups':
        return t`${of.channels} channels do not divide into ${of.groups} groups`;
      case 'multiple':
        return t`the channels must be a multiple of ${of.of}`;
      case 'keeps':
        return t`at stride 1 this block passes its input on, so it keeps the ${of.channels} channels that it reads`;
      case 'widens':
        return t`at stride 2 this block passes its input on beside its result, so it gives more than the ${of.channels} channels that it reads`;
      case 'window':
        return t`a ${of.kernel}×${of.kernel} window is larger than the map of ${of.map}×${of.map}`;
    }
  };
}
