import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { fireModule } from '../../../nets/explorables/fireModule';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { costOf } from '../../../nets/readings/cost';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { squeezeNetPaper, squeezeNetRelease, squeezeNetResidual } from '../../../nets/papers/squeezeNet';
import { ExplorePage, Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { Term } from '../../explain/glossary/Term';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { useRatioText } from '../../explain/cost/useRatioText';
import { useExploration } from '../../explain/exploration/useExploration';
import { CompressionSection } from './CompressionSection';
import { FiftyTimesSection } from './FiftyTimesSection';
import { FormsSection } from './FormsSection';
import { fireCost, squeezeNetLesson } from './lesson';
import { LatePoolingSection } from './LatePoolingSection';
import { SqueezeNetOpening } from './SqueezeNetOpening';
import { SqueezeRatio } from './SqueezeRatio';
import { SqueezedMaps } from './SqueezedMaps';
import { StrategyBars } from './StrategyBars';

/** Chapter: the Fire module, the network's variants, and what the factor of fifty is made of. */
export function SqueezeNetPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`SqueezeNet`}
      origin={t`Berkeley and Stanford, 2016`}
      opening={<SqueezeNetOpening />}
      lesson={squeezeNetLesson}
      references={[
        {
          title: 'SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size',
          url: squeezeNet.paper.url,
          detail: t`submitted to ICLR 2017, it stayed an arXiv paper of 2016`,
        },
        { title: 'forresti/SqueezeNet', url: squeezeNetRelease.url },
        { title: 'songhan/SqueezeNet-Residual', url: squeezeNetResidual.url },
        { title: 'Deep Compression (Han et al. 2015)', url: relatedPapers.deepCompression },
      ]}
      lede={
        <Trans>
          How few params does AlexNet’s accuracy need? SqueezeNet answers with one small module, used eight times:
          squeeze the channels with 1×1 filters, then expand them again.
        </Trans>
      }
    >
      <StrategiesSection />
      <FireSection />
      <FormsSection />
      <FiftyTimesSection />
      <CompressionSection />
      <LatePoolingSection />
    </ExplorePage>
  );
}

function StrategiesSection() {
  const { t } = useLingui();
  return (
    <Section id="three-strategies" title={t`Two strategies save params, the third spends MACs`}>
      <Prose>
        <ol>
          <li>
            <Trans>
              <strong>Replace 3×3 filters with 1×1 filters.</strong> A 1×1 filter has nine times fewer weights.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Feed fewer input channels to the 3×3 filters.</strong> A 3×3 layer has 9 × input channels ×
              filters weights: half the input channels save what half the filters would.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Downsample late.</strong> The authors expect larger <Term of="featureMap">maps</Term> to raise
              accuracy, as others had measured on four networks (section 3.1). They cost multiply-adds and memory
              access, not params.
            </Trans>
          </li>
        </ol>
      </Prose>
      <StrategyBars />
      <GuessBars of={squeezeNetLesson.predictions.p1} />
    </Section>
  );
}

const [fire2, one3x3] = [costOf(fireModule.graph({})), costOf(fireModule.at({}).replaced ?? fireModule.graph({}))];
/** With a squeeze layer as wide as the output. */
const wideFire = fireCost(128);

