import { Trans, useLingui } from '@lingui/react/macro';
import type { TimedPart } from '../../../nets/measurements/timedLayers';
import { fourDigits } from '../../../nets/readings/spreadsheet';
import { useOpWords } from '../../explain/diagram/opWords';
import { usePartWords } from '../../explain/diagram/partWords';
import { Bar } from '../../ui/Bar';
import { Detail } from '../../ui/Detail';
import type { WholeTime } from '../../../lab/layers/layersResult';
import {
  fixedText,
  millisecondDecimals,
  millisecondsText,
  percentText,
  shortNumberText,
  signedText,
} from '../../ui/numberText';
import type { Column } from '../../ui/tableColumn';
import styles from './Layers.module.css';

/** Sort order of the rows: the network's order, or a share, largest first. */
export const sortings = ['order', 'time', 'macs', 'memory'] as const;
export type Sorting = (typeof sortings)[number];

export function sortedParts(parts: readonly TimedPart[], sorting: Sorting): readonly TimedPart[] {
  if (sorting === 'order') return parts;
  const share = { time: 'timeShare', macs: 'macsShare', memory: 'memoryAccessShare' } as const;
  const key = share[sorting];
  return parts.toSorted((a, b) => b[key] - a[key]);
}

type PartColumns = {
  /** All parts, so that the bars share one scale. */
  readonly parts: readonly TimedPart[];
  readonly whole: WholeTime;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** Columns with three bars per part: its shares of the time, the multiply-adds and the memory access. */
export function usePartColumns({ parts, whole, selected, onSelect }: PartColumns): readonly Column<TimedPart>[] {
  const { i18n, t } = useLingui();
  const maxShare = Math.max(...parts.flatMap((part) => [part.timeShare, part.macsShare, part.memoryAccessShare]));
  const short = (value: number) => shortNumberText(value, i18n.locale);
  return [
    {
      head: t`Part`,
      file: 'part',
      value: ({ id }) => id,
      show: (part) => <PartName part={part} isSelected={part.id === selected} onSelect={onSelect} />,
      totals: [t`All layers together`, t`Between the layers`, t`Whole network`],
    },
    { file: 'median ms', value: ({ timeMs }) => fourDigits(timeMs.median) },
    { file: 'low quartile ms', value: ({ timeMs }) => fourDigits(timeMs.low) },
    { file: 'high quartile ms', value: ({ timeMs }) => fourDigits(timeMs.high) },
    {
      head: t`Time`,
      file: 'time share',
      value: ({ timeShare }) => fourDigits(timeShare),
      show: ({ timeShare, timeMs }) => (
        <Share
          share={timeShare}
          maxShare={maxShare}
          tone="time"
          detail={`${millisecondsText(timeMs.median, i18n.locale)} ms`}
        />
      ),
      attributes: ({ timeShare }) => ({ 'data-figure': 'time', 'data-value': timeShare }),
      totals: (['sum', 'between', 'whole'] as const).map((of) => <WholeTotal key={of} of={of} whole={whole} />),
    },
    { file: 'MACs', value: ({ macs }) => macs },
    {
      head: t`MACs`,
      file: 'MACs share',
      value: ({ macsShare }) => fourDigits(macsShare),
      show: ({ macsShare, macs }) => <Share share={macsShare} maxShare={maxShare} tone="macs" detail={short(macs)} />,
      attributes: ({ macsShare }) => ({ 'data-figure': 'macs', 'data-value': macsShare }),
    },
    { file: 'memory access cost', value: ({ memoryAccess }) => memoryAccess },
    {
      head: t`Memory access`,
      file: 'memory access share',
      value: ({ memoryAccessShare }) => fourDigits(memoryAccessShare),
      show: ({ memoryAccessShare, memoryAccess }) => (
        <Share share={memoryAccessShare} maxShare={maxShare} tone="memory" detail={short(memoryAccess)} />
      ),
      attributes: ({ memoryAccessShare }) => ({ 'data-figure': 'memory', 'data-value': memoryAccessShare }),
    },
  ];
}

/** The sum, what lies between and the whole, as they are shown: the first two add up to the third. */
function WholeTotal({ of, whole }: { readonly of: 'sum' | 'between' | 'whole'; readonly whole: WholeTime }) {
  const { i18n } = useLingui();
  const { wholeMs, sumMs, betweenMs } = whole;
  const decimals = millisecondDecimals(wholeMs.median);
  const rounded = (valueMs: number) => Number(valueMs.toFixed(decimals));
  const text = (valueMs: number) => fixedText(valueMs, i18n.locale, decimals);
  const signed = (valueMs: number) => signedText(valueMs, i18n.locale, decimals);
  switch (of) {
    case 'sum':
      return `${text(sumMs)} ms`;
    case 'between': {
      const between = rounded(wholeMs.median) - rounded(sumMs);
      const [low, high] = [Math.min(between, betweenMs.low), Math.max(between, betweenMs.high)];
      return <TotalTime value={signed(between)} low={signed(low)} high={signed(high)} />;
    }
    case 'whole':
      return <TotalTime value={text(wholeMs.median)} low={text(wholeMs.low)} high={text(wholeMs.high)} />;
  }
}

type TotalTimeProps = { readonly value: string; readonly low: string; readonly high: string };

function TotalTime({ value, low, high }: TotalTimeProps) {
  if (low === high) return `${value} ms`;
  return (
    <Trans>
      {value} ms{' '}
      <span className={styles.aside}>
        ({low} to {high})
      </span>
    </Trans>
  );
}

type PartNameProps = {
  readonly part: TimedPart;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
};

function PartName({ part: { id, nodes }, isSelected, onSelect }: PartNameProps) {
  const partWords = usePartWords();
  const opWords = useOpWords();
  const layers = nodes.map((node) =>
    [opWords(node).name, opWords(node).detail].filter((word) => word !== '').join(' '),
  );
  return (
    <>
      <button
        type="button"
        className={styles.name}
        aria-pressed={isSelected}
        onClick={() => {
          onSelect(id);
        }}
      >
        {partWords(id)}
      </button>
      <Detail>{nodes.length < 3 ? layers.join(', ') : ''}</Detail>
    </>
  );
}

type ShareProps = {
  readonly share: number;
  readonly maxShare: number;
  readonly tone: 'time' | 'macs' | 'memory';
  readonly detail: string;
};

function Share({ share, maxShare, tone, detail }: ShareProps) {
  const { i18n } = useLingui();
  return (
    <>
      <span className={styles.share}>{percentText(share, i18n.locale)}</span>{' '}
      <span className={styles.aside}>{detail}</span>
      <Bar fraction={share / maxShare} className={styles[tone]} />
    </>
  );
}
