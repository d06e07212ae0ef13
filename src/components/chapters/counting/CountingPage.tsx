import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { convolution } from '../../../nets/explorables/convolution';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { ExplorePage, Prose, References, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { ChannelWiring } from '../../explain/diagram/ChannelWiring';
import { CountingOpening } from './CountingOpening';
import { FiveKinds } from './FiveKinds';
import { FullyConnectedSection } from './FullyConnectedSection';
import { MemorySection } from './MemorySection';
import { OutputMapSection } from './OutputMapSection';
import { ToolsSection } from './ToolsSection';

/** Chapter 1: the cost of a convolution, and the terms for it. */
export function CountingPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`Counting`}
      opening={<CountingOpening />}
      lede={
        <Trans>
          A convolution has two prices: the weights it stores and the multiply-adds it does. Both follow from who is
          wired to whom. Light networks are made by cutting wires, so this is where they start.
        </Trans>
      }
    >
      <FromStandardToDepthwise />
      <FullyConnectedSection />
      <OutputMapSection />
      <ToolsSection />
      <MemorySection />
      <References
        items={[
          {
            title: 'MobileNets',
            url: mobileNetV1.paper.url,
            detail: t`section 3.1: what a convolution and its two halves cost`,
          },
          {
            title: 'ShuffleNet',
            url: shuffleNetV1.paper.url,
            detail: t`section 3: grouped convolution; Table 1 defines its FLOPs`,
          },
          {
            title: 'ShuffleNet V2',
            url: shuffleNetV2.paper.url,
            detail: t`section 2: memory access cost, equations 1 and 2`,
          },
        ]}
      />
    </ExplorePage>
  );
}

function FromStandardToDepthwise() {
  const { t } = useLingui();
  const exploration = useExploration(convolution);
  const { values, block, choose } = exploration;
  return (
    <Section id="groups" title={t`From standard to depthwise, one slider`}>
      <Prose>
        <p>
          <Trans>
            A standard convolution wires every input channel to every output channel, through a window of its own for
            each pair. Move <em>groups</em> from 1 up: the channels fall apart into groups that no longer see each
            other, and weights and multiply-adds are divided by g. With as many groups as channels, each channel is left
            alone with one window: a depthwise convolution. A window of 1×1 mixes channels and no pixels: a pointwise
            convolution.
          </Trans>
        </p>
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`One convolution`}
        blockName={t`This convolution`}
        replacedName={t`ungrouped`}
        knobs={{
          groups: { label: t`Groups g`, hint: t`Only common divisors of both channel counts are possible.` },
          inChannels: { label: t`Input channels` },
          outChannels: { label: t`Output channels` },
          kernel: { label: t`Window k`, hint: t`k × k pixels` },
          stride: { label: t`Stride` },
          resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
        }}
        picture={<ChannelWiring node={block.graph.output} />}
      />
      <FiveKinds exploration={exploration} />
      <TryThis
        prompts={[
          {
            id: 'walk',
            text: (
              <Trans>
                Go from 1 to 12 groups with the arrow keys. How do the params fall, and which price falls far less?
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
                Two groups do not halve the channels: they halve the wires. Compare with the ungrouped convolution of
                half the outputs.
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
                A 3×3 depthwise and a 1×1 pointwise convolution after it together do the job of one 3×3. Add up their
                MACs at 64 channels.
              </Trans>
            ),
            set: () => {
              choose({ inChannels: 64, outChannels: 64, kernel: 3, groups: 64, stride: 1 });
            },
          },
        ]}
      />
      <Claim
        claim={<Trans>A depthwise convolution costs k²·c·h·w.</Trans>}
        sources={<SourceLink source={mobileNetV1Paper} place={t`section 3.1`} />}
      >
        <p>
          <Trans>
            Only if it gives one output channel for each input channel, and if h and w are those of the output map.
            Biases, one for each output channel, and batch norm are left out as well.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}
