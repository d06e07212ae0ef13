import { useLingui } from '@lingui/react/macro';
import type { Graph } from '../../../nets/graph';
import type { ProfileConv, WidthProfile } from '../../../viz/chapters/widthProfile';
import { barHalf, widthProfileOf } from '../../../viz/chapters/widthProfile';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import styles from './MirrorPicture.module.css';

type MirrorPictureProps = {
  readonly graph: Graph;
  readonly name: string;
  /** The channels of the tallest bar; pictures side by side share it. */
  readonly maxChannels: number;
  /** Px. */
  readonly width: number;
  /** Convolutions that there is room for; three if not given. */
  readonly steps?: number;
  /** Px of half the tallest bar. */
  readonly half?: number;
  /** The activation after each convolution, below it. */
  readonly activations?: readonly string[];
  /** What was said, wrongly, of the last one: struck out below it. */
  readonly missed?: string;
};

const maxStep = 116;
const largeHalf = 84;
/** Margins: left and right for the widest shape label, top for the shortcut, bottom below the middle of the labels. */
const margin = { x: 20, top: 34, bottom: 12 };
/** From the bars to the middle of the numbers of channels, px; a low picture has little room. */
const labelDrops = { low: 17, high: 22 };
/** Px for the names of the activations. */
const activationRow = 24;

/** A block's widths from left to right, drawn to scale, with the shortcut as an arc above. */
export function MirrorPicture(props: MirrorPictureProps) {
  const { graph, name, maxChannels, width, steps = 3, half = largeHalf, activations, missed } = props;
  const { t } = useLingui();
  const step = Math.min(maxStep, (width - 2 * margin.x) / steps);
  const profile = widthProfileOf(graph, { step, half, maxChannels });
  const top = profile.shortcut === undefined && half < largeHalf ? 4 : margin.top;
  // A low picture has them in one row with the channels.
  const isLow = half < largeHalf && missed === undefined;
  const rows = activations === undefined || isLow ? 0 : 2;
  const labelDrop = isLow ? labelDrops.low : labelDrops.high;
  const height = 2 * half + top + labelDrop + margin.bottom + rows * activationRow;
  const shift = (width - (profile.tensors.at(-1)?.at ?? 0)) / 2;
  const widths = profile.tensors.map(({ shape }) => shape.channels).join(' → ');
  const shortcut = profile.shortcut === undefined ? t`no shortcut` : t`a shortcut from end to end`;
  return (
    <svg
      role="img"
      aria-label={t`${name}: ${widths} channels, ${shortcut}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={styles.picture}
    >
      <g transform={`translate(${shift} ${top + half})`}>
        <Shortcut profile={profile} half={half} />
        {profile.convs.map((conv) => (
          <Conv key={conv.node.id} conv={conv} />
        ))}
        {profile.convs.map(({ node, at }, index) => (
          <text key={node.id} className={styles.activation} x={at} y={half + labelDrop + (isLow ? 0 : activationRow)}>
            {activations?.[index]}
          </text>
        ))}
        {missed === undefined ? null : (
          <text className={styles.missed} x={profile.convs.at(-1)?.at ?? 0} y={half + labelDrop + 2 * activationRow}>
            {missed}
          </text>
        )}
        {profile.tensors.map((tensor) => (
          <g key={tensor.id}>
            <rect
              className={styles.tensor}
              x={tensor.at - barHalf}
              y={-tensor.half}
              width={2 * barHalf}
              height={2 * tensor.half}
              rx={2}
            />
            <text className={styles.channels} x={tensor.at} y={half + labelDrop}>
              {tensor.shape.channels}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

function Conv({ conv: { node, at, path } }: { readonly conv: ProfileConv }) {
  const { t } = useLingui();
  if (node.op.kind !== 'conv') return null;
  const tone = opTone(node);
  const window = node.op.kernel.join('×');
  return (
    <g className={toneClass(tone)}>
      <path className={tone === 'depthwise' ? styles.depthwise : styles.conv} d={path} />
      <text className={styles.name} x={at} y={tone === 'depthwise' ? -7 : 0}>
        {window}
      </text>
      {tone === 'depthwise' ? (
        <text className={styles.kind} x={at} y={10}>
          {t`depthwise`}
        </text>
      ) : null}
    </g>
  );
}

function Shortcut({ profile: { shortcut }, half }: { readonly profile: WidthProfile; readonly half: number }) {
  if (shortcut === undefined) return null;
  const { from, to, conv } = shortcut;
  const top = -half - 16;
  const middle = (from.at + to.at) / 2;
  return (
    <g>
      <path
        className={styles.shortcut}
        d={`M${from.at},${-from.half}V${top + 8}q0,-8 8,-8H${to.at - 8}q8,0 8,8V${-to.half - 18}`}
      />
      <circle className={styles.sum} cx={to.at} cy={-to.half - 10} r={8} />
      <path className={styles.plus} d={`M${to.at - 4},${-to.half - 10}h8M${to.at},${-to.half - 14}v8`} />
      {conv === undefined ? null : (
        <g className={toneClass('pointwise')}>
          <rect className={styles.onShortcut} x={middle - 20} y={top - 10} width={40} height={20} rx={4} />
          <text className={styles.kind} x={middle} y={top}>
            1×1
          </text>
        </g>
      )}
    </g>
  );
}
