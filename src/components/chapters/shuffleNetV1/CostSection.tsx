import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import type { Cost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import type { MemoryKind } from '../../../nets/readings/memoryKinds';
import { memoryByKind, memoryKinds } from '../../../nets/readings/memoryKinds';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { shuffleNetV1Experiments } from '../../../nets/papers/shuffleNetV1';
import { Bar } from '../../ui/Bar';
import { Figure } from '../../ui/Figure';
import { numberFormat, percentText, shortNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { Prose, Section } from '../../explain/page/ExplorePage';
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
    <Section id="cost" title={t`What the shuffle costs, and what it earns`}>
      <Prose>
        <p>
          <Trans>
            The shuffle has no params and no multiply-adds. But it reads its whole map and writes it again: {shuffle} of
            all the elements that ShuffleNet 1× with g = 3 moves if every op runs on its own. Activations ({activations}
            ) and sums ({sums}) move more. And look down the rows: at about the same MACs, more groups mean wider maps
            and more to move everywhere. ShuffleNet V2 begins with this picture.
          </Trans>
        </p>
      </Prose>
      <MemoryFigure />
      <Prose>
        <p>
          <Trans>
            It pays for itself. The same networks without their shuffles lose 1.3 to 5.8 points, most where there are
            many groups.
          </Trans>
        </p>
      </Prose>
      <AblationTable />
      <Claim
        claim={<Trans>The shuffle makes version 1 slow, so version 2 removed it.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 3`} />}
      >
        <p>
          <Trans>
            Version 2 keeps the shuffle. What it criticises in version 1 are the grouped convolutions, the bottleneck,
            too many groups, and the sum.
          </Trans>
        </p>
      </Claim>
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
    <Figure
      title={t`Memory access cost of ShuffleNet 1×, in elements`}
      files={{
        name: 'shufflenet-v1-memory-access',
        numbers: () => recordRows(networks.map(({ groups, memory }) => ({ groups, ...memory }))),
      }}
      caption={
        <Trans>
          Counted on the graphs at 224 × 224, every op by itself: what it reads, its weights, what it writes. Batch norm
          is folded away. A runtime that fuses ops moves less.
        </Trans>
      }
    >
      <StackedBarChart
        name={t`Memory access cost of ShuffleNet 1× by number of groups, from ${least} elements with 1 group to ${most} with 8`}
        labelWidth={56}
        rows={networks.map(({ groups, memory }) => ({
          id: String(groups),
          label: `g = ${groups}`,
          parts: memoryKinds.map((kind) => ({ kind, value: memory[kind] })),
        }))}
        kinds={kinds}
      />
    </Figure>
  );
}

function AblationTable() {
  const { i18n, t } = useLingui();
  const number = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const points = (value: number) => number.format(value);
  return (
    <Table
      look="printed"
      className={styles.table}
      label={t`With and without shuffle`}
      fileName="shufflenet-v1-shuffle"
      caption={<Trans>ImageNet top-1 error in per cent, ShuffleNet paper, Table 3</Trans>}
      rows={shuffleNetV1Experiments.shuffle}
      keyOf={({ width, groups }) => `${width} ${groups}`}
      columns={[
        {
          head: t`Network`,
          file: 'width',
          value: ({ width }) => width,
          show: ({ width, groups }) => `${width}×, g\u00a0=\u00a0${groups}`,
        },
        { file: 'groups', value: ({ groups }) => groups },
        {
          head: t`Without shuffle`,
          file: 'top1ErrorWithout',
          value: ({ top1ErrorWithout }) => top1ErrorWithout,
          format: points,
        },
        { head: t`With shuffle`, file: 'top1ErrorWith', value: ({ top1ErrorWith }) => top1ErrorWith, format: points },
        {
          head: t`Points won`,
          align: 'start',
          show: ({ top1ErrorWithout, top1ErrorWith }) => <PointsWon points={top1ErrorWithout - top1ErrorWith} />,
        },
      ]}
    />
  );
}

function PointsWon({ points }: { readonly points: number }) {
  const { i18n } = useLingui();
  const number = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      {number.format(points)}
      <Bar fraction={points / 6} className={styles.bar} />
    </>
  );
}
