import { Trans, useLingui } from '@lingui/react/macro';
import { fragmentation } from '../../../nets/explorables/guidelines';
import { fragmentStack, fragmentWidth } from '../../../nets/explorables/guidelineStacks';
import { fragmentsOf } from '../../../nets/readings/fragments';
import type { FragmentStructure } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Detail } from '../../ui/Detail';
import { Readout, Readouts } from '../../ui/Readout';
import { Explorer } from '../../explain/page/Explorer';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { fragmentSpeeds } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import { usePlatform } from './usePlatform';

const { p8 } = shuffleNetV2Lesson.predictions;
const [one = 0, series = 0] = [fragmentSpeeds('one')[0], fragmentSpeeds('fourInSeries')[0]];

/** G3: many small ops leave a parallel device idle. */
export function FragmentSection() {
  const { i18n, t } = useLingui();
  return (
    <Section id="g3" title={t`G3: fragments leave the device waiting`}>
      <Prose>
        <p>
          <Trans>
            A block can do the same work in one large op or in several small ones, its fragments. Several may help
            accuracy, but each has to be launched and waited for, and each may be too small to keep a parallel device
            busy. One cell of NASNet-A has 13 fragments, a block of ResNet two or three. No count of multiply-adds shows
            this.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p8}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Batches per second on the GPU`}
            tone="plain"
            format={(value) => exactNumberText(Math.round(value), i18n.locale)}
            bars={[
              { id: 'asked-one', label: t`one convolution, batches/s`, value: one },
              { id: 'asked-series', label: t`four in series, batches/s`, value: series, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined || guess === 0 ? undefined : one / guess}
          />
        )}
      />
      <AfterGuess of={p8}>
        <FragmentExplorer />
      </AfterGuess>
      <Claim
        id="shufflenet-v2/c6"
        claim={<Trans>Fragments are branches; more branches are slower.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`Table 3`} />}
      >
        <Trans>
          Ops in a row count as well: four in series run at 752 batches per second where one has 2,446 (GPU, 128
          channels). And the effect depends on the device: at 512 channels, or on ARM, much less of it remains.
        </Trans>
      </Claim>
    </Section>
  );
}

function useStructureNames(): Readonly<Record<FragmentStructure, string>> {
  const { t } = useLingui();
  return {
    one: '1',
    twoInSeries: t`2 in series`,
    fourInSeries: t`4 in series`,
    twoInParallel: t`2 in parallel`,
    fourInParallel: t`4 in parallel`,
  };
}

function FragmentExplorer() {
  const { t } = useLingui();
  const exploration = useExploration(fragmentation, 'memoryAccess');
  const { choose } = exploration;
  return (
    <>
      <Explorer
        exploration={exploration}
        title={t`One convolution in fragments`}
        blockName={t`In fragments`}
        replacedName={t`One convolution`}
        knobs={{
          structure: { label: t`Fragments`, choices: useStructureNames() },
          channels: {
            label: t`Channels in one piece`,
            hint: t`Fragments are narrower: the same MACs.`,
          },
          resolution: { label: t`Height and width`, unit: 'px' },
        }}
        isTall
        caption={<Trans>The paper’s text does not say how parallel fragments are joined; here they are added.</Trans>}
        readouts={<FragmentReadouts exploration={exploration} />}
      />
      <TryThis
        prompts={[
          {
            id: 'g3-series',
            text: (
              <Trans>
                Four in series instead of four in parallel: the same number of convolutions, but a longer chain to wait
                for.
              </Trans>
            ),
            set: () => {
              choose({ structure: 'fourInSeries' });
            },
          },
          {
            id: 'g3-one',
            text: <Trans>One convolution: one op to launch, and the fewest elements to move.</Trans>,
            set: () => {
              choose({ structure: 'one' });
            },
          },
        ]}
      />
      <FragmentMeasurements />
    </>
  );
}

function FragmentReadouts({ exploration }: { readonly exploration: Exploration }) {
  const { t } = useLingui();
  const { convolutions, ops, longestChain } = fragmentsOf(exploration.block.graph);
  return (
    <Readouts>
      <Readout label={t`Convolutions`} value={<span data-figure="fragments">{convolutions}</span>} />
      <Readout label={t`Ops to launch`} value={<span data-figure="ops">{ops}</span>} />
      <Readout
        label={t`Longest chain`}
        value={<span data-figure="chain">{longestChain}</span>}
        note={t`ops that have to wait for each other`}
      />
    </Readouts>
  );
}

/** The channels of the single convolution, by column of Table 3. */
const columnChannels = { gpu: [128, 256, 512], arm: [64, 128, 256] } as const;

function FragmentMeasurements() {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const names = useStructureNames();
  const [first, second, third] = columnChannels[platform];
  return (
    <MeasuredSpeeds
      title={t`Measured: fragments slow down a GPU most`}
      fileName="g3-fragments"
      caption={
        <Trans>
          The paper’s Table 3: ten blocks on a 56×56 map; c is the width of the single convolution. Ops and chain are
          counted here, per block.
        </Trans>
      }
      rowName={t`Fragments`}
      counted={[t`Ops`, t`Chain`]}
      columns={[`c = ${first}`, `c = ${second}`, `c = ${third}`]}
      rows={shuffleNetV2Experiments.fragments.map(({ structure, gpu, arm }) => {
        const { ops, longestChain } = fragmentsOf(fragmentStack({ structure, channels: first, blocks: 1 }));
        const width = fragmentWidth(first, structure);
        return {
          id: structure,
          label: (
            <>
              {names[structure]}
              <Detail>
                <Trans>{width} channels</Trans>
              </Detail>
            </>
          ),
          figures: [ops, longestChain].map((value) => ({ value, text: String(value) })),
          speeds: platform === 'gpu' ? gpu : arm,
        };
      })}
      note={
        <Trans>The widths below the names are computed here so as to keep the multiply-adds of the first column.</Trans>
      }
    />
  );
}
