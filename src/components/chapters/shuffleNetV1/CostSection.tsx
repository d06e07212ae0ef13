import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import type { Cost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import type { MemoryKind } from '../../../nets/readings/memoryKinds';
import { memoryByKind, memoryKinds } from '../../../nets/readings/memoryKinds';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { shuffleNetV1Experiments, shuffleNetV1Paper } from '../../../nets/papers/shuffleNetV1';
import { Figure } from '../../ui/Figure';
import { percentText, shortNumberText } from '../../ui/numberText';
import { Passage, Prose, Section } from '../../explain/page/ExplorePage';
import { MarginNote } from '../../explain/page/MarginNote';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessOrder } from '../../explain/lesson/GuessOrder';
import { shuffleNetV1Lesson } from './lesson';
import { ErrorArrows } from './ErrorArrows';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import styles from './ShuffleNetV1.module.css';
import { useMemoryKindBars } from '../../explain/cost/useMemoryKindBars';

/** What the shuffle costs in memory access, and what it gains in accuracy. */
export function CostSection() {
  const { i18n, t } = useLingui();
  const percent = (part: number, whole: number): string => percentText(part / whole, i18n.locale);
  const [shuffle, activations, sums] = (['shuffle', 'activation', 'add'] as const).map((kind) =>
    percent(typical.memory[kind], typical.cost.memoryAccess),
  );
  return (
    <Section id="cost" title={t`What the shuffle costs and what it gains`}>
      <Prose>
        <p>
          <Trans>
            The shuffle has no params and no multiply-adds. But it reads its whole map and writes it again: {shuffle} of
            the memory access of ShuffleNet 1× with g = 3, if every op runs by itself. Activations ({activations}) and
            additions ({sums}) move more.
          </Trans>
        </p>
      </Prose>
      <Claim
        id="shufflenet-v1/c2"
        claim={<Trans>The shuffle made V1 slow, so V2 removed it.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 3`} />}
      >
        <p>
          <Trans>
            V2 keeps the shuffle. What it criticises in V1 are the grouped convolutions, the bottleneck, the many
            groups, and the addition.
          </Trans>
        </p>
      </Claim>
      <GuessOrder of={shuffleNetV1Lesson.predictions.p4} />
      <AfterGuess of={shuffleNetV1Lesson.predictions.p4}>
        <Prose>
          <p>
            <Trans>
              Compare the rows: at about the same MACs, more groups mean wider maps, and every kind of op moves more.
              This is where ShuffleNet V2 begins.
            </Trans>
          </p>
        </Prose>
        <MemoryFigure />
      </AfterGuess>
      <Passage>
        <Prose>
          <p>
            <Trans>
              It pays off. The same networks without their shuffles lose 1.3 to 5.8 points of top-1 accuracy.
            </Trans>
          </p>
        </Prose>
        <MarginNote>
          <p>
            <SourceLink source={shuffleNetV1Paper} place={t`Table 3`} />
          </p>
        </MarginNote>
      </Passage>
      <Claim
        id="shufflenet-v1/c3"
        isTrue
        claim={<Trans>The more groups a network has, the more it loses without its shuffles.</Trans>}
        sources={<SourceLink source={shuffleNetV1Paper} place={t`Table 3`} />}
      >
        <Trans>At 1×, three groups lose 1.9 points of top-1 without the shuffle, eight lose 5.2.</Trans>
      </Claim>
      <AblationFigure />
    </Section>
  );
}

type Network = {
  readonly groups: number;
  readonly cost: Cost;
  readonly memory: Readonly<Record<MemoryKind, number>>;
};

const networks: readonly Network[] = [1, 2, 3, 4, 8].map(networkOf);
const typical = networkOf(3);

function networkOf(groups: number): Network {
  const built = shuffleNetV1.build({ groups });
  if (!built.ok) throw new Error(built.error);
  const cost = costOf(built.value);
  return { groups, cost, memory: memoryByKind(cost) };
}

function MemoryFigure() {
  const { i18n, t } = useLingui();
  const kinds = useMemoryKindBars();
  const most = shortNumberText(networks.at(-1)?.cost.memoryAccess ?? 0, i18n.locale);
  const least = shortNumberText(networks[0]?.cost.memoryAccess ?? 0, i18n.locale);
  return (
    <div className={styles.card}>
      <Figure
        title={t`More groups at the same MACs move more elements`}
        files={{
          name: 'shufflenet-v1-memory-access',
          numbers: () => recordRows(networks.map(({ groups, memory }) => ({ groups, ...memory }))),
        }}
        caption={
          <Trans>
            Memory access of ShuffleNet 1× at 224 × 224, every op by itself: what it reads, its weights, what it writes.
            A runtime that fuses ops moves less.
          </Trans>
        }
      >
        <StackedBarChart
          name={t`Memory access of ShuffleNet 1× by number of groups, from ${least} elements with 1 group to ${most} with 8`}
          labelWidth={56}
          rows={networks.map(({ groups, memory }) => ({
            id: String(groups),
            label: `g = ${groups}`,
            parts: memoryKinds.map((kind) => ({ kind, value: memory[kind] })),
          }))}
          kinds={kinds}
        />
      </Figure>
    </div>
  );
}

function AblationFigure() {
  const { t } = useLingui();
  return (
    <div className={styles.card}>
      <Figure
        title={t`Top-1 error falls when the groups can mix`}
        files={{ name: 'shufflenet-v1-shuffle', numbers: () => recordRows(shuffleNetV1Experiments.shuffle) }}
      >
        <ErrorArrows />
      </Figure>
    </div>
  );
}
