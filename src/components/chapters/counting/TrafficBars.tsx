import { useLingui } from '@lingui/react/macro';
import { everyKind } from '../../../nets/explorables/memoryTraffic';
import type { Choice } from '../../../nets/parameter';
import { arithmeticIntensity, costOf } from '../../../nets/readings/cost';
import { trafficBarsOf } from '../../../viz/chapters/trafficBars';
import { Legend, Swatch } from '../../ui/charts/Legend';
import { shortNumberText } from '../../ui/numberText';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import styles from './TrafficBars.module.css';

const width = 440;
const rowHeight = 62;

/** Each kind of convolution at one shape: memory access cost as a bar, multiply-adds as a dot. */
export function TrafficBars({ values }: { readonly values: Choice }) {
  const { i18n, t } = useLingui();
  const names = { standard: t`Standard`, grouped: t`Grouped, g = 8`, pointwise: t`Pointwise`, depthwise: t`Depthwise` };
  const layers = everyKind(values).flatMap(({ kind, graph }) => {
    const layer = costOf(graph).layers.at(-1);
    return layer === undefined ? [] : [{ id: kind, layer }];
  });
  const bars = trafficBarsOf(layers, width);
  const short = (value: number): string => shortNumberText(value, i18n.locale);
  return (
    <svg
      className={styles.svg}
      viewBox={`-4 -4 ${width + 8} ${bars.length * rowHeight + 8}`}
      role="img"
      aria-label={layers
        .map(({ id, layer }) => `${names[id]}: ${short(layer.macs)} MACs, ${short(layer.memoryAccess)}`)
        .join('; ')}
    >
      {bars.map((bar, row) => {
        const found = layers[row];
        if (found === undefined) return null;
        const { layer } = found;
        const intensity = shortNumberText(arithmeticIntensity(layer), i18n.locale);
        return (
          <g
            key={bar.id}
            transform={`translate(0 ${row * rowHeight})`}
            className={toneClass(opTone(layer.node))}
            opacity={values['kind'] === bar.id ? 1 : 0.75}
          >
            <text className={styles.name} y={12}>
              {names[found.id]}
            </text>
            <text className={styles.figures} x={width} y={12}>
              {t`${short(layer.macs)} MACs / ${short(layer.memoryAccess)} elements = ${intensity}`}
            </text>
            {bar.parts.map((part) => (
              <rect key={part.role} className={styles[part.role]} x={part.x} y={22} width={part.width} height={14} />
            ))}
            <path className={styles.rule} d={`M0 46H${width}`} />
            <circle className={styles.macs} cx={bar.macsX} cy={46} r={5} />
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
    input: t`read the input`,
    weights: t`read the weights`,
    output: t`write the output`,
    macs: t`multiply-adds (logarithmic)`,
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
