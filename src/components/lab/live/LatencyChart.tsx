import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { latencyStackOf } from '../../../viz/charts/latencyStack';
import { Figure } from '../../ui/Figure';
import { shortNumberText } from '../../ui/numberText';
import { Plot, plotBoxOf } from '../../ui/charts/Plot';
import { useWidth } from '../../ui/useWidth';
import styles from './LatencyChart.module.css';
import { latencyParts, type Latency, type LatencyPartsMs } from '../../../lab/feed/latencyWindow';
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
  const box = plotBoxOf({ width, height, margin });
  const { bands, xTicks, yTicks } = latencyStackOf(frames, latencyParts, box.inner);
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
        <Plot
          box={box}
          name={t`Latency in parts over ${count} frames`}
          xTicks={xTicks}
          yTicks={yTicks}
          xText={text}
          yText={text}
          xName={t`frames`}
          yName="ms"
          yNameIs="above"
        >
          {bands.map(({ part, path }) => (
            <path key={part} data-part={part} d={path} />
          ))}
        </Plot>
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
