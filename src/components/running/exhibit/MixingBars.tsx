import { useLingui } from '@lingui/react/macro';
import styles from './MixingBars.module.css';

type MixingBarsProps = {
  readonly weights: readonly number[];
  /** Of the maps that they belong to. */
  readonly columns: number;
  readonly width: number;
  /** The output channel that they make. */
  readonly chosen: number;
};

const rowHeight = 26;

/** Weights as bars from a middle line, in the order and rows of their maps. */
export function MixingBars({ weights, columns, width, chosen }: MixingBarsProps) {
  const { t } = useLingui();
  const rows = Math.ceil(weights.length / columns);
  const most = Math.max(1e-9, ...weights.map(Math.abs));
  const step = width / columns;
  const bars = (sign: number): string =>
    weights
      .map((weight, at) => {
        if (weight * sign <= 0) return '';
        const x = (at % columns) * step + 2;
        const middle = (Math.floor(at / columns) + 0.5) * rowHeight;
        const length = (Math.abs(weight) / most) * (rowHeight / 2 - 1);
        const top = sign > 0 ? middle - length : middle;
        return `M${x.toFixed(1)} ${top.toFixed(1)}h${(step - 4).toFixed(1)}v${length.toFixed(1)}h-${(step - 4).toFixed(1)}z`;
      })
      .join('');
  const lines = Array.from({ length: rows }, (_, row) => `M0 ${String((row + 0.5) * rowHeight)}H${String(width)}`);
  return (
    <figure className={styles.bars}>
      <figcaption>{t`× weights of map ${chosen}`}</figcaption>
      <svg
        width={width}
        height={Math.max(1, rows) * rowHeight}
        role="img"
        aria-label={t`The weights that map ${chosen} is mixed with`}
      >
        <path className={styles.line} d={lines.join('')} />
        <path data-sign="positive" d={bars(1)} />
        <path data-sign="negative" d={bars(-1)} />
      </svg>
    </figure>
  );
}
