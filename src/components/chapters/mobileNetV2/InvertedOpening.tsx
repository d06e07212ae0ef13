import { useLingui } from '@lingui/react/macro';
import { invertedOpening, openingBarHalf } from '../../../viz/chapters/invertedOpening';
import { passPart } from '../../../viz/chapters/passPart';
import { Opening } from '../../explain/page/Opening';
import { toneClass } from '../../ui/tone';
import styles from './InvertedOpening.module.css';

/** The chapter's picture: the residual bottleneck turns inside out, and the shortcut joins its narrow ends. */
export function InvertedOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`Inverted: the shortcut joins the narrow ends`} durationMs={3000}>
      {(progress, width) => <Picture progress={progress} width={width} />}
    </Opening>
  );
}

function Picture({ progress, width }: { readonly progress: number; readonly width: number }) {
  const { t } = useLingui();
  const turn = passPart(progress, 0.2, 0.65);
  const joined = passPart(progress, 0.7, 1);
  const { height, axis, bars, convs, shortcut, sum } = invertedOpening(turn, width);
  const words = [
    { kernel: '1×1', name: t`expand` },
    { kernel: '3×3', name: t`depthwise` },
    { kernel: '1×1', name: t`project` },
  ];
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t`An inverted residual: 24 channels, expanded by a 1×1 to 144, a depthwise 3×3 on 144, projected by a 1×1 back to 24, and a shortcut from the narrow input to the narrow output`}
    >
      {convs.map(({ at, path }, index) => (
        <g key={index} className={toneClass(index === 1 ? 'depthwise' : 'pointwise')}>
          <path className={styles.conv} d={path} />
          <text className={styles.kernel} x={at} y={axis - 10} opacity={turn}>
            {words[index]?.kernel}
          </text>
          <text className={styles.name} x={at} y={axis + 11} opacity={turn}>
            {words[index]?.name}
          </text>
        </g>
      ))}
      {bars.map(({ at, half, channels }, index) => (
        <g key={index}>
          <rect
            className={styles.tensor}
            x={at - openingBarHalf}
            y={axis - half}
            width={2 * openingBarHalf}
            height={2 * half}
            rx={2}
          />
          <text className={styles.channels} x={at} y={height - 18}>
            {channels}
          </text>
        </g>
      ))}
      {joined === 0 ? null : (
        <>
          <path
            className={styles.shortcut}
            d={shortcut}
            pathLength={1}
            {...(joined < 1 ? { strokeDasharray: `${joined} 1` } : {})}
          />
          <g opacity={joined}>
            <circle className={styles.sum} cx={sum.x} cy={sum.y} r={11} />
            <path className={styles.plus} d={`M${sum.x - 5} ${sum.y}h10M${sum.x} ${sum.y - 5}v10`} />
          </g>
        </>
      )}
    </svg>
  );
}