function FireSection() {
  const { i18n, t } = useLingui();
  const ratioText = useRatioText();
  const exploration = useExploration(fireModule);
  const more = ratioText(fire2.memoryAccess, one3x3.memoryAccess);
  const [wide, whole] = [wideFire, one3x3].map(({ params }) => exactNumberText(params, i18n.locale));
  const less = ratioText(wideFire.params, one3x3.params);
  const set = (values: Readonly<Record<string, number | string>>) => () => {
    exploration.reset();
    exploration.choose(values);
  };
  return (
    <Section id="fire-module" title={t`The Fire module`}>
      <Prose>
        <p>
          <Trans>
            A squeeze layer of s₁ₓ₁ filters, all 1×1, reduces the input to few channels. Two expand layers, e₁ₓ₁ filters
            of 1×1 and e₃ₓ₃ of 3×3, read this thin map side by side, and their outputs are concatenated. While s₁ₓ₁ &lt;
            e₁ₓ₁ + e₃ₓ₃ the squeeze layer is a bottleneck: the expensive 3×3 filters see few channels. The squeeze
            ratio, s₁ₓ₁ / (e₁ₓ₁ + e₃ₓ₃), is 0.125 in all eight modules.
          </Trans>
        </p>
        <p>
          <Trans>
            What falls is params and MACs. Memory access does not: with its thin map, its concatenation and its three
            ReLUs, fire2 moves {more} elements than one 3×3 layer.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={squeezeNetLesson.predictions.p3}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Params`}
            tone="params"
            format={(value) => exactNumberText(Math.round(value), i18n.locale)}
            bars={[
              { id: 'squeeze-16', label: t`16 squeeze filters`, value: fireCost(16).params },
              { id: 'squeeze-32', label: t`32 squeeze filters`, value: fireCost(32).params, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : guess * fireCost(16).params}
          />
        )}
      />
      <Explorer
        exploration={exploration}
        title={t`Fewer params and MACs, more maps`}
        blockName={t`Fire`}
        replacedName={t`One 3×3`}
        data={<BlockData of={exhibits.squeezeNet} path="fire2" />}
        knobs={{
          inChannels: { label: t`Input channels` },
          squeeze: { label: t`Squeeze s₁ₓ₁` },
          expand1x1: { label: t`Expand e₁ₓ₁` },
          expand3x3: { label: t`Expand e₃ₓ₃` },
          resolution: { label: t`Height and width`, unit: 'px' },
          bypass: { label: t`Bypass`, choices: { none: t`none`, around: t`around the module` } },
        }}
        caption={
          <Trans>
            The defaults are fire2 of SqueezeNet 1.0 on the paper’s 55×55 map; this app’s network has 54×54 there, at
            224 px. Half of the filters are 3×3 throughout SqueezeNet. The comparison is one 3×3 layer with the same
            output.
          </Trans>
        }
        readouts={<SqueezeRatio values={exploration.values} />}
      />
      <SqueezedMaps />
      <TryThis
        prompts={[
          {
            id: 'ratio',
            text: (
              <Trans>
                Raise the squeeze ratio to 0.75, as the paper’s study does. The module grows sixfold, the paper’s
                network from 4.8 to 19 MB; <Term of="top1">top-5 accuracy</Term> rises from 80.3% to 86.0%, and higher
                ratios add nothing.
              </Trans>
            ),
            set: set({ squeeze: 96 }),
          },
          {
            id: 'no-bottleneck',
            text: (
              <Trans>
                Make the squeeze layer as wide as the output. Without a bottleneck, is anything saved against one 3×3?
              </Trans>
            ),
            answer: (
              <Trans>
                Little: {wide} params against {whole}, {less}. The squeeze layer costs params of its own now; what is
                left of the saving comes from the expand filters, half of which are 1×1.
              </Trans>
            ),
            set: set({ squeeze: 128 }),
          },
          {
            id: 'late',
            text: <Trans>fire9, deep in the network: many channels on a small map.</Trans>,
            set: set({ inChannels: 512, squeeze: 64, expand1x1: 256, expand3x3: 256, resolution: 13 }),
          },
          {
            id: 'bypass',
            text: (
              <Trans>
                Add a bypass around fire2. Input and output differ in width, so it needs a 1×1 convolution of its own;
                with 128 input channels it would be free.
              </Trans>
            ),
            set: set({ bypass: 'around' }),
          },
        ]}
      />
      <FireClaims />
    </Section>
  );
}

function FireClaims() {
  const { t } = useLingui();
  return (
    <Notes>
      <Claim
        id="squeezenet/c1"
        claim={<Trans>Fire is a squeeze part and an extract part, each a series of convolutions.</Trans>}
        sources={<SourceLink source={squeezeNetPaper} place={t`section 3.2`} />}
      >
        <Trans>
          The second part is called <em>expand</em>. Squeeze is a single layer, and the two expand layers stand side by
          side, not one after the other.
        </Trans>
      </Claim>
      <Claim
        id="squeezenet/c2"
        claim={<Trans>Strategy 2 reduces the number of channels of the 3×3 convolutions.</Trans>}
        sources={<SourceLink source={squeezeNetPaper} place={t`section 3.1`} />}
      >
        <Trans>
          It reduces their <em>input</em> channels. The number of 3×3 filters is another knob.
        </Trans>
      </Claim>
    </Notes>
  );
}
