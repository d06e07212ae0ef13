import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import { groupedBars } from '../../../viz/charts/groupedBars';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { useWidth } from '../../ui/useWidth';
import { backendName } from '../../../run/device/backendName';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { experimentRows } from '../../../lab/guidelines/experimentFiles';
import styles from './SpeedChart.module.css';

const margin = { left: 116, right: 52 };
const keyHeight = 18;
/** Narrower than this, px, the names of the colours stand below one another. */
const leastWidthOfOneRow = 520;

type SpeedChartProps = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  readonly nameOf: (id: string) => string;
};

/** The speeds of the table as one picture to take along, the fastest of each device as 100 %. */
export function SpeedChart({ result, variants, nameOf }: SpeedChartProps) {
  const { guideline, device } = result;
  const { i18n, t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const [number, backend] = [guideline.toUpperCase(), backendName(device.backend)];
  const names = { here: t`${backend} here`, gpu: t`Paper, GPU`, arm: t`Paper, ARM` };
  const kinds = ['here', ...paperDevices] as const;
  const isOneRow = width >= leastWidthOfOneRow;
  const chart = groupedBars(speedsOf(variants), {
    left: margin.left,
    right: Math.max(margin.left + 80, width - margin.right),
    top: keyHeight * (isOneRow ? 1 : kinds.length) + 10,
  });
  const order = variants.toSorted((a, b) => a.timeMs.median - b.timeMs.median).map(({ id }) => nameOf(id));
  const fastestFirst = order.join(', ');
  return (
    <Figure
      title={t`${number}, speed in per cent of the fastest`}
      files={{ name: `${guideline}-${device.backend}`, numbers: () => experimentRows(result) }}
    >
      <div ref={frame} className={styles['frame']}>
        <svg
          className={styles['svg']}
          viewBox={`0 0 ${String(width)} ${String(chart.height)}`}
          width={width}
          height={chart.height}
          role="img"
          aria-label={t`Speeds on this device and in the paper; fastest first here: ${fastestFirst}`}
        >
          {kinds.map((kind, index) => (
            <g
              key={kind}
              transform={
                isOneRow
                  ? `translate(${String(margin.left + (index * (width - margin.left)) / kinds.length)} 0)`
                  : `translate(${String(margin.left)} ${String(index * keyHeight)})`
              }
            >
              <rect className={styles[kind]} width={11} height={11} y={2} />
              <text className={styles['key']} x={16} y={12}>
                {names[kind]}
              </text>
            </g>
          ))}
          {chart.groups.map(({ id, middle, bars }) => (
            <g key={id}>
              <text className={styles['name']} x={margin.left - 10} y={middle} textAnchor="end">
                {nameOf(id)}
              </text>
              {bars.map(({ kind, value, x, y, width: length, height, whisker }) => (
                <g key={kind}>
                  <rect className={styles[kind]} x={x} y={y} width={length} height={height} />
                  {whisker === null ? null : (
                    <path
                      className={styles['whisker']}
                      d={`M${String(whisker.x1)},${String(whisker.y)}H${String(whisker.x2)}`}
                    />
                  )}
                  <text className={styles['value']} x={Math.max(x + length, whisker?.x2 ?? 0) + 6} y={y + height / 2}>
                    {percentText(value, i18n.locale, 0)}
                  </text>
                </g>
              ))}
            </g>
          ))}
        </svg>
      </div>
    </Figure>
  );
}

function speedsOf(variants: readonly TimedVariant[]) {
  const bestMs = Math.min(...variants.map(({ timeMs }) => timeMs.median));
  return variants.map(({ id, timeMs, paper }) => ({
    id,
    bars: [
      {
        kind: 'here' as const,
        value: bestMs / timeMs.median,
        low: bestMs / timeMs.high,
        high: Math.min(1, bestMs / timeMs.low),
      },
      ...paperDevices.map((device) => ({
        kind: device,
        value: paper[device] / Math.max(...variants.map((each) => each.paper[device])),
      })),
    ],
  }));
}
