import { Trans, useLingui } from '@lingui/react/macro';
import { fireModule } from '../../../nets/explorables/fireModule';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { squeezeNetPaper, squeezeNetRelease, squeezeNetResidual } from '../../../nets/papers/squeezeNet';
import { ExplorePage, Prose, References, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { CompressionSection } from './CompressionSection';
import { FiftyTimesSection } from './FiftyTimesSection';
import { FormsSection } from './FormsSection';
import { LatePoolingSection } from './LatePoolingSection';
import { SqueezeRatio } from './SqueezeRatio';

/** Chapter: the Fire module, the network's variants, and what the factor of fifty is made of. */
export function SqueezeNetPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`SqueezeNet`}
      lede={
        <Trans>
          How few parameters does a network need for AlexNet’s accuracy? SqueezeNet’s answer of 2016 is one small
          module, repeated eight times: squeeze the channels, then expand them again.
        </Trans>
      }
    >
      <StrategiesSection />
      <FireSection />
      <FormsSection />
      <FiftyTimesSection />
      <CompressionSection />
      <LatePoolingSection />
      <References
        items={[
          {
            title: 'SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size',
            url: squeezeNet.paper.url,
          },
          { title: 'forresti/SqueezeNet', url: squeezeNetRelease.url },
          { title: 'songhan/SqueezeNet-Residual', url: squeezeNetResidual.url },
          { title: 'Deep Compression (Han et al. 2015)', url: relatedPapers.deepCompression },
        ]}
      />
    </ExplorePage>
  );
}

function StrategiesSection() {
  const { t } = useLingui();
  return (
    <Section id="three-strategies" title={t`Three strategies`}>
      <Prose>
        <ol>
          <li>
            <Trans>
              <strong>Replace 3×3 filters by 1×1 filters.</strong> Each has nine times fewer weights.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Feed fewer input channels to the 3×3 filters that remain.</strong> A 3×3 layer has 9 × input
              channels × filters weights, so a thin input is as good as few filters.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Downsample late.</strong> Large activation maps keep detail and raise accuracy. This one costs
              multiply-adds, not params.
            </Trans>
          </li>
        </ol>
        <p>
          <Trans>The first two save params; the third spends arithmetic to win back accuracy.</Trans>
        </p>
      </Prose>
    </Section>
  );
}

function FireSection() {
  const { t } = useLingui();
  const exploration = useExploration(fireModule);
  const set = (values: Readonly<Record<string, number | string>>) => () => {
    exploration.reset();
    exploration.choose(values);
  };
  return (
    <Section id="fire-module" title={t`The Fire module`}>
      <Prose>
        <p>
          <Trans>
            One layer of 1×1 filters squeezes the input to few channels (s₁ₓ₁). Two layers, 1×1 and 3×3, then read that
            thin map side by side, and their outputs are concatenated (e₁ₓ₁ + e₃ₓ₃). As long as s₁ₓ₁ &lt; e₁ₓ₁ + e₃ₓ₃
            the squeeze layer is a bottleneck, and the expensive 3×3 filters see few channels. The squeeze ratio, s₁ₓ₁
            over e₁ₓ₁ + e₃ₓ₃, is 0.125 in all eight modules of the network.
          </Trans>
        </p>
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`A Fire module`}
        blockName={t`Fire`}
        replacedName={t`One 3×3`}
        knobs={{
          inChannels: { label: t`Input channels` },
          squeeze: { label: t`Squeeze filters, s₁ₓ₁` },
          expand1x1: { label: t`Expand filters 1×1, e₁ₓ₁` },
          expand3x3: { label: t`Expand filters 3×3, e₃ₓ₃` },
          resolution: { label: t`Height and width`, unit: 'px' },
          bypass: { label: t`Bypass`, choices: { none: t`none`, around: t`around the module` } },
        }}
        caption={
          <Trans>
            The defaults are fire2 of SqueezeNet 1.0 on the paper’s 55×55 map; this app’s network has 54×54 there, at
            224 px. It is compared with one 3×3 layer of the same output.
          </Trans>
        }
      >
        <SqueezeRatio values={exploration.values} />
      </Explorer>
      <TryThis
        prompts={[
          {
            id: 'ratio',
            text: (
              <Trans>
                Raise the squeeze ratio to 0.75, as the paper’s own study does: this module grows sixfold, the paper’s
                network from 4.8 to 19 MB. Top-5 rose from 80.3% to 86.0%, and no further beyond.
              </Trans>
            ),
            set: set({ squeeze: 96 }),
          },
          {
            id: 'no-bottleneck',
            text: (
              <Trans>Make the squeeze layer as wide as the output: the bottleneck is gone, and so is the saving.</Trans>
            ),
            set: set({ squeeze: 128 }),
          },
          {
            id: 'late',
            text: <Trans>Take fire9 instead, deep in the network: many channels on a small map.</Trans>,
            set: set({ inChannels: 512, squeeze: 64, expand1x1: 256, expand3x3: 256, resolution: 13 }),
          },
          {
            id: 'bypass',
            text: (
              <Trans>
                Lead a bypass around fire2. Input and output differ in width, so the bypass needs a 1×1 convolution of
                its own; with 128 input channels it would be free.
              </Trans>
            ),
            set: set({ bypass: 'around' }),
          },
        ]}
      />
      <Claim
        claim={<Trans>Fire is a squeeze part and an extract part, each a series of convolutions.</Trans>}
        sources={<SourceLink source={squeezeNetPaper} place={t`section 3.2`} />}
      >
        <Trans>
          The second part is called <em>expand</em>. Squeeze is a single layer, and the two expand layers stand side by
          side, not one behind the other.
        </Trans>
      </Claim>
      <Claim
        claim={<Trans>Strategy two reduces the number of channels of the 3×3 convolutions.</Trans>}
        sources={<SourceLink source={squeezeNetPaper} place={t`section 3.1`} />}
      >
        <Trans>
          It reduces their <em>input</em> channels. The number of 3×3 filters is another knob.
        </Trans>
      </Claim>
    </Section>
  );
}
