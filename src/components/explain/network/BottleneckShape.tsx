import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import styles from './BottleneckShape.module.css';

type BottleneckShapeProps = {
  readonly block: Bottleneck;
  /** Channels that fill the whole width; shapes to compare share it. */
  readonly maxChannels: number;
};

const size = { width: 132, height: 23 };

/**
 * The silhouette of an inverted residual, top to bottom: input, expanded and output width to scale, the shortcut as a line
 * at the side. Decorative: the table has the numbers.
 */
export function BottleneckShape({ block, maxChannels }: BottleneckShapeProps) {
  const axis = size.width / 2;
  const halfOf = (channels: number) => Math.max(0.75, (channels / maxChannels) * (axis - 8));
  const [top, wide, bottom] = [block.input.channels, block.expandedChannels, block.output.channels].map(halfOf);
  if (top === undefined || wide === undefined || bottom === undefined) return null;
  const { height } = size;
  const outline = [
    `M${axis - top},1L${axis - wide},${height * 0.36}V${height * 0.64}L${axis - bottom},${height - 1}`,
    `H${axis + bottom}L${axis + wide},${height * 0.64}V${height * 0.36}L${axis + top},1Z`,
  ].join('');
  const lane = axis + Math.max(top, wide, bottom) + 6;
  return (
    <svg viewBox={`0 0 ${size.width} ${height}`} width={size.width} height={height} aria-hidden="true">
      <path className={styles.outline} d={outline} />
      {block.hasShortcut ? (
        <path className={styles.shortcut} d={`M${axis + top},2H${lane}V${height - 2}H${axis + bottom}`} />
      ) : null}
    </svg>
  );
}
