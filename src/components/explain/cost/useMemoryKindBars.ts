import { useLingui } from '@lingui/react/macro';
import type { MemoryKind } from '../../../nets/readings/memoryKinds';
import type { BarKind } from '../../ui/charts/StackedBars';

/** The kinds of memory traffic, with their names and colours. */
export function useMemoryKindBars(): readonly BarKind<MemoryKind>[] {
  const { t } = useLingui();
  return [
    { kind: 'convolution', name: t`convolutions and classifier`, tone: 'pointwise' },
    { kind: 'activation', name: t`activations`, tone: 'activation' },
    { kind: 'add', name: t`sums`, tone: 'add' },
    { kind: 'shuffle', name: t`shuffles`, tone: 'shuffle' },
    { kind: 'concat', name: t`splits and concatenations`, tone: 'concat' },
    { kind: 'pool', name: t`pooling`, tone: 'pool' },
  ];
}
