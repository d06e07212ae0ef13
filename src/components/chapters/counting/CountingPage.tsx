import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { convolution } from '../../../nets/explorables/convolution';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { useExploration } from '../../explain/exploration/useExploration';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { ChannelWiring } from '../../explain/diagram/ChannelWiring';
import { CountingOpening } from './CountingOpening';
import { FiveKinds } from './FiveKinds';
import { countingLesson } from './lesson';
import { FullyConnectedSection } from './FullyConnectedSection';
import { GroupsPrompts } from './GroupsPrompts';
import { KernelFigure } from './KernelFigure';
import { MemorySection } from './MemorySection';
import { OutputMapSection } from './OutputMapSection';
import { ToolsSection } from './ToolsSection';
import { WiresIntoOne } from './WiresIntoOne';

/** Chapter 1: the cost of a convolution, and the terms for it. */
export function CountingPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`Counting`}
      opening={<CountingOpening />}
      lesson={countingLesson}
      references={[
        {
          title: 'MobileNets',
          url: mobileNetV1.paper.url,
          detail: t`section 3.1: the cost of a convolution and of its two halves`,
        },
        {
          title: 'ShuffleNet',
          url: shuffleNetV1.paper.url,
          detail: t`section 3: grouped convolution; Table 1 defines FLOPs as multiply-adds`,
        },
        {
          title: 'ShuffleNet V2',
          url: shuffleNetV2.paper.url,
          detail: t`section 2: memory access cost, equations 1 and 2`,
        },
      ]}
      lede={
        <Trans>
          A convolution has three costs: weights to store, multiply-adds to compute, and elements to move between memory
          and processor. Which channels connect decides the first two and hardly touches the third. Every light network
          starts from this difference.
        </Trans>
      }
    >
      <OutputMapSection />
      <FullyConnectedSection />
      <FromStandardToDepthwise />
      <MemorySection />
      <ToolsSection />
    </ExplorePage>
  );
}

function FromStandardToDepthwise() {
  const { t } = useLingui();
  const exploration = useExploration(convolution);
  const { block } = exploration;
  return (
    <Section id="groups" title={t`Groups: from standard to depthwise`}>
      <Prose>
        <p>
          <Trans>
            A standard convolution connects every input channel to every output channel and has a k×k kernel for each
            pair. Divide the channels into <em>groups</em> that connect only within themselves, and weights and
            multiply-adds both fall to 1/g.
          </Trans>
        </p>
        <p>
          <Trans>
            With one channel per group, each channel has one k×k kernel of its own: a <em>depthwise</em> convolution. It
            filters in space but mixes no channels. A 1×1 kernel does the opposite: it mixes channels but sees no
            neighbouring pixels. That is a <em>pointwise</em> convolution.
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={countingLesson.predictions.p4}
        figure={({ isOpen, guess }) => (
          <WiresIntoOne
            channels={12}
            groups={3}
            output={5}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : Number(guess)}
          />
        )}
      />
      <Explorer
        exploration={exploration}
        title={t`Fewer connections, fewer weights`}
        blockName={t`This convolution`}
        replacedName={t`ungrouped`}
        knobs={{
          groups: { label: t`Groups g`, hint: t`g divides both numbers of channels.` },
          inChannels: { label: t`Input channels` },
          outChannels: { label: t`Output channels` },
          kernel: { label: t`Kernel size k` },
          stride: { label: t`Stride` },
          resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
        }}
        picture={<ChannelWiring node={block.graph.output} />}
      />
      <FiveKinds exploration={exploration} />
      <Prose>
        <p>
          <Trans>
            Here are the four convolutions at work on a photograph. Drag the kernel: what it reads, multiplies and adds
            is written beside it, and the multiply-adds are counted as it goes.
          </Trans>
        </p>
      </Prose>
      <KernelFigure />
      <GroupsPrompts exploration={exploration} />
      <Claim
        id="counting/c2"
        claim={<Trans>A depthwise convolution costs k²·c·h·w MACs.</Trans>}
        sources={<SourceLink source={mobileNetV1Paper} place={t`section 3.1`} />}
      >
        <p>
          <Trans>
            Only if h and w are those of the output map, and if there is one output channel per input channel. Biases,
            one per output channel, and batch norm come on top.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}
