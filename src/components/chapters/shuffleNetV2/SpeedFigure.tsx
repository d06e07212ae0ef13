import { useLingui } from '@lingui/react/macro';
import type { MeasuredNetwork } from '../../../nets/papers/shuffleNetV2';
import type { SpeedDot, SpeedRow } from '../../../viz/chapters/speedRows';
import { dotRadius, relativeSpeed, speedRows } from '../../../viz/chapters/speedRows';
import { useNumberText } from '../../ui/numberText';
import { type Tone, toneClass } from '../../ui/tone';
import { Legend } from '../../ui/charts/Legend';
import { Plot } from '../../ui/charts/Plot';
import { usePlot } from '../../ui/charts/plotScales';
import { RuleX } from '../../ui/charts/Rule';
import { XAxis } from '../../ui/charts/XAxis';
import { Sized } from '../../ui/Sized';
import { useIsPresented } from '../../ui/useIsPresented';
import styles from './SpeedFigure.module.css';
import type { Platform } from './usePlatform';

type Family = MeasuredNetwork['family'];

/** A colour and a symbol for every family, so that colour is not the only cue. */
const familyMarks = {
  'ShuffleNet V2': { sign: 'S2', tone: 'standard' },
  'ShuffleNet V1': { sign: 'S1', tone: 'shuffle' },
  'MobileNet V1': { sign: 'M1', tone: 'depthwise' },
  'MobileNet V2': { sign: 'M2', tone: 'add' },
  'Xception (light)': { sign: 'X', tone: 'grouped' },
} as const satisfies Readonly<Record<Family, { readonly sign: string; readonly tone: Tone }>>;

/** Signs of networks that share a line with another of their family. */
const variantSigns: Readonly<Record<string, string>> = { '2x + SE': 'SE', '0.4, 160 px': 'm2', '0.75, 192 px': 'm2' };

const oneDecimal = { maximumFractionDigits: 1 } as const;

const margin = { left: 62, right: 14, top: 4, bottom: 54 };

/** Rows of networks with about equal multiply-adds, placed by speed relative to ShuffleNet V2. */
export function SpeedFigure({ platform }: { readonly platform: Platform }) {
  return (
    <div className={styles.root}>
      <Sized>{(width) => <Picture platform={platform} width={width} />}</Sized>
      <Legend
        className={styles.legend}
        entries={useSigns().map(({ sign, name, tone }) => ({
          id: sign,
          name,
          swatch: (
            <span className={`${styles.key} ${toneClass(tone)}`} aria-hidden="true">
              {sign}
            </span>
          ),
        }))}
      />
    </div>
  );
}

/** What the signs in the dots stand for. */
function useSigns(): readonly { readonly sign: string; readonly name: string; readonly tone: Tone }[] {
  const { t } = useLingui();
  return [
    { ...familyMarks['ShuffleNet V2'], name: 'ShuffleNet V2' },
    { ...familyMarks['ShuffleNet V2'], sign: 'SE', name: t`ShuffleNet V2 with squeeze-and-excite` },
    { ...familyMarks['ShuffleNet V1'], name: 'ShuffleNet V1' },
    { ...familyMarks['MobileNet V1'], name: 'MobileNet V1' },
    { ...familyMarks['MobileNet V2'], name: 'MobileNet V2' },
    { ...familyMarks['MobileNet V2'], sign: 'm2', name: t`MobileNet V2 with smaller images` },
    { ...familyMarks['Xception (light)'], name: t`Xception (light)` },
  ];
}

/** Row heights follow from the width: dots that would overlap pile up. */
function Picture({ platform, width }: { readonly platform: Platform; readonly width: number }) {
  const { t } = useLingui();
  const number = useNumberText(oneDecimal);
  const { rows, height } = speedRows(platform, width - margin.left - margin.right, useIsPresented() ? 6 : undefined);
  const spreads = rows.map(({ spread }) => `${number(spread)}×`).join(', ');
  return (
    <Plot
      name={t`Speed at equal multiply-adds, as a multiple of ShuffleNet V2’s. The fastest beats the slowest by ${spreads} at 40, 140, 300 and 500 million MACs`}
      width={width}
      x={relativeSpeed}
      y={{ kind: 'linear', domain: [height, 0], ticks: [] }}
      height={height}
      margin={margin}
    >
      <XAxis
        text={(value) => `${number(value)}×`}
        title={t`speed, ShuffleNet V2 = 1`}
        hasLine={(value) => value !== 1}
      />
      <RuleX x={1} className={styles.reference} />
      {rows.map((row) => (
        <Row key={row.macsMillions} row={row} />
      ))}
    </Plot>
  );
}

function Row({ row: { macsMillions, base, y, dots } }: { readonly row: SpeedRow }) {
  const { left, width } = usePlot();
  return (
    <g>
      <path className={styles.base} d={`M${-left},${base}H${width}`} />
      <text className={styles.level} x={-left} y={y}>{`${macsMillions} M`}</text>
      {dots.map((dot) => (
        <Dot key={`${dot.network.family} ${dot.network.variant}`} dot={dot} />
      ))}
    </g>
  );
}

function Dot({ dot }: { readonly dot: SpeedDot }) {
  const { network, x, y, speed } = dot;
  const { sign, tone } = familyMarks[network.family];
  return (
    <g className={toneClass(tone)}>
      <title>{`${network.family} ${network.variant}: ${speed}`}</title>
      <circle
        className={network.family === 'ShuffleNet V2' ? styles.own : styles.dot}
        cx={x}
        cy={y}
        r={dotRadius - 0.75}
      />
      <text className={network.family === 'ShuffleNet V2' ? styles.ownSign : styles.sign} x={x} y={y}>
        {variantSigns[network.variant] ?? sign}
      </text>
    </g>
  );
}
