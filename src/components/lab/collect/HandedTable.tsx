import { Trans, useLingui } from '@lingui/react/macro';
import { secondsOver, type TaskResult } from '../../../classroom/taskResult';
import type { TaskGroup } from '../../../lab/results/taskGroups';
import { Button } from '../../ui/Button';
import { exactNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './CollectPage.module.css';
import { scoreOf } from './handedRows';
import { timeText } from './timeText';
import type { Lessons } from './useLessons';

type HandedTableProps = {
  readonly group: TaskGroup;
  readonly lessons: Lessons;
  /** `position` is that of the row in its table. */
  readonly onRemove: (result: TaskResult, position: number) => void;
};

/** Who handed in what, and how it came out. */
export function HandedTable({ group: { results, title }, lessons, onRemove }: HandedTableProps) {
  const { t, i18n } = useLingui();
  const outcomeText = (result: TaskResult): string => {
    const { outcome } = result;
    if (outcome.kind === 'page') {
      if (outcome.isSolved === null) return t`done`;
      return outcome.isSolved ? t`goal reached` : t`not reached`;
    }
    const score = scoreOf(result, lessons);
    if (score === undefined) return t`not marked`;
    return t`${score.right} of ${score.of} right`;
  };
  const valuesText = ({ outcome }: TaskResult): string =>
    outcome.kind === 'page'
      ? outcome.values.map((value) => (value === null ? '–' : exactNumberText(value, i18n.locale))).join(', ')
      : '';
  return (
    <Table
      look="results"
      className={styles.table}
      label={title === '' ? t`Handed in` : t`Handed in: ${title}`}
      rows={results}
      keyOf={(result) => results.indexOf(result)}
      fileName="handed-in-list"
      columns={[
        {
          head: t`Who`,
          file: 'nickname',
          value: ({ nickname }) => nickname,
          show: ({ nickname }) => <bdi>{nickname === '' ? '–' : nickname}</bdi>,
        },
        { head: t`Outcome`, file: 'outcome', value: outcomeText },
        ...(results.some((result) => valuesText(result) !== '')
          ? [{ head: t`Counted`, file: 'counted', align: 'end' as const, value: valuesText }]
          : []),
        {
          head: t`Time taken`,
          file: 'seconds',
          align: 'end',
          value: ({ tookSeconds }) => tookSeconds,
          show: (result) => {
            const [taken, over] = [clockText(result.tookSeconds), secondsOver(result)];
            if (over === 0) return taken;
            const late = clockText(over);
            return (
              <span className={styles.late}>
                {taken}
                <span className={styles.over}>
                  <Trans>{late} over</Trans>
                </span>
              </span>
            );
          },
        },
        ...(results.some(({ minutes }) => minutes !== null)
          ? [{ file: 'over', value: (result: TaskResult) => secondsOver(result) }]
          : []),
        {
          head: t`Handed in at`,
          file: 'date',
          value: ({ atSeconds }) => new Date(atSeconds * 1000).toISOString(),
          show: ({ atSeconds }) => timeText(atSeconds, i18n.locale),
        },
        {
          head: null,
          show: (row) => (
            <span className={styles.tools}>
              {row.outcome.kind === 'page' ? (
                <a href={`#${row.outcome.address}`}>
                  <Trans>Open its state</Trans>
                </a>
              ) : null}
              <Button
                look="quiet"
                onPress={() => {
                  onRemove(row, results.indexOf(row));
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

/** Minutes and seconds: `3:05`. */
function clockText(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
