import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { latencyStackOf } from '../../viz/latencyStack';
import { Figure } from '../controls/Figure';
import { shortNumberText } from '../controls/numberText';
import { ChartAxes } from '../explore/ChartAxes';
import { useWidth } from '../explore/useWidth';
import styles from './LatencyChart.module.css';
import { latencyParts, type Latency, type LatencyPartsMs } from './latencyWindow';
import { useLatencyPartNames } from './useLatencyPartNames';

type LatencyChartProps = {
  readonly latency: Latency;
  /** The network that ran and what it ran on. */
  readonly title: string;
};

const margin = { left: 44, right: 16, top: 24, bottom: 46 };
const height = 260;

/** The frames as they were when the result was taken: a column for each, with what its parts took. */
export function LatencyChart({ latency: { partsHistoryMs: frames }, title }: LatencyChartProps) {
  const { t, i18n } = useLingui();
  const names = useLatencyPartNames();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 420);
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const { bands, xTicks, yTicks } = latencyStackOf(frames, latencyParts, inner);
  const count = frames.length;
  const text = (value: number): string => shortNumberText(value, i18n.locale);
  return (
    <Figure
      title={title}
      caption={<Trans>Every frame's latency in its parts, the newest at the right.</Trans>}
      files={{ name: 'latency-by-frame', numbers: () => rowsOf(frames) }}
    >
      <div ref={frame} className={styles['chart']}>
        <ul className={styles['legend']}>
          {latencyParts.map((part) => (
            <li key={part}>
              <span className={styles['swatch']} data-part={part} />
              {names[part]}
            </li>
          ))}
        </ul>
        <svg
          className={styles['svg']}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t`Latency in parts over ${count} frames`}
        >
          <g transform={`translate(${margin.left} ${margin.top})`}>
            <ChartAxes
              xTicks={xTicks}
              yTicks={yTicks}
              inner={inner}
              xText={text}
              yText={text}
              xName={t`frames`}
              yName="ms"
              yNameAt={{ x: 4 - margin.left, y: -10 }}
            />
            {bands.map(({ part, path }) => (
              <path key={part} data-part={part} d={path} />
            ))}
          </g>
        </svg>
      </div>
    </Figure>
  );
}

function rowsOf(frames: readonly LatencyPartsMs[]): readonly SheetRow[] {
  return [
    ['frame', ...latencyParts.map((part) => `${part} ms`)],
    ...frames.map((partsMs, index) => [index + 1, ...latencyParts.map((part) => partsMs[part])]),
  ];
}
