import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './AskedBars.module.css';

/** A bar of a figure that asks: those that are `asked` for are empty until the answer shows. */
export type AskedBar = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly isAsked?: boolean;
};

type AskedBarsProps = {
  readonly label: string;
  readonly bars: readonly AskedBar[];
  readonly tone: 'params' | 'macs' | 'memory' | 'plain';
  readonly format: (value: number) => string;
  readonly isOpen: boolean;
  /** What was said for the asked bar, in the unit of the bars. */
  readonly guess: number | undefined;
  /** Where the scale ends, if not at the longest bar: 100 for shares. */
  readonly end?: number;
};

/** Bars on one scale. The guess is a bracket on the asked bar; after it, the gap to the truth is hatched. */
export function AskedBars({ label, bars, tone, format, isOpen, guess, end }: AskedBarsProps) {
  const { t } = useLingui();
  const drawn = bars.flatMap(({ value, isAsked = false }) => (isAsked && !isOpen ? [] : [value]));
  const longest = end ?? Math.max(...drawn, guess ?? 0, Number.MIN_VALUE);
  const at = (value: number): string => `${String(100 * Math.min(1, Math.max(0, value / longest)))}%`;
  return (
    <dl className={styles.bars} data-tone={tone} aria-label={label}>
      {bars.map(({ id, label: name, value, isAsked = false }) => {
        const isDrawn = !isAsked || isOpen;
        const said = isAsked ? guess : undefined;
        return (
          <div key={id} className={styles.row} data-bar={id} data-asked={isAsked}>
            <dt>{name}</dt>
            <dd>
              <span className={styles.track} aria-hidden="true">
                {isDrawn ? <span className={styles.bar} style={{ inlineSize: at(value) }} /> : null}
                {said !== undefined && isOpen ? (
                  <span
                    className={styles.miss}
                    style={{
                      insetInlineStart: at(Math.min(said, value)),
                      inlineSize: `calc(${at(Math.max(said, value))} - ${at(Math.min(said, value))})`,
                    }}
                  />
                ) : null}
                {said === undefined ? null : (
                  <span className={styles.guess} data-open={isOpen} style={{ insetInlineStart: at(said) }} />
                )}
              </span>
              <span className={styles.value}>
                {isDrawn ? format(value) : said === undefined ? '?' : t`${format(said)}?`}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
