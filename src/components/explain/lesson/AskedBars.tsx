import type { ReactNode } from 'react';
import { BarRow } from './BarRow';
import styles from './AskedBars.module.css';

/** A bar of a figure that asks: those that are `asked` for are empty until the answer shows. */
export type AskedBar = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly isAsked?: boolean;
  /** Whether a choice was made that is this bar. */
  readonly isChosen?: boolean;
};

type AskedBarsProps = {
  readonly label: string;
  readonly bars: readonly AskedBar[];
  readonly tone: 'params' | 'macs' | 'memory' | 'plain';
  readonly format: (value: number) => string;
  readonly isOpen: boolean;
  /** What was said for the asked bar, in the unit of the bars. */
  readonly guess: number | undefined;
  /** Whether a choice was made and `guess` is only about what it says: it is drawn, and no number is put in anyone's mouth. */
  readonly isAbout?: boolean;
};

/** A guess of more times the longest bar stands at the end of the scale: the bars stay long enough to compare. */
const farthest = 4;

/** Bars on one scale, one of which is asked for. */
export function AskedBars({ label, bars, tone, format, isOpen, guess, isAbout = false }: AskedBarsProps) {
  const drawn = bars.flatMap(({ value, isAsked = false }) => (isAsked && !isOpen ? [] : [value]));
  const longest = Math.max(...drawn, 0);
  const reach = longest === 0 ? (guess ?? 0) : Math.min(guess ?? 0, farthest * longest);
  const end = Math.max(longest, reach, Number.MIN_VALUE);
  return (
    <dl className={styles.bars} aria-label={label}>
      {bars.map(({ id, label: name, value, isAsked = false, isChosen = false }) => (
        <BarRow key={id} {...{ id, name, value, tone, isAsked, isChosen, isOpen, guess, isAbout, end, format }} />
      ))}
    </dl>
  );
}
