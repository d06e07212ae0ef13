import { useLingui } from '@lingui/react/macro';
import { passPart } from '../../../viz/chapters/passPart';
import { ribbonFoot, RibbonDrawing } from '../../explain/diagram/RibbonDrawing';
import { Opening } from '../../explain/page/Opening';
import { toneClass } from '../../ui/tone';
import styles from './EfficientNetOpening.module.css';

/** Stage 3's second block: 40 channels, expanded sixfold, filtered 5x5, projected. */
const channels = [[40], [240], [240], [40]];
/** Px: of the block, and of the gate's row above it. */
const [ribbonHeight, gateRow] = [190, 64];

/** The block of EfficientNet-B0, from which Lite takes the gate and swish. */
export function EfficientNetOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`B0’s block, without gate and swish`} durationMs={3600}>
      {(progress, width) => <BlockPicture progress={progress} width={width} />}
    </Opening>
  );
}

type BlockPictureProps = { readonly progress: number; readonly width: number };

function BlockPicture({ progress, width }: BlockPictureProps) {
  const { t } = useLingui();
  const removed = passPart(progress, 0.72, 1);
  const layers = [
    { id: 'expand', from: [0, 0], to: [1, 0], tone: 'pointwise', words: ['1×1', t`expand`] },
    { id: 'depthwise', from: [1, 0], to: [2, 0], tone: 'depthwise', words: ['5×5', t`depthwise`] },
    { id: 'project', from: [2, 0], to: [3, 0], tone: 'pointwise', words: ['1×1', t`project`] },
  ] as const;
  const height = gateRow + ribbonHeight + ribbonFoot + 22;
  const third = (width - 12) / 3;
  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`A block expands 40 channels to 240, filters them 5×5 depthwise and projects them to 40. Lite removes the squeeze-and-excite gate and replaces swish by ReLU6.`}
    >
      <g transform={`translate(0 ${gateRow})`}>
        <RibbonDrawing
          channels={channels}
          layers={layers.map((layer, index) => ({
            ...layer,
            share: passPart(progress, 0.05 + index * 0.21, 0.26 + index * 0.21),
          }))}
          width={width}
          height={ribbonHeight}
        />
        {[1, 2].map((column) => (
          <text key={column} className={styles.activation} x={third * column + 6} y={ribbonHeight + ribbonFoot + 14}>
            {removed < 0.5 ? 'swish' : 'ReLU6'}
          </text>
        ))}
      </g>
      <g
        className={`${styles.gate} ${toneClass('squeezeExcite')}`}
        data-removed={removed === 1}
        transform={`translate(${third * 2 + 6} ${22 - removed * 4})`}
      >
        <path className={styles.lead} d={`M-24 20V${gateRow - 22 + removed * 4}M24 20V${gateRow - 22 + removed * 4}`} />
        <rect x={-62} y={-18} width={124} height={36} rx={6} />
        <text y={5}>{removed < 0.5 ? t`gate (SE)` : t`no gate`}</text>
      </g>
    </svg>
  );
}
