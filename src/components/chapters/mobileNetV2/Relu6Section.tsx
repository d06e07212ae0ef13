import { Trans, useLingui } from '@lingui/react/macro';
import { scaleLinear } from 'd3-scale';
import { parseAsInteger, useQueryStates } from 'nuqs';
import { steps } from '../../../nets/explorables/explorable';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { curvePath } from '../../../viz/chapters/activationCurves';
import { quantised, stairsPath, stepOf } from '../../../viz/chapters/quantisation';
import { Figure } from '../../ui/Figure';
import { nearestIndex } from '../../ui/legalValues';
import { NumberSlider } from '../../ui/NumberSlider';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { TryThis } from '../../explain/page/TryThis';
import styles from './Relu6Section.module.css';

const bitsValues = steps(2, 8);
const largestValues = [6, 8, 12, 16, 24, 32, 48, 64];

const parsers = { bits: parseAsInteger.withDefault(4), largest: parseAsInteger.withDefault(24) };
const urlKeys = { bits: 'relu6.bits', largest: 'relu6.largest' };

/** Why the clip at 6: with few bits, a known small range keeps the steps fine. */
export function Relu6Section() {
  const { i18n, t } = useLingui();
  const [query, setQuery] = useQueryStates(parsers, { urlKeys });
  const bits = bitsValues[nearestIndex(bitsValues, query.bits)] ?? 4;
  const largest = largestValues[nearestIndex(largestValues, query.largest)] ?? 24;
  const number = new Intl.NumberFormat(i18n.locale, { maximumSignificantDigits: 3 });
  const [relu, relu6] = [number.format(stepOf(largest, bits)), number.format(stepOf(6, bits))];
  return (
    <Section title={t`ReLU6: a range that fits few bits`}>
      <Prose>
        <p>
          <Trans>
            ReLU6 is min(max(x, 0), 6). The authors choose it because it is robust in low-precision arithmetic: when the
            outputs never exceed 6, the few values that a fixed-point number can take lie close together. It is not what
            protects narrow features: as the experiment shows, ReLU6 loses at least as much as ReLU. The missing
            activation after the projection does that.
          </Trans>
        </p>
      </Prose>
      <div className={styles['controls']}>
        <NumberSlider
          label={t`Bits`}
          values={bitsValues}
          value={bits}
          onChange={(value) => void setQuery({ bits: value })}
        />
        <NumberSlider
          label={t`Largest value that ReLU has to hold`}
          values={largestValues}
          value={largest}
          onChange={(value) => void setQuery({ largest: value })}
        />
      </div>
      <Figure
        title={t`An activation after rounding to fixed-point numbers`}
        files={{ name: 'relu6-steps', numbers: () => stairRows(largest, bits) }}
        onReset={() => void setQuery(null)}
        caption={
          <Trans>
            Thin line: exact. Stairs: rounded. Both have the same number of steps; ReLU6 spends them on less.
          </Trans>
        }
      >
        <div className={styles['plots']}>
          <Stairs name="ReLU" largest={largest} bits={bits} step={relu} />
          <Stairs name="ReLU6" largest={6} bits={bits} step={relu6} />
        </div>
      </Figure>
      <Readouts>
        <Readout
          label={t`Step of ReLU`}
          value={<span data-step="relu">{relu}</span>}
          note={t`${largest} over ${2 ** bits - 1}`}
        />
        <Readout
          label={t`Step of ReLU6`}
          value={<span data-step="relu6">{relu6}</span>}
          note={t`6 over ${2 ** bits - 1}`}
        />
      </Readouts>
      <TryThis
        prompts={[
          {
            id: 'relu6-coarse',
            text: <Trans>4 bits, values up to 64: a step of ReLU is now two thirds of all that ReLU6 can say.</Trans>,
            set: () => void setQuery({ bits: 4, largest: 64 }),
          },
          {
            id: 'relu6-fine',
            text: <Trans>8 bits, the same values: both stairs are fine. The clip pays where bits are few.</Trans>,
            set: () => void setQuery({ bits: 8, largest: 64 }),
          },
        ]}
      />
    </Section>
  );
}

/** Both activations over the plotted range, exact and rounded. */
function stairRows(largest: number, bits: number): readonly SheetRow[] {
  return recordRows(
    steps(...domain.x, 0.25).map((x) => ({
      x,
      ReLU: Math.max(0, x),
      'ReLU rounded': quantised(x, largest, bits),
      ReLU6: Math.min(Math.max(0, x), 6),
      'ReLU6 rounded': quantised(x, 6, bits),
    })),
  );
}

const size = { width: 320, height: 220 };
const domain = { x: [-2, 10], y: [0, 10] } as const;

type StairsProps = { readonly name: string; readonly largest: number; readonly bits: number; readonly step: string };

function Stairs({ name, largest, bits, step }: StairsProps) {
  const { t } = useLingui();
  const x = scaleLinear(domain.x, [28, size.width - 8]);
  const y = scaleLinear(domain.y, [size.height - 24, 10]);
  const exact = (value: number) => Math.min(Math.max(0, value), largest);
  return (
    <svg
      role="img"
      aria-label={t`${name} rounded to ${bits} bits: steps of ${step}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={styles['plot']}
    >
      {[0, 2, 4, 6, 8, 10].map((tick) => (
        <g key={tick}>
          <path className={styles['grid']} d={`M${x(domain.x[0])},${y(tick)}H${x(domain.x[1])}`} />
          <text className={styles['tickY']} x={22} y={y(tick)}>
            {tick}
          </text>
          <text className={styles['tickX']} x={x(tick)} y={size.height - 10}>
            {tick}
          </text>
        </g>
      ))}
      <path className={styles['exact']} d={curvePath(exact, domain.x, x, y)} />
      <path className={styles['stairs']} d={stairsPath({ largest, bits }, domain.x, x, y)} />
      <text className={styles['name']} x={x(-1.8)} y={y(9)}>
        {name}
      </text>
    </svg>
  );
}
