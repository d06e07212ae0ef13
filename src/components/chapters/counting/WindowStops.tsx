import { useLingui } from '@lingui/react/macro';
import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import { windowStopsOf } from '../../../viz/chapters/windowStops';
import styles from './WindowStops.module.css';

const size = 320;

/** A convolution's input map as squares, with a dot where the kernel is evaluated: the pixels of the output map. */
export function WindowStops({ node }: { readonly node: Node }) {
  const { t } = useLingui();
  const { op, shape } = node;
  if (op.kind !== 'conv') return null;
  const input = inputOf(node).shape;
  const { cell, map, padded, stops, windows } = windowStopsOf(op, input, shape, size);
  const lines = Array.from(
    { length: Math.round(size / cell) + 1 },
    (_, index) => `M${index * cell} 0V${size}M0 ${index * cell}H${size}`,
  ).join('');
  return (
    <svg
      className={styles.svg}
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={t`A ${input.height}×${input.width} map; the kernel is evaluated at ${shape.height}×${shape.width} positions`}
    >
      <rect className={styles.padding} width={padded.size} height={padded.size} />
      <rect className={styles.map} x={map.x} y={map.y} width={map.size} height={map.size} />
      <path className={styles.grid} d={lines} />
      {windows.map((window, index) => (
        <rect
          key={index}
          className={styles.window}
          x={window.x}
          y={window.y}
          width={window.size}
          height={window.size}
        />
      ))}
      {stops.map(({ x, y }, index) => (
        <circle key={index} className={styles.stop} cx={x} cy={y} r={Math.min(6, cell * 0.26)} />
      ))}
    </svg>
  );
}
