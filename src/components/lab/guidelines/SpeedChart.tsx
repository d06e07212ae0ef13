import { useLingui } from '@lingui/react/macro';
import { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { bandLength } from '../../../viz/charts/axis';
import { Figure } from '../../ui/Figure';
import { Chart } from '../../ui/charts/Chart';
import { GroupedBars } from '../../ui/charts/GroupedBars';
import { Legend, Swatch } from '../../ui/charts/Legend';
import { RowNames } from '../../ui/charts/RowNames';
import { backendName } from '../../../run/device/backendName';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import styles from './SpeedChart.module.css';

type SpeedChartProps = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  readonly nameOf: (id: string) => string;
  /** The rows of the table, for the chart's files. */
  readonly numbers: () => readonly SheetRow[];
};

/** The speeds of the table as one picture to save; the fastest on each device is 100 %. */
export function SpeedChart({ result, variants, nameOf, numbers }: SpeedChartProps) {
  const { guideline, device } = result;
  const { t } = useLingui();
  const [number, backend] = [guideline.toUpperCase(), backendName(device.backend)];
  const names = { here: t`${backend} here`, gpu: t`Paper, GPU`, arm: t`Paper, ARM` };
  const kinds = ['here', ...paperDevices] as const;
  const lines = { kind: 'band', count: variants.length, size: kinds.length * 13, gap: 12 } as const;
  const order = variants.toSorted((a, b) => a.timeMs.median - b.timeMs.median).map(({ id }) => nameOf(id));
  const fastestFirst = order.join(', ');
  return (
    <Figure
      title={t`${number}, speed in per cent of the fastest`}
      files={{ name: `${guideline}-${device.backend}`, numbers }}
    >
      <div className={styles.chart}>
        <Legend
          className={styles.legend}
          entries={kinds.map((kind) => ({ id: kind, name: names[kind], swatch: <Swatch className={styles[kind]} /> }))}
        />
        <Chart
          name={t`Speeds on this device and in the paper; fastest first here: ${fastestFirst}`}
          x={{ kind: 'linear', domain: [0, 1], ticks: [] }}
          y={lines}
          height={bandLength(lines)}
          margin={{ left: 116, right: 52, top: 0, bottom: 0 }}
        >
          <RowNames rows={variants.map(({ id }) => ({ id, label: nameOf(id), isMarked: true }))} />
          <GroupedBars groups={speedsOf(variants)} classOf={(kind) => styles[kind]} />
        </Chart>
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
