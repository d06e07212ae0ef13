import { useLingui } from '@lingui/react/macro';
import { everyKind } from '../../../nets/explorables/memoryTraffic';
import type { Choice } from '../../../nets/parameter';
import { arithmeticIntensity, costOf } from '../../../nets/readings/cost';
import { trafficBarsOf } from '../../../viz/chapters/trafficBars';
import { Legend, Swatch } from '../../ui/charts/Legend';
import { shortNumberText } from '../../ui/numberText';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './TrafficBars.module.css';

const rowHeight = 76;
/** Px from which a row has room for a whole phrase. */
const wideEnough = 400;

type TrafficBarsProps = { readonly values: Choice; readonly width: number };

/** Each kind of convolution at one shape: memory access as a bar, multiply-adds as a dot; `width` px wide. */
export function TrafficBars({ values, width }: TrafficBarsProps) {
  const { i18n, t } = useLingui();
  const { pair, list, clauses } = usePunctuation();
  const names = { standard: t`Standard`, grouped: t`Grouped, g = 8`, pointwise: t`Pointwise`, depthwise: t`Depthwise` };
  const layers = everyKind(values).flatMap(({ kind, graph }) => {
    const layer = costOf(graph).layers.at(-1);
    return layer === undefined ? [] : [{ id: kind, layer }];
  });
  const bars = trafficBarsOf(layers, width - 8);
  const short = (value: number): string => shortNumberText(value, i18n.locale);
  return (
    <svg
      className={styles.svg}
      width={width}
      height={bars.length * rowHeight}
      viewBox={`-4 -4 ${width} ${bars.length * rowHeight}`}
      role="img"
      aria-label={clauses(
        layers.map(({ id, layer }) => pair(names[id], list([t`${short(layer.macs)} MACs`, short(layer.memoryAccess)]))),
      )}
    >
      {bars.map((bar, row) => {
        const found = layers[row];
        if (found === undefined) return null;
        const { layer } = found;
        const intensity = shortNumberText(arithmeticIntensity(layer), i18n.locale);
        return (
          <g key={bar.id} transform={`translate(0 ${row * rowHeight})`} data-chosen={values['kind'] === bar.id}>
            <text className={styles.name} y={13}>
              {names[found.id]}
            </text>
            <text className={styles.figures} x={width - 8} y={13}>
              {width < wideEnough ? t`${intensity} per element` : t`${intensity} multiply-adds per element`}
            </text>
            {bar.parts.map((part) => (
              <rect key={part.role} className={styles[part.role]} x={part.x} y={24} width={part.width} height={16} />
            ))}
            <path className={styles.rule} d={`M0 52H${width - 8}`} />
            <circle className={styles.macs} cx={bar.macsX} cy={52} r={5.5} />
          </g>
        );
      })}
    </svg>
  );
}

/** The legend for the parts of the bars and for the dots. */
export function TrafficLegend() {
  const { t } = useLingui();
  const names = {
    input: t`input read`,
    weights: t`weights read`,
    output: t`output written`,
    macs: t`multiply-adds (log scale)`,
  };
  return (
    <Legend
      className={styles.legend}
      entries={(['input', 'weights', 'output', 'macs'] as const).map((id) => ({
        id,
        name: names[id],
        swatch: <Swatch className={styles[id]} />,
      }))}
    />
  );
}
