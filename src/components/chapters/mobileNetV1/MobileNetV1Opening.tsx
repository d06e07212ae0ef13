import { useLingui } from '@lingui/react/macro';
import { splitConvolution } from '../../../nets/explorables/splitConvolution';
import { costOf } from '../../../nets/readings/cost';
import { kernelSplitAt, type Tile } from '../../../viz/chapters/kernelSplit';
import { useRatioText } from '../../explain/cost/useRatioText';
import { Opening } from '../../explain/page/Opening';
import { toneClass, type Tone } from '../../ui/tone';
import styles from './MobileNetV1Opening.module.css';

const bank = { inChannels: 6, outChannels: 8, kernel: 3 };
/** Px above the kernels, for their names. */
const top = 30;

/** A bank of kernels splits into one kernel for each input channel and one weight for each pair of channels. */
export function MobileNetV1Opening() {
  const { t } = useLingui();
  const ratioText = useRatioText();
  const { block, replaced = block } = splitConvolution.at({});
  const fewer = ratioText(costOf(block).macs, costOf(replaced).macs);
  return (
    <Opening title={t`Split in two: at 512 channels, ${fewer} multiply-adds`} durationMs={3600}>
      {(progress, width) => <SplitPicture progress={progress} width={width} />}
    </Opening>
  );
}

type SplitPictureProps = { readonly progress: number; readonly width: number };

function SplitPicture({ progress, width }: SplitPictureProps) {
  const { t } = useLingui();
  const { standard, depthwise, pointwise, right, pointwiseTop, height } = kernelSplitAt(bank, progress, width);
  const { inChannels, outChannels, kernel } = bank;
  const area = kernel ** 2;
  const pairs = inChannels * outChannels;
  const [all, spatial] = [area * pairs, area * inChannels];
  return (
    <svg
      className={styles.svg}
      width={width}
      height={top + height + 4}
      viewBox={`0 0 ${width} ${top + height + 4}`}
      role="img"
      aria-label={t`A standard convolution from ${inChannels} to ${outChannels} channels has ${all} weights. Split, it has ${spatial} depthwise and ${pairs} pointwise weights.`}
    >
      <text y={14}>{t`standard: ${all} weights`}</text>
      <text x={right} y={14}>{t`depthwise: ${spatial}`}</text>
      <text x={right} y={top + pointwiseTop - 14}>{t`pointwise: ${pairs}`}</text>
      <g transform={`translate(0 ${top})`}>
        <Kernels tiles={standard} tone="standard" />
        <Kernels tiles={depthwise} tone="depthwise" />
        <g className={toneClass('pointwise')}>
          {pointwise.map(({ x, y, size }, index) => (
            <rect key={index} className={styles.weight} x={x} y={y} width={size} height={size} />
          ))}
        </g>
      </g>
    </svg>
  );
}

type KernelsProps = { readonly tiles: readonly Tile[]; readonly tone: Tone };

/** Kernels as squares of kernel x kernel weights. */
function Kernels({ tiles, tone }: KernelsProps) {
  return (
    <g className={toneClass(tone)}>
      {tiles.map(({ x, y, size }, index) => {
        const step = size / bank.kernel;
        const lines = Array.from({ length: bank.kernel - 1 }, (_, line) => (line + 1) * step)
          .map((at) => `M${x + at} ${y}v${size}M${x} ${y + at}h${size}`)
          .join('');
        return (
          <g key={index}>
            <rect className={styles.kernel} x={x} y={y} width={size} height={size} />
            <path className={styles.lines} d={lines} />
          </g>
        );
      })}
    </g>
  );
}
