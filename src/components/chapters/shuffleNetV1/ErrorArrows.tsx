import { useLingui } from '@lingui/react/macro';
import { shuffleNetV1Experiments } from '../../../nets/papers/shuffleNetV1';
import { bandLength } from '../../../viz/charts/axis';
import { Chart } from '../../ui/charts/Chart';
import { usePlot } from '../../ui/charts/plotScales';
import { RowNames } from '../../ui/charts/RowNames';
import { XAxis } from '../../ui/charts/XAxis';
import { numberFormat } from '../../ui/numberText';
import styles from './ErrorArrows.module.css';

/** More groups first: that is where the names of both ends have room. */
const experiments = [...shuffleNetV1Experiments.shuffle].sort((a, b) => b.width - a.width || b.groups - a.groups);
const lines = { kind: 'band', count: experiments.length, size: 26, gap: 8 } as const;
const ticks = [30, 35, 40, 45, 50, 55, 60];

/** The top-1 error of each network without the shuffle (hollow) and with it (filled), and the points between them. */
export function ErrorArrows() {
  const { t } = useLingui();
  const rows = experiments.map(({ width, groups }) => ({
    id: `${String(width)} ${String(groups)}`,
    label: `${String(width)}×, g\u00a0=\u00a0${String(groups)}`,
  }));
  return (
    <Chart
      name={t`ImageNet top-1 error of six networks, without the shuffle and with it`}
      x={{ kind: 'linear', domain: [30, 60], ticks }}
      y={lines}
      height={bandLength(lines)}
      margin={{ left: 104, right: 20, top: 30, bottom: 34 }}
    >
      <XAxis text={String} unit="%" />
      <RowNames rows={rows} />
      <Arrows />
    </Chart>
  );
}

const radius = 7;

function Arrows() {
  const { i18n, t } = useLingui();
  const { x, y, width } = usePlot();
  const points = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return experiments.map(({ top1ErrorWithout, top1ErrorWith }, row) => {
    const [from, to, middle] = [x.at(top1ErrorWithout), x.at(top1ErrorWith), y.at(row) + y.size / 2];
    const difference = points.format(top1ErrorWith - top1ErrorWithout);
    const text = width < 400 ? difference : t`${difference} points`;
    return (
      <g key={row}>
        <title>{`${points.format(top1ErrorWithout)}% → ${points.format(top1ErrorWith)}%`}</title>
        <path className={styles.line} d={`M${from - radius} ${middle}H${to + radius + 2}`} />
        <path className={styles.line} d={`M${to + radius + 8} ${middle - 6}L${to + radius + 2} ${middle}l6 6`} />
        <circle className={styles.before} cx={from} cy={middle} r={radius - 1} />
        <circle className={styles.after} cx={to} cy={middle} r={radius} />
        <text className={styles.difference} x={from + radius + 8} y={middle}>
          {text}
        </text>
        {row === 0 ? (
          <>
            <text
              className={styles.with}
              x={to}
              y={-14}
              textAnchor={width < 400 ? 'end' : 'middle'}
              dx={width < 400 ? 12 : 0}
            >
              {t`with shuffle`}
            </text>
            <text
              className={styles.without}
              x={from + (width < 400 ? 2 : 0)}
              y={-14}
              textAnchor={width < 400 ? 'start' : 'middle'}
              dx={width < 400 ? 8 : 24}
            >
              {t`without shuffle`}
            </text>
          </>
        ) : null}
      </g>
    );
  });
}
