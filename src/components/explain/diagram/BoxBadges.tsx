import type { PlacedBox } from '../../../viz/diagram/layout';
import type { DiagramSize, Direction } from '../../../viz/diagram/diagramSize';
import { badgeOverhang } from '../../../viz/diagram/diagramSize';
import { opDrawings } from '../../../viz/diagram/opDrawing';
import { toneClass } from '../../ui/tone';
import styles from './BlockDiagram.module.css';

type BoxBadgesProps = {
  readonly box: PlacedBox;
  readonly direction: Direction;
  readonly size: DiagramSize;
  readonly names: readonly string[];
};

const gap = 3;
const height = 2 * badgeOverhang;
/** Px, with room for the larger type of a presentation: a letter, and both ends. */
const [letter, ends] = [7.5, 13];

/** The ops folded into a box, on its lower edge; beside the flow at a sum, which is too small to carry them. */
export function BoxBadges({ box, direction, size, names }: BoxBadgesProps) {
  if (names.length === 0) return null;
  const { form } = opDrawings[box.node.op.kind];
  const widths = names.map((name) => name.length * letter + ends);
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  const isAtEnd = size === 'wide' && form === 'layer';
  const onEdge = { x: isAtEnd ? box.width - total - 8 : (box.width - total) / 2, y: box.height - badgeOverhang };
  const beside =
    direction === 'right'
      ? { x: (box.width - total) / 2, y: box.height + 2 }
      : { x: box.width + 4, y: (box.height - height) / 2 };
  const start = form === 'plus' ? beside : onEdge;
  return names.map((name, index) => (
    <g
      key={name}
      transform={`translate(${start.x + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0)} ${start.y})`}
      className={name === 'BN' ? '' : toneClass('activation')}
    >
      <rect
        className={name === 'BN' ? styles.badgeNorm : styles.badge}
        width={widths[index]}
        height={height}
        rx={height / 2}
      />
      <text
        className={name === 'BN' ? styles.badgeNormText : styles.badgeText}
        x={(widths[index] ?? 0) / 2}
        y={height / 2}
      >
        {name}
      </text>
    </g>
  ));
}
