import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { MeasuredNetwork } from '../../../nets/papers/shuffleNetV2';
import type { SpeedDot, SpeedRow } from '../../../viz/chapters/speedRows';
import { speedRows } from '../../../viz/chapters/speedRows';
import { useNumberText } from '../../ui/numberText';
import { type Tone, toneClass } from '../../ui/tone';
import { useWidth } from '../../ui/useWidth';
import styles from './SpeedFigure.module.css';
import type { Platform } from './usePlatform';

type Family = MeasuredNetwork['family'];

/** A colour and a sign for every family, so that colour is not alone. */
const familyMarks: readonly { readonly family: Family; readonly sign: string; readonly tone: Tone }[] = [
  { family: 'ShuffleNet V2', sign: 'S2', tone: 'standard' },
  { family: 'ShuffleNet V1', sign: 'S1', tone: 'shuffle' },
  { family: 'MobileNet V1', sign: 'M1', tone: 'depthwise' },
  { family: 'MobileNet V2', sign: 'M2', tone: 'add' },
  { family: 'Xception (light)', sign: 'X', tone: 'grouped' },
];

const oneDecimal = { maximumFractionDigits: 1 } as const;

/** Networks of about equal multiply-adds a line, by speed beside ShuffleNet V2's. */
export function SpeedFigure({ platform }: { readonly platform: Platform }) {
  const { t } = useLingui();
  const number = useNumberText(oneDecimal);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const drawing = speedRows(platform, width);
  const spreads = drawing.rows.map(({ spread }) => `${number(spread)}×`).join(', ');
  return (
    <div className={styles['root']}>
      <div ref={frame} className={styles['frame']}>
        <svg
          className={styles['svg']}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-label={t`Speed at equal multiply-adds, as a multiple of ShuffleNet V2's. The fastest beats the slowest by ${spreads} at 40, 140, 300 and 500 million`}
        >
          {drawing.ticks.map(({ value, x }) => (
            <g key={value}>
              <path className={value === 1 ? styles['reference'] : styles['grid']} d={`M${x},4V${drawing.bottom}`} />
              <text className={styles['tick']} x={x} y={drawing.bottom + 14}>{`${number(value)}×`}</text>
            </g>
          ))}
          <text className={styles['axis']} x={(drawing.left + drawing.right) / 2} y={drawing.bottom + 34}>
            {t`speed, ShuffleNet V2 = 1`}
          </text>
          {drawing.rows.map((row) => (
            <Row key={row.macsMillions} row={row} right={drawing.right} radius={drawing.radius} />
          ))}
        </svg>
      </div>
      <ul className={styles['legend']}>
        {familyMarks.map(({ family, sign, tone }) => (
          <li key={family} className={toneClass(tone)}>
            <span className={styles['key']} aria-hidden="true">
              {sign}
            </span>
            {family}
          </li>
        ))}
      </ul>
    </div>
  );
}

type RowProps = { readonly row: SpeedRow; readonly right: number; readonly radius: number };

function Row({ row, right, radius }: RowProps) {
  const { macsMillions, base, y, dots } = row;
  return (
    <g>
      <path className={styles['base']} d={`M0,${base}H${right}`} />
      <text className={styles['level']} x={0} y={y}>{`${macsMillions} M`}</text>
      {dots.map((dot) => (
        <Dot key={`${dot.network.family} ${dot.network.variant}`} dot={dot} radius={radius} />
      ))}
    </g>
  );
}

function Dot({ dot, radius }: { readonly dot: SpeedDot; readonly radius: number }) {
  const { network, x, y, speed } = dot;
  const mark = familyMarks.find(({ family }) => family === network.family);
  return (
    <g className={toneClass(mark?.tone ?? 'pool')}>
      <title>{`${network.family} ${network.variant}: ${speed}`}</title>
      <circle
        className={network.family === 'ShuffleNet V2' ? styles['own'] : styles['dot']}
        cx={x}
        cy={y}
        r={radius - 0.75}
      />
      <text className={network.family === 'ShuffleNet V2' ? styles['ownSign'] : styles['sign']} x={x} y={y}>
        {mark?.sign}
      </text>
    </g>
  );
}
