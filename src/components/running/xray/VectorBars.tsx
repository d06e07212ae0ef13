import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { fixedText } from '../../ui/numberText';
import styles from './BlockLevel.module.css';

type VectorBarsProps = {
  readonly values: ArrayLike<number>;
  /** The same on another picture, marked beside. */
  readonly others?: ArrayLike<number> | null;
  /** Px. */
  readonly width: number;
  readonly height: number;
  /** Bars beside each other. */
  readonly columns: number;
  readonly label: string;
  readonly onOpen?: (channel: number) => void;
  /** The layer that these are: coming up from it, the keyboard goes on here. */
  readonly leadsTo?: string | null;
};

/** The entries of a vector, such as gates, as bars in the order of its channels; the one under the pointer or chosen by key in numbers. */
export function VectorBars({ values, others = null, width, height, columns, label, onOpen, leadsTo }: VectorBarsProps) {
  const { t, i18n } = useLingui();
  const [chosen, choose] = useState<number | null>(null);
  const list = Array.from(values);
  const rows = Math.ceil(list.length / columns);
  const both = [...list, ...Array.from(others ?? [])];
  const largest = both.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const [columnWidth, rowHeight] = [width / columns, height / rows];
  const cornerOf = (at: number) => [(at % columns) * columnWidth, Math.floor(at / columns) * rowHeight] as const;
  const lengthOf = (value: number): number => Math.max(0.5, (Math.abs(value) / largest) * (columnWidth - 1));
  const thick = Math.max(0.8, rowHeight - 1).toFixed(1);
  const bars = (sign: number): string =>
    list
      .map((value, at) => {
        if (value * sign <= 0) return '';
        const [x, y] = cornerOf(at);
        const length = lengthOf(value).toFixed(1);
        return `M${x.toFixed(1)} ${y.toFixed(1)}h${length}v${thick}h-${length}z`;
      })
      .join('');
  const marks = Array.from(others ?? [], (value, at) => {
    const [x, y] = cornerOf(at);
    return `M${(x + lengthOf(value)).toFixed(1)} ${y.toFixed(1)}v${thick}`;
  }).join('');
  const under = ({ nativeEvent: { offsetX, offsetY } }: React.MouseEvent): number | null => {
    const channel = Math.floor(offsetY / rowHeight) * columns + Math.floor(offsetX / columnWidth);
    return channel >= 0 && channel < list.length ? channel : null;
  };
  const text = (value: number | undefined): string => fixedText(value ?? 0, i18n.locale, 3);
  const at = chosen ?? 0;
  const said = t`channel ${at}: ${text(list[at])}`;
  return (
    <div className={styles.vector}>
      <svg
        className={styles.bars}
        width={width}
        height={height}
        role="slider"
        tabIndex={0}
        data-leads={leadsTo}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={list.length - 1}
        aria-valuenow={at}
        aria-valuetext={said}
        onFocus={() => choose(at)}
        onBlur={() => choose(null)}
        onPointerMove={(event) => choose(under(event))}
        onPointerLeave={() => choose(null)}
        onClick={(event) => {
          const channel = under(event);
          if (channel !== null) onOpen?.(channel);
        }}
        onKeyDown={(event) => {
          const next = nextEntry(event.key, at, list.length);
          if (event.key === 'Enter' || event.key === ' ') onOpen?.(at);
          else if (next !== null) choose(next);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <path data-sign="positive" d={bars(1)} />
        <path data-sign="negative" d={bars(-1)} />
        <path data-sign="other" d={marks} />
        {chosen === null ? null : (
          <rect x={cornerOf(at)[0]} y={cornerOf(at)[1]} width={columnWidth} height={Math.max(2, rowHeight)} />
        )}
      </svg>
      {chosen === null ? null : (
        <span className={styles.readout} role="status">
          {said}
          {others === null ? null : (
            <>
              <br />
              <Trans>on the other photo {text(others[at])}</Trans>
            </>
          )}
        </span>
      )}
    </div>
  );
}

/** Where a key leads in a list; null for other keys. */
function nextEntry(key: string, from: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const page = Math.max(1, Math.floor(count / 8));
  const step = { ...steps, PageDown: page, PageUp: -page }[key];
  return step === undefined ? null : Math.min(Math.max(from + step, 0), count - 1);
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
