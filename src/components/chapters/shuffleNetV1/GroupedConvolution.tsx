import { Trans, useLingui } from '@lingui/react/macro';
import { channelShuffleWalk } from '../../../nets/explorables/channelShuffle';
import type { Node } from '../../../nets/graph';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { ChannelWiring } from '../../explain/diagram/ChannelWiring';
import { Figure } from '../../ui/Figure';
import { ParameterControl } from '../../explain/exploration/ParameterControl';
import { ExploredNodePanel } from '../../explain/cost/NodePanel';
import { useExploration } from '../../explain/exploration/useExploration';
import { Workbench } from '../../explain/page/Workbench';

/** The first of two grouped convolutions, wire by wire, with its cost; the page then shuffles between them. */
export function GroupedConvolution() {
  const { t } = useLingui();
  const exploration = useExploration(channelShuffleWalk);
  const { block, values, choose } = exploration;
  const convolution = block.graph.nodes.find(({ id }) => id === 'unit1.group1.conv');
  if (convolution === undefined) return null;
  return (
    <Workbench
      stage={
        <Figure
          title={t`A grouped 1×1 convolution`}
          files={{ name: 'grouped-convolution', numbers: () => wiringRows(convolution) }}
          caption={
            <Trans>
              One pixel of the map; the widths are small so that every wire can be seen. These sliders are shared with
              the shuffle below.
            </Trans>
          }
        >
          <ChannelWiring node={convolution} />
        </Figure>
      }
      side={
        <>
          <ParameterControl
            name="groups"
            parameter={channelShuffleWalk.knobs.groups}
            text={{ label: t`Groups g` }}
            values={values}
            onChoose={choose}
          />
          <ParameterControl
            name="channelsPerGroup"
            parameter={channelShuffleWalk.knobs.channelsPerGroup}
            text={{ label: t`Channels per group n` }}
            values={values}
            onChoose={choose}
          />
          <ExploredNodePanel exploration={exploration} node={convolution} />
        </>
      }
    />
  );
}

/** Each output channel with its group and the input channels it reads, counted from 0. */
function wiringRows({ op, inputs }: Node): readonly SheetRow[] {
  if (op.kind !== 'conv') return [];
  const perGroup = (inputs[0]?.shape.channels ?? 0) / op.groups;
  return recordRows(
    Array.from({ length: op.outChannels }, (_, channel) => {
      const group = Math.floor((channel * op.groups) / op.outChannels);
      return {
        'output channel': channel,
        group,
        'first input channel': group * perGroup,
        'last input channel': (group + 1) * perGroup - 1,
      };
    }),
  );
}
