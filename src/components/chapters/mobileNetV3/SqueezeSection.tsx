import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { weighedResidual } from '../../../nets/explorables/weighedResidual';
import { bottlenecksOf } from '../../../nets/readings/bottlenecks';
import { sharesOf } from '../../../nets/readings/shares';
import { costRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { Passage, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { mobileNetV3Lesson, raisedBy } from './lesson';
import type { Family } from './SizeChoice';
import { SizeChoice, sizeName } from './SizeChoice';
import { SqueezePicture } from './SqueezePicture';
import cards from './MobileNetV3.module.css';

const { p1 } = mobileNetV3Lesson.predictions;

/** Squeeze-and-excite inside MobileNet V2's block, and its cost in the network. */
export function SqueezeSection({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const exploration = useExploration(weighedResidual);
  const { block, choose } = exploration;
  const [drawn] = bottlenecksOf(block.graph);
  return (
    <Section id="squeeze-excite" title={t`Squeeze and excite`}>
      <Prose>
        <p>
          <Trans>
            The block is V2’s, with a side path after the depthwise convolution. It takes the mean of each channel,
            squeezes these means to a quarter by a 1×1 with ReLU, expands them again, and turns them into gates between
            0 and 1 by an h-sigmoid. Each channel of the map is multiplied by its gate: the network re-weights its
            features for each image.
          </Trans>
        </p>
      </Prose>
      <Claim
        id="mobilenet-v3/c1"
        claim={<Trans>MobileNet V3 cuts the expansion layer to a quarter of its channels.</Trans>}
        sources={<SourceLink source={mobileNetV3Paper} place={t`section 5.3`} />}
      >
        <Trans>
          The expansion layer is unchanged. What has a quarter of its channels, rounded to a multiple of 8, is the
          squeezed vector inside the side path.
        </Trans>
      </Claim>
      {drawn === undefined ? null : (
        <div className={cards.card}>
          <Figure
            title={t`The gates’ path keeps the map at full width`}
            files={{ name: 'squeeze-and-excite', numbers: () => costRows(block.cost) }}
            caption={
              <Trans>Widths to scale. Thick bars are maps, thin bars are vectors, one number per channel.</Trans>
            }
          >
            <SqueezePicture block={drawn} />
          </Figure>
        </div>
      )}
      <PriceGuess />
      <AfterGuess of={p1}>
        <Explorer
          exploration={exploration}
          title={t`The block, layer by layer`}
          blockName={t`With SE`}
          replacedName={t`Without`}
          data={<BlockData of={exhibits.mobileNetV3} path="block4" />}
          knobs={{
            inChannels: { label: t`Input channels` },
            expandedChannels: { label: t`Expanded channels` },
            squeezeDivisor: { label: t`Squeezed to 1 /` },
            outChannels: { label: t`Output channels` },
            kernel: { label: t`Kernel size k` },
            stride: { label: t`Stride` },
            activation: { label: t`Activation`, choices: { relu: 'ReLU', hardSwish: 'h-swish' } },
            resolution: { label: t`Input map`, unit: 'px' },
          }}
        />
        <TryThis
          prompts={[
            {
              id: 'early',
              text: (
                <Trans>
                  Block 5, early: 40 → 120 → 40 on a 28×28 map. The side path holds over a third of the params and a
                  thousandth of the multiply-adds.
                </Trans>
              ),
              set: () => {
                choose({
                  inChannels: 40,
                  expandedChannels: 120,
                  outChannels: 40,
                  kernel: 5,
                  resolution: 28,
                  activation: 'relu',
                  squeezeDivisor: 4,
                  stride: 1,
                });
              },
            },
            {
              id: 'late',
              text: (
                <Trans>
                  Block 15, the last: 160 → 960 → 160 on a 7×7 map. Now more than half of the params belong to the
                  gates.
                </Trans>
              ),
              set: () => {
                choose({
                  inChannels: 160,
                  expandedChannels: 960,
                  outChannels: 160,
                  kernel: 5,
                  resolution: 7,
                  activation: 'hardSwish',
                  squeezeDivisor: 4,
                  stride: 1,
                });
              },
            },
            {
              id: 'sixteenth',
              text: (
                <Trans>Squeeze to a sixteenth, as the SE paper does in ResNet: the gates need 4× fewer params.</Trans>
              ),
              set: () => {
                choose({ squeezeDivisor: 16 });
              },
            },
          ]}
        />
      </AfterGuess>
      <SqueezeShares family={family} />
    </Section>
  );
}

/** The cost of squeeze-and-excite in the network. */
function SqueezeShares({ family }: { readonly family: Family }) {
  const { i18n, t } = useLingui();
  const [share] = sharesOf(family.block.cost, ({ node }) => (node.id.includes('.squeezeExcite.') ? 'se' : undefined));
  const blocks = bottlenecksOf(family.block.graph);
  const squeezed = blocks.filter(({ squeezeChannels }) => squeezeChannels !== undefined).length;
  const name = sizeName(family);
  if (share === undefined) return null;
  return (
    <Passage>
      <Prose>
        <SizeChoice family={family} />
        <Readouts>
          <Readout label={t`Blocks with SE in ${name}`} value={`${squeezed} / ${blocks.length}`} />
          <Readout
            label={t`SE’s share of the params`}
            value={<span data-share="se-params">{percentText(share.paramsShare, i18n.locale)}</span>}
            note={<Quantity value={share.params} unit={t`params`} />}
          />
          <Readout
            label={t`SE’s share of the MACs`}
            value={<span data-share="se-macs">{percentText(share.macsShare, i18n.locale)}</span>}
            note={<Quantity value={share.macs} unit={t`MACs`} />}
          />
          <Readout
            label={t`SE’s share of memory access`}
            value={percentText(share.memoryAccessShare, i18n.locale)}
            note={t`pooling and scaling read whole maps`}
          />
        </Readouts>
      </Prose>
      <Claim
        id="mobilenet-v3/c2"
        claim={<Trans>Squeeze-and-excite costs next to nothing.</Trans>}
        sources={<SourceLink source={mobileNetV3Paper} place={t`section 5.3; counted on the graph`} />}
      >
        <Trans>
          True of multiply-adds, and on the authors’ phone of time. But in {name} it holds{' '}
          {percentText(share.paramsShare, i18n.locale)} of the params, for {percentText(share.macsShare, i18n.locale)}{' '}
          of the multiply-adds.
        </Trans>
      </Claim>
    </Passage>
  );
}

/** What the gates add to params is given, what they add to multiply-adds is asked. */
function PriceGuess() {
  const { i18n, t } = useLingui();
  return (
    <GuessNumber
      of={p1}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`More with gates`}
          tone="plain"
          format={(value) => `+${percentText(value / 100, i18n.locale, value < 10 ? 1 : 0)}`}
          isOpen={isOpen}
          guess={guess}
          bars={[
            { id: 'params', label: t`Params`, value: raisedBy('params') },
            { id: 'macs', label: t`Multiply-adds`, value: raisedBy('macs'), isAsked: true },
          ]}
        />
      )}
    />
  );
}
