import { Trans, useLingui } from '@lingui/react/macro';
import { groupCount, groupCounts } from '../../../nets/explorables/guidelines';
import { groupStack } from '../../../nets/explorables/guidelineStacks';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { costOf } from '../../../nets/readings/cost';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Detail } from '../../ui/Detail';
import { fixedText, shortNumberText, twoDecimals, useNumberText } from '../../ui/numberText';
import { Explorer } from '../../explain/page/Explorer';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Formula } from '../../explain/cost/Formula';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { movedWithGroups } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import { Sentences } from '../../ui/Sentences';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

const { p3 } = shuffleNetV2Lesson.predictions;

/** G2: at fixed multiply-adds and a given input, every added group costs memory access. */
export function GroupCountSection() {
  const { i18n, t } = useLingui();
  return (
    <Section id="g2" title={t`G2: the number of groups`}>
      <Prose>
        <p>
          <Trans>
            Groups divide the multiply-adds of a 1×1 convolution by g: B = hw·c₁c₂/g. If the savings are spent on more
            output channels, B and c₁ stay the same while c₂ grows with g:
          </Trans>
        </p>
        <div className={styles.formula}>
          <Formula tex="hw\,(c_1 + c_2) + \frac{c_1 c_2}{g} \;=\; hw\,c_1 + \frac{B\,g}{c_1} + \frac{B}{hw}" />
        </div>
        <p>
          <Trans>
            The middle term, the output, grows in proportion to g. ShuffleNet V1 spends its savings in this way.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p3}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => shortNumberText(value, i18n.locale)}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : guess * movedWithGroups(1)}
            bars={[
              { id: 'g1', label: 'g = 1, 120 → 120', value: movedWithGroups(1) },
              { id: 'g8', label: 'g = 8, 120 → 960', value: movedWithGroups(8), isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={p3}>
        <GroupCountExplorer />
      </AfterGuess>
      <Notes>
        <Claim
          id="shufflenet-v2/c4"
          claim={<Trans>With g groups the memory access cost is hw(c₁ + c₂ + c₁c₂/g).</Trans>}
          sources={<SourceLink source={shuffleNetV2Paper} place={t`equation 2`} />}
        >
          <Trans>
            The bracket closes before the weights: hw(c₁ + c₂) + c₁c₂/g. Only this equals the right-hand side above,
            whose last term is B/hw.
          </Trans>
        </Claim>
        <Claim
          id="shufflenet-v2/c5"
          claim={<Trans>For given multiply-adds, whatever the input, more groups mean more memory access.</Trans>}
          sources={<SourceLink source={shuffleNetV2Paper} place={t`equation 2`} />}
        >
          <WholeNetworks />
        </Claim>
      </Notes>
    </Section>
  );
}

function GroupCountExplorer() {
  const { t } = useLingui();
  const exploration = useExploration(groupCount, 'memoryAccess');
  const { choose } = exploration;
  return (
    <>
      <Explorer
        exploration={exploration}
        title={t`Memory access grows with the groups`}
        blockName={t`As set`}
        replacedName={t`One group`}
        knobs={{
          groups: { label: t`Groups g`, hint: t`The output follows: c₂ = g × c₁.` },
          inChannels: { label: t`Input channels c₁` },
          resolution: { label: t`Height and width`, unit: 'px' },
        }}
        picture={<GroupBars exploration={exploration} />}
        caption={
          <Trans>
            All bars have the same multiply-adds, the same input and the same number of weights. What grows is the
            output, which has to be written, and read by the next layer.
          </Trans>
        }
      />
      <TryThis
        prompts={[
          {
            id: 'g2-eight',
            text: <Trans>Eight groups: the same multiply-adds as with one. How many times the memory access?</Trans>,
            answer: <TimesAnswer />,
            set: () => {
              choose({ groups: 8 });
            },
          },
          {
            id: 'g2-deep',
            text: (
              <Trans>
                The same on a 7×7 map with 240 channels: the weights, which do not grow, are a large part, so groups
                matter less.
              </Trans>
            ),
            set: () => {
              choose({ groups: 8, inChannels: 240, resolution: 7 });
            },
          },
        ]}
      />
      <GroupMeasurements />
    </>
  );
}

function TimesAnswer() {
  const { i18n } = useLingui();
  const times = fixedText(movedWithGroups(8) / movedWithGroups(1), i18n.locale, 1);
  return <Trans>{times} times: the output is eight times as large.</Trans>;
}

function GroupBars({ exploration }: { readonly exploration: Exploration<keyof typeof groupCount.knobs> }) {
  const { t } = useLingui();
  const { values } = exploration;
  const rows = groupCounts.map((groups) => {
    const conv = costOf(groupCount.graph({ ...values, groups })).layers.at(-1);
    return {
      id: String(groups),
      label: `g = ${groups}`,
      isMarked: groups === values['groups'],
      parts: [
        { kind: 'input' as const, value: conv?.inputElements ?? 0 },
        { kind: 'weights' as const, value: conv?.weightElements ?? 0 },
        { kind: 'output' as const, value: conv?.outputElements ?? 0 },
      ],
    };
  });
  const chosen = String(values['groups']);
  return (
    <StackedBarChart
      name={t`Memory access cost by groups at fixed multiply-adds, with ${chosen} groups marked`}
      labelWidth={64}
      rows={rows}
      kinds={[
        { kind: 'input', name: t`input read`, tone: 'pointwise' },
        { kind: 'weights', name: t`weights read`, tone: 'grouped' },
        { kind: 'output', name: t`output written`, tone: 'depthwise' },
      ]}
    />
  );
}

function GroupMeasurements() {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const ratio = useNumberText(twoDecimals);
  const counted = shuffleNetV2Experiments.groups.map((row) => {
    const channels = platform === 'gpu' ? row.gpuChannels : row.armChannels;
    const divides = channels % row.groups === 0;
    return {
      row,
      channels,
      moved: divides ? costOf(groupStack({ channels, groups: row.groups })).memoryAccess : undefined,
    };
  });
  const base = counted[0]?.moved ?? 1;
  const indivisible = counted.find(({ moved }) => moved === undefined);
  return (
    <MeasuredSpeeds
      title={t`Measured: with the input widened too, more groups are slower`}
      fileName="g2-groups"
      caption={
        <Trans>
          The paper’s Table 2: ten grouped 1×1 convolutions on a 56×56 map. Input and output both widen with the groups
          to keep the multiply-adds. Memory access is counted here, relative to one group.
        </Trans>
      }
      rowName={t`Groups`}
      counted={[t`Memory`]}
      columns={['×1', '×2', '×4']}
      rows={counted.map(({ row, channels, moved }) => ({
        id: `g${row.groups}`,
        label: (
          <>
            {row.groups}
            <Detail>
              <Trans>{channels} channels</Trans>
            </Detail>
          </>
        ),
        figures: [{ value: moved, text: moved === undefined ? '–' : `${ratio(moved / base)}×` }],
        speeds: platform === 'gpu' ? row.gpu : row.arm,
      }))}
      note={
        <Sentences>
          <Trans>Eight groups run at 26% to 53% of the speed on the GPU, and at 70% to 78% on ARM.</Trans>
          {indivisible === undefined ? null : (
            <Trans>
              {indivisible.channels} channels do not divide into {indivisible.row.groups} groups; the paper does not say
              what it ran instead, so nothing is counted in that row.
            </Trans>
          )}
        </Sentences>
      }
    />
  );
}

/** The guideline on whole networks: ShuffleNet V1 at nearly equal multiply-adds. */
function WholeNetworks() {
  const { i18n } = useLingui();
  const moved = (groups: number): string =>
    shortNumberText(costOf(builtGraph(shuffleNetV1, { groups })).convMemoryAccess, i18n.locale);
  const [one, three, eight] = [moved(1), moved(3), moved(8)];
  return (
    <Trans>
      For given multiply-adds <em>and a given input</em>. Grouping a layer without widening it only removes weights. On
      whole networks the guideline holds where the savings were spent on width: the convolutions of ShuffleNet V1 1×
      move {one} elements with one group, {three} with three and {eight} with eight, at about 140 M MACs each.
    </Trans>
  );
}
