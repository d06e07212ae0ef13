import { useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import { widthCurve } from '../../../viz/chapters/widthCurve';
import { shortNumberText } from '../../ui/numberText';
import { useWidth } from '../../ui/useWidth';
import styles from './WidthCurveFigure.module.css';

type WidthCurveFigureProps = {
  /** The width at 1:1; its square is the product that stays. */
  readonly balanced: number;
  readonly inChannels: number;
  readonly resolution: number;
  readonly onPick: (inChannels: number) => void;
};

const height = 320;

/** Memory access cost over the ratio of widths at fixed multiply-adds, and the bound that it touches at 1:1. */
export function WidthCurveFigure({ balanced, inChannels, resolution, onPick }: WidthCurveFigureProps) {
  const { i18n, t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const curve = useMemo(() => widthCurve({ balanced, resolution }, { width, height }), [balanced, resolution, width]);
  const short = (value: number): string => shortNumberText(value, i18n.locale);
  const chosen = curve.points.find((point) => point.inChannels === inChannels);
  const ratio = `${inChannels} → ${balanced ** 2 / inChannels}`;
  const [here, least] = [short(chosen?.memoryAccess ?? 0), short(curve.bound.value)];
  return (
    <div ref={frame} className={styles['frame']}>
      <svg
        className={styles['svg']}
        viewBox={`0 0 ${curve.width} ${curve.height}`}
        width={curve.width}
        height={curve.height}
        role="img"
        aria-label={t`Memory access cost over the ratio of input to output channels at fixed multiply-adds: ${here} elements at ${ratio}, at the least ${least}`}
      >
        <Axes curve={curve} short={short} />
        <path className={styles['bound']} d={`M${curve.left},${curve.bound.y}H${curve.right}`} />
        <text className={styles['boundName']} x={curve.right} y={curve.bound.y + 14}>
          {t`bound: ${least}`}
        </text>
        <path className={styles['curve']} d={curve.path} />
        {curve.points.map((point) => (
          <g
            key={point.inChannels}
            className={styles['pick']}
            data-width={point.inChannels}
            onClick={() => {
              onPick(point.inChannels);
            }}
          >
            <circle className={styles['reach']} cx={point.x} cy={point.y} r={12} />
            <circle className={styles['point']} cx={point.x} cy={point.y} r={4} />
          </g>
        ))}
        {chosen === undefined ? null : (
          <g>
            <path className={styles['drop']} d={`M${chosen.x},${chosen.y}V${curve.bottom}`} />
            <circle className={styles['chosen']} cx={chosen.x} cy={chosen.y} r={8} />
            <text
              className={styles['chosenName']}
              x={Math.min(Math.max(chosen.x, curve.left + 52), curve.right - 52)}
              y={chosen.y - 18}
            >
              {`${ratio}: ${here}`}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

type AxesProps = { readonly curve: ReturnType<typeof widthCurve>; readonly short: (value: number) => string };

function Axes({ curve, short }: AxesProps) {
  const { t } = useLingui();
  const { left, right, bottom, xTicks, yTicks } = curve;
  return (
    <g>
      {yTicks.map(({ value, y }) => (
        <g key={value}>
          <path className={value === 0 ? styles['axis'] : styles['grid']} d={`M${left},${y}H${right}`} />
          <text className={styles['tickY']} x={left - 8} y={y}>
            {short(value)}
          </text>
        </g>
      ))}
      {xTicks.map(({ label, x }) => (
        <text key={label} className={styles['tickX']} x={x} y={bottom + 16}>
          {label}
        </text>
      ))}
      <text className={styles['tickX']} x={(left + right) / 2} y={bottom + 36}>
        {t`input channels : output channels`}
      </text>
    </g>
  );
}
