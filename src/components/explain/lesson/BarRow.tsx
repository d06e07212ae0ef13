import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { farFactor } from '../../../course/distance';
import styles from './BarRow.module.css';

type BarRowProps = {
  readonly id: string;
  readonly name: ReactNode;
  readonly value: number;
  readonly tone: 'params' | 'macs' | 'memory' | 'plain';
  /** Whether the value is asked for; it is drawn once the answer shows. */
  readonly isAsked: boolean;
  readonly isOpen: boolean;
  /** What was said, in the unit of the bar. */
  readonly guess: number | undefined;
  /** Whether the guess has a place and no number. */
  readonly isAbout?: boolean;
  /** Whether a choice was made that is this bar. */
  readonly isChosen?: boolean;
  /** Where the scale ends. */
  readonly end: number;
  readonly format: (value: number) => string;
};

/** One bar of a figure that asks, a row of a `dl`. The guess is a line on it; after it, the gap to the truth is hatched. */
export function BarRow(props: BarRowProps) {
  const { id, name, value, tone, isAsked, isOpen, guess, isAbout = false, isChosen = false, end, format } = props;
  const { t } = useLingui();
  const isDrawn = !isAsked || isOpen;
  const said = isAsked ? guess : undefined;
  const saidText = said === undefined ? '' : said > farFactor * end ? t`far beyond` : format(asWrittenAs(value, said));
  const at = (amount: number): string => `${String(100 * Math.min(1, Math.max(0, amount / end)))}%`;
  const [low, high] = [Math.min(said ?? value, value), Math.max(said ?? value, value)];
  return (
    <div className={styles.row} data-tone={tone} data-bar={id} data-asked={isAsked}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.track} aria-hidden="true">
          {isDrawn ? <span className={styles.bar} style={{ inlineSize: at(value) }} /> : null}
          {said !== undefined && said !== value && isOpen ? (
            <span
              className={styles.miss}
              style={{ insetInlineStart: at(low), inlineSize: `calc(${at(high)} - ${at(low)})` }}
            />
          ) : null}
          {said === undefined ? null : (
            <span
              className={styles.guess}
              data-open={isOpen}
              data-beyond={said > end}
              style={{ insetInlineStart: at(said) }}
            />
          )}
        </span>
        <span className={styles.value}>
          {isDrawn ? format(value) : said === undefined || isAbout ? '?' : `${saidText}?`}
          {isDrawn && (isChosen || said !== undefined) ? (
            <span className={styles.said}>{isChosen || isAbout ? t`you` : t`you: ${saidText}`}</span>
          ) : null}
        </span>
      </dd>
    </div>
  );
}

/** What was said with no more digits than the truth: whole where that is whole. A factor behind it can leave many. */
function asWrittenAs(value: number, said: number): number {
  if (!Number.isInteger(value)) return said;
  return said < 100 ? Number(said.toPrecision(3)) : Math.round(said);
}
