import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { chapterPaths } from '../../explain/network/chapterPaths';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { SourceLink } from '../../explain/page/SourceLink';
import { oneOf } from '../../ui/address/parsers';
import { useAddress, useAddressValue } from '../../ui/address/useAddress';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Detail } from '../../ui/Detail';
import { exactNumberText, fixedText, percentText, shortNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { summaryLesson } from './lesson';
import styles from './Summary.module.css';
import { published, summaryRows, type SummaryRow } from './summaryRows';
import { tableResolutions, tableState, tableWidths } from './tableState';
import { PageLink } from '../../ui/PageLink';

const figures = ['params', 'macs', 'memoryAccess', 'peakActivations', 'intensity', 'top1'] as const;
/** The order of the course, which is that of time, unless a column is chosen. */
const sortParser = oneOf(['time', ...figures]).withDefault('time');

/** One table of all networks, counted anew at every width and resolution, and sorted by any column. */
export function TableSection() {
  const { i18n, t } = useLingui();
  const [{ width, resolution }, choose] = useAddress(tableState.parsers, tableState.urlKeys);
  const [sorted, setSorted] = useAddressValue('table.sort', sortParser);
  const sortedBy = sorted === 'time' ? null : sorted;
  const rows = useMemo(
    () => summaryRows(Number(width), resolution === 'own' ? null : Number(resolution)),
    [width, resolution],
  );
  const inOrder = sortedBy === null ? rows : rows.toSorted((a, b) => valueOf(a, sortedBy) - valueOf(b, sortedBy));
  const columns = useColumns(sortedBy, (figure) => void setSorted(figure ?? 'time'));
  const [v1, v2] = [published('mobilenet-v1'), published('mobilenet-v2')];
  return (
    <Section id="table" title={t`One table, three costs`}>
      <Prose>
        <p>
          <Trans>
            Every number but the last is counted from the graphs that this app runs; the last is what papers print. A
            press on a column’s head sorts by it.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={summaryLesson.predictions.p2}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'v1', label: v1.model.name, value: v1.memoryAccess },
              { id: 'v2', label: v2.model.name, value: v2.memoryAccess, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : v1.memoryAccess * guess}
          />
        )}
      />
      <AfterGuess of={summaryLesson.predictions.p2}>
        <div className={styles.controls}>
          <ChoiceControl
            label={t`Width`}
            options={tableWidths.map((value) => ({
              value,
              label: `${fixedText(Number(value), i18n.locale, value.includes('.') ? 1 : 0)}×`,
            }))}
            value={width}
            onChange={(wanted) => void choose({ width: wanted })}
          />
          <ChoiceControl
            label={t`Resolution`}
            options={tableResolutions.map((value) => ({
              value,
              label: value === 'own' ? t`the paper’s` : `${value} px`,
            }))}
            value={resolution}
            onChange={(wanted) => void choose({ resolution: wanted })}
          />
        </div>
        <Table
          look="plain"
          className={styles.table}
          label={t`The networks of the course`}
          fileName="summary"
          rows={inOrder}
          keyOf={({ model }) => model.id}
          columns={columns}
          note={
            <Trans>
              Some networks have no width to choose; they stay as they are. Top-1 is empty where nothing is published at
              these options.
            </Trans>
          }
        />
      </AfterGuess>
    </Section>
  );
}

type Figure = (typeof figures)[number];

function valueOf(row: SummaryRow, figure: Figure): number {
  return figure === 'top1' ? -(row.published?.top1 ?? 0) : row[figure];
}

function useColumns(sortedBy: Figure | null, sortBy: (figure: Figure | null) => void): readonly Column<SummaryRow>[] {
  const { i18n, t } = useLingui();
  const head = (figure: Figure, name: string) => (
    <button
      type="button"
      className={styles.sort}
      aria-pressed={sortedBy === figure}
      onClick={() => sortBy(sortedBy === figure ? null : figure)}
    >
      {name}
    </button>
  );
  const counted = (figure: Exclude<Figure, 'top1' | 'intensity'>, name: string): Column<SummaryRow> => ({
    head: head(figure, name),
    file: name,
    align: 'end',
    value: (row) => row[figure],
    format: (value) => <span title={exactNumberText(value, i18n.locale)}>{shortNumberText(value, i18n.locale)}</span>,
    attributes: (row) => ({ 'data-figure': figure, 'data-value': row[figure] }),
  });
  return [
    {
      head: t`Network`,
      file: t`Network`,
      value: ({ model }) => model.name,
      show: ({ model, choice }) => (
        <>
          <PageLink to={chapterPaths[model.id] ?? '/'}>{model.name}</PageLink>
          <Detail>{`${'width' in choice ? `${String(choice['width'])}×, ` : ''}${String(choice['resolution'])} px`}</Detail>
        </>
      ),
    },
    counted('params', t`Params`),
    counted('macs', t`MACs`),
    counted('memoryAccess', t`Memory access`),
    counted('peakActivations', t`Peak activations`),
    {
      head: head('intensity', t`MACs an element`),
      file: t`MACs an element`,
      align: 'end',
      value: ({ intensity }) => intensity,
      format: (value) => fixedText(value, i18n.locale, 1),
    },
    {
      head: head('top1', t`Top-1`),
      file: t`Top-1`,
      value: ({ published: figure }) => figure?.top1,
      show: ({ published: figure }) =>
        figure?.top1 === undefined ? (
          '–'
        ) : (
          <>
            {percentText(figure.top1 / 100, i18n.locale)}
            {figure.sources[0] === undefined ? null : (
              <Detail>
                <SourceLink source={figure.sources[0]} />
              </Detail>
            )}
          </>
        ),
    },
  ];
}
