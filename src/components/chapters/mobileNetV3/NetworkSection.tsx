import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV3 } from '../../../nets/models/mobileNetV3';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { bottleneckColumns, bottleneckRows, bottlenecksOf } from '../../../nets/readings/bottlenecks';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { slimMobileNets } from '../../../nets/papers/releases';
import { Figure } from '../../ui/Figure';
import { quantity } from '../../ui/Quantity';
import { SourceLink } from '../../explain/page/SourceLink';
import { CostTable } from '../../explain/cost/CostTable';
import { Prose, Section, SideBySide } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { mobileNetV3Lesson, sizes } from './lesson';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { BottleneckTable } from '../../explain/network/BottleneckTable';
import { EveryLayerLink } from '../../explain/network/EveryLayerLink';
import { PublishedTable } from '../../explain/network/PublishedTable';
import styles from './NetworkSection.module.css';
import type { Family } from './SizeChoice';
import { sizeName, sizeNames } from './SizeChoice';
import cards from './MobileNetV3.module.css';

/** Both sizes of the network, block by block, beside V2. */
export function NetworkSection({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const name = sizeName(family);
  return (
    <Section id="networks" title={t`Large and small`}>
      <Prose>
        <p>
          <Trans>
            The two sizes were searched for two latency budgets. Both start with 16 filters and end in the short tail.
            V3-Small halves the map in its first block already, has eleven blocks instead of fifteen, and re-weights the
            channels in all but two of them.
          </Trans>
        </p>
      </Prose>
      <div className={cards.card}>
        <Figure
          title={t`All blocks of ${name}`}
          files={{ name: 'mobilenet-v3-blocks', numbers: () => bottleneckRows(bottlenecksOf(family.block.graph)) }}
          onReset={family.reset}
          actions={
            <div className={styles.knobs}>
              <KnobControls
                exploration={family}
                texts={{
                  size: { label: t`Network`, choices: sizeNames },
                  width: { label: t`Width multiplier` },
                  resolution: { label: t`Image`, unit: 'px' },
                }}
              />
            </div>
          }
          caption={
            <Trans>
              Widths, multiples of 8: input, expanded, output. SE: channels of the squeezed vector. At width 1 these are
              the paper’s Tables 1 and 2.
            </Trans>
          }
        >
          <BlockTable blocks={bottlenecksOf(family.block.graph)} />
        </Figure>
      </div>
      <EveryLayerLink model={mobileNetV3} family={family} />
      <SizesGuess />
      <AfterGuess of={mobileNetV3Lesson.predictions.p7}>
        <SideBySide>
          <CostTable block={family.block} blockName={name} replaced={family.replaced} replacedName="V2" />
          <Published />
        </SideBySide>
      </AfterGuess>
      <Claim
        id="mobilenet-v3/c7"
        isTrue
        claim={<Trans>V3-Large has more params than MobileNet V2, and fewer multiply-adds.</Trans>}
        sources={t`counted on the graphs`}
      >
        <Trans>5.5 M against 3.5 M params, 217 M against 301 M multiply-adds.</Trans>
      </Claim>
      <Claim
        id="mobilenet-v3/c6"
        claim={<Trans>V3-Small has SE on its last 1×1 convolution too.</Trans>}
        sources={
          <>
            <SourceLink source={mobileNetV3Paper} place={t`Table 2`} />
            {' · '}
            <SourceLink source={slimMobileNets} />
          </>
        }
      >
        <Trans>
          Table 2 has a tick there, but the published 2.5 M params leave no room for it, and the authors’ code does not
          have it.
        </Trans>
      </Claim>
    </Section>
  );
}

/** A quarter of the work: how many of the params? */
function SizesGuess() {
  const { i18n, t } = useLingui();
  const { large, small } = sizes();
  return (
    <GuessNumber
      of={mobileNetV3Lesson.predictions.p7}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Params`}
          tone="params"
          format={(value) => exactNumberText(value, i18n.locale)}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : (large.params * guess) / 100}
          bars={[
            { id: 'large', label: 'V3-Large', value: large.params },
            { id: 'small', label: 'V3-Small', value: small.params, isAsked: true },
          ]}
        />
      )}
    />
  );
}

function BlockTable({ blocks }: { readonly blocks: readonly Bottleneck[] }) {
  const { t } = useLingui();
  return (
    <BottleneckTable
      blocks={blocks}
      columns={[
        { ...bottleneckColumns.kernel, head: t`Kernel size`, format: (kernel) => `${kernel}×${kernel}` },
        {
          ...bottleneckColumns.squeezeChannels,
          head: 'SE',
          show: ({ squeezeChannels }) => <span className={styles.squeezed}>{squeezeChannels ?? '–'}</span>,
        },
        {
          ...bottleneckColumns.activation,
          head: t`Activation`,
          show: ({ activation }) =>
            activation === 'hardSwish' ? <span className={styles.hardSwish}>h-swish</span> : 'ReLU',
        },
        { ...bottleneckColumns.stride, head: t`Stride` },
        { ...bottleneckColumns.params, head: t`Params`, format: quantity, isExtra: true },
      ]}
    />
  );
}

function Published() {
  const { t } = useLingui();
  return (
    <PublishedTable
      caption={t`As published, at 224×224`}
      fileName="mobilenet-v3-published"
      rows={[
        { name: 'V2 1.0', net: 'mobilenet-v2', options: { width: 1 }, source: mobileNetV2Paper },
        { name: 'V3-Large 1.0', net: 'mobilenet-v3', options: { size: 'large', width: 1 }, source: mobileNetV3Paper },
        {
          name: 'V3-Large 0.75',
          net: 'mobilenet-v3',
          options: { size: 'large', width: 0.75 },
          source: mobileNetV3Paper,
        },
        { name: 'V3-Small 1.0', net: 'mobilenet-v3', options: { size: 'small', width: 1 }, source: mobileNetV3Paper },
        {
          name: 'V3-Small 0.75',
          net: 'mobilenet-v3',
          options: { size: 'small', width: 0.75 },
          source: mobileNetV3Paper,
        },
      ]}
      note={
        <Trans>
          Counted, the 219 M of V3-Large are 216.6 M; TF-slim’s own table says 217. Earlier versions of the paper give
          66 M and 2.9 M for V3-Small, which then had a tail of 1,280 features.
        </Trans>
      }
    />
  );
}
