import { Trans, useLingui } from '@lingui/react/macro';
import { convolution } from '../../../nets/explorables/convolution';
import type { Choice } from '../../../nets/parameter';
import { costOf, type Cost } from '../../../nets/readings/cost';
import type { Exploration } from '../../explain/exploration/useExploration';
import { TryThis } from '../../explain/page/TryThis';
import { exactNumberText } from '../../ui/numberText';

/** What to try with groups, and what there is to see. */
export function GroupsPrompts({ exploration }: { readonly exploration: Exploration }) {
  const { i18n } = useLingui();
  const { values, choose } = exploration;
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [moved, movedDepthwise] = [1, 12].map((groups) => exact(walkedCost({ groups }).memoryAccess));
  const [depthwise, pointwise, standard] = [
    walkedCost({ ...wide, groups: 64 }).macs,
    walkedCost({ ...wide, kernel: 1 }).macs,
    walkedCost(wide).macs,
  ];
  const [depthwiseMacs, pointwiseMacs, splitMacs, standardMacs] = [
    exact(depthwise),
    exact(pointwise),
    exact(depthwise + pointwise),
    exact(standard),
  ];
  return (
    <TryThis
      prompts={[
        {
          id: 'walk',
          text: (
            <Trans>
              Go from 1 to 12 groups with the arrow keys. Params and MACs fall to a twelfth. Which cost falls far less?
            </Trans>
          ),
          answer: (
            <Trans>
              Memory access: from {moved} to {movedDepthwise} elements. Both maps are still read and written.
            </Trans>
          ),
          set: () => {
            choose({ inChannels: 12, outChannels: 12, kernel: 3, groups: 1, stride: 1, resolution: 28 });
          },
        },
        {
          id: 'halve',
          text: (
            <Trans>
              Two groups keep all channels and cut half of the connections. Compare with an ungrouped convolution that
              has half of the output channels.
            </Trans>
          ),
          answer: (
            <Trans>
              Weights and multiply-adds are the same, half of all. But with groups all output channels remain.
            </Trans>
          ),
          set: () => {
            choose({ ...values, groups: 2 });
          },
        },
        {
          id: 'pointwise',
          text: (
            <Trans>
              A 3×3 depthwise convolution followed by a 1×1 replaces one 3×3 convolution. Add up their MACs at 64
              channels.
            </Trans>
          ),
          answer: (
            <Trans>
              On a 28×28 map: {depthwiseMacs} + {pointwiseMacs} = {splitMacs}, against {standardMacs}.
            </Trans>
          ),
          set: () => {
            choose({ resolution: 28, inChannels: 64, outChannels: 64, kernel: 3, groups: 64, stride: 1 });
          },
        },
      ]}
    />
  );
}

const wide = { inChannels: 64, outChannels: 64 };

/** Costs of the section's convolution at its defaults, but for `changed`. */
function walkedCost(changed: Choice): Cost {
  return costOf(convolution.graph(changed));
}
