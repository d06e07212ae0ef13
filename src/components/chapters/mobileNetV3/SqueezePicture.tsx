import { useLingui } from '@lingui/react/macro';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import type { WidthBar, WidthStep } from '../../../viz/chapters/squeezeProfile';
import { squeezeProfileOf } from '../../../viz/chapters/squeezeProfile';
import { Sized } from '../../ui/Sized';
import { type Tone, toneClass } from '../../ui/tone';
import styles from './SqueezePicture.module.css';

const thin: ReadonlySet<WidthBar['id']> = new Set(['means', 'squeezed', 'gates']);

/** MobileNet V3's block drawn to scale: squeeze-and-excite hangs below the map that it scales. */
export function SqueezePicture({ block }: { readonly block: Bottleneck }) {
  return <Sized>{(width) => <Picture block={block} available={width} />}</Sized>;
}

function Picture({ block, available }: { readonly block: Bottleneck; readonly available: number }) {
  const { t } = useLingui();
  const profile = squeezeProfileOf(block, available);
  if (profile === undefined) return null;
  const { width, height, bars, steps, pool, past, gate, scaleAt } = profile;
  const { expandedChannels, squeezeChannels = 0, input, output } = block;
  const from = bars.find(({ id }) => id === 'filtered');
  return (
    <svg
      role="img"
      aria-label={t`Widths of the block: ${input.channels} channels in, ${expandedChannels} expanded, ${output.channels} out; below, the side path: ${expandedChannels} means, ${squeezeChannels} squeezed, ${expandedChannels} gates`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={styles.picture}
    >
      <path className={styles.map} d={past} />
      <path className={styles.vector} d={pool} />
      <path className={styles.vector} d={gate} />
      {steps.map((step) => (
        <Step key={step.id} step={step} kernel={block.kernel} />
      ))}
      {bars.map((bar) => (
        <Bar key={bar.id} bar={bar} />
      ))}
      <g className={toneClass('squeezeExcite')}>
        <circle className={styles.scale} cx={scaleAt.x} cy={scaleAt.y} r={10} />
        <path className={styles.times} d={`M${scaleAt.x - 4},${scaleAt.y - 4}l8,8m0,-8l-8,8`} />
      </g>
      <text className={styles.word} x={(from?.x ?? 0) - 10} y={height / 2}>
        {t`channel means`}
      </text>
    </svg>
  );
}

const tones: Readonly<Record<WidthStep['id'], Tone>> = {
  expand: 'pointwise',
  depthwise: 'depthwise',
  reduce: 'squeezeExcite',
  excite: 'squeezeExcite',
  project: 'pointwise',
};

function Step({ step, kernel }: { readonly step: WidthStep; readonly kernel: number }) {
  const names: Readonly<Record<WidthStep['id'], readonly string[]>> = {
    expand: ['1×1'],
    depthwise: [`${kernel}×${kernel}`, 'dw'],
    reduce: ['1×1', 'ReLU'],
    excite: ['1×1', 'h-σ'],
    project: ['1×1'],
  };
  const lines = names[step.id];
  return (
    <g className={toneClass(tones[step.id])}>
      <path className={styles.step} strokeDasharray={step.id === 'depthwise' ? '5 4' : undefined} d={step.path} />
      {lines.map((line, index) => (
        <text key={line} className={styles.name} x={step.x} y={step.y + (index - (lines.length - 1) / 2) * 18}>
          {line}
        </text>
      ))}
    </g>
  );
}

function Bar({ bar: { id, channels, x, y, half } }: { readonly bar: WidthBar }) {
  const isThin = thin.has(id);
  const halfThickness = isThin ? 1.5 : 4;
  return (
    <>
      <rect
        className={styles.bar}
        x={x - halfThickness}
        y={y - half}
        width={2 * halfThickness}
        height={2 * half}
        rx={1}
      />
      <text className={styles.channels} x={x} y={isThin ? y + half + 14 : y - half - 12}>
        {channels}
      </text>
    </>
  );
}
