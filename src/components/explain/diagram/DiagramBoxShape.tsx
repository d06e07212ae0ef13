import type { PlacedBox } from '../../../viz/diagram/layout';
import type { DiagramSize } from '../../../viz/diagram/diagramSize';
import { opDrawings, type OpDrawing } from '../../../viz/diagram/opDrawing';
import styles from './BlockDiagram.module.css';
import { OpGlyph } from './OpGlyph';
import type { OpWords } from './opWords';
import { opTone } from './opTone';
import { toneClass } from '../../ui/tone';

type DiagramBoxShapeProps = {
  readonly box: PlacedBox;
  readonly size: DiagramSize;
  readonly words: OpWords;
  /** Names of the ops folded into the box: BN, ReLU6. */
  readonly badges: readonly string[];
  /** Whether a number of a formula is marked on this op. */
  readonly isTraced?: boolean;
  /** The numbers of the chosen node's formula that the op stands for. */
  readonly meanings?: string | undefined;
};

/** One op of a diagram: its glyphs, its name, and the ops folded into it as badges on its lower edge. */
export function DiagramBoxShape({ box, size, words, badges, isTraced = false, meanings }: DiagramBoxShapeProps) {
  return (
    <g
      style={{ translate: `${box.x}px ${box.y}px` }}
      className={`${styles.box} ${toneClass(opTone(box.node))}`}
      data-traced={isTraced || undefined}
      data-k={meanings}
    >
      <Outline box={box} size={size} words={words} />
      <Badges box={box} size={size} names={badges} />
    </g>
  );
}

type OutlineProps = { readonly box: PlacedBox; readonly size: DiagramSize; readonly words: OpWords };

function Outline({ box, size, words }: OutlineProps) {
  const { width, height, node } = box;
  const { form } = opDrawings[node.op.kind];
  switch (form) {
    case 'port':
      return (
        <text className={styles.quiet} x={width / 2} y={height - 2}>
          {words.name}
        </text>
      );
    case 'plus':
    case 'times':
      return (
        <>
          <circle className={styles.outline} cx={width / 2} cy={height / 2} r={width / 2 - 1} />
          <path
            className={styles.sign}
            d={form === 'plus' ? plusSign : timesSign}
            transform={`translate(${width / 2} ${height / 2})`}
          />
        </>
      );
    case 'bar':
    case 'pill':
      return (
        <>
          <rect
            data-lit
            className={styles.outline}
            width={width}
            height={height}
            rx={form === 'bar' ? 4 : height / 2}
          />
          <text className={styles.name} x={box.axis - box.x} y={height / 2}>
            {words.name}
          </text>
        </>
      );
    case 'layer':
    case 'operation':
      return size === 'wide' ? (
        <WideBox box={box} size={size} words={words} />
      ) : (
        <NarrowBox box={box} size={size} words={words} />
      );
  }
}

/** Where the text of a wide box starts, to the right of its glyphs. Px. */
const textStarts: Readonly<Record<OpDrawing['glyphs'], number>> = { both: 86, wires: 70, window: 44, none: 12 };

function WideBox({ box, words }: OutlineProps) {
  const { width, height, node } = box;
  const { glyphs } = opDrawings[node.op.kind];
  const textX = textStarts[glyphs];
  return (
    <>
      <rect data-lit className={styles.outline} width={width} height={height} rx={5} />
      <OpGlyph
        node={node}
        space={{ x: 24, y: height / 2 }}
        channels={{ x: glyphs === 'both' ? 61 : 36, y: height / 2 }}
      />
      <text className={styles.nameStart} x={textX} y={words.detail === '' ? height / 2 : height / 2 - 8}>
        {words.name}
      </text>
      <text className={styles.detailStart} x={textX} y={height / 2 + 9}>
        {words.detail}
      </text>
    </>
  );
}

function NarrowBox({ box, words }: OutlineProps) {
  const { width, height, node } = box;
  const both = opDrawings[node.op.kind].glyphs === 'both';
  return (
    <>
      <rect data-lit className={styles.outline} width={width} height={height} rx={5} />
      <OpGlyph
        node={node}
        space={{ x: width / 2 - (both ? 21 : 0), y: 20 }}
        channels={{ x: width / 2 + (both ? 16 : 0), y: 20 }}
      />
      <text className={styles.name} x={width / 2} y={words.detail === '' ? (height + 26) / 2 : 46}>
        {words.name}
      </text>
      <text className={styles.detail} x={width / 2} y={61}>
        {words.detail}
      </text>
    </>
  );
}

function Badges({
  box,
  size,
  names,
}: {
  readonly box: PlacedBox;
  readonly size: DiagramSize;
  readonly names: readonly string[];
}) {
  const { width, height, node } = box;
  if (names.length === 0) return null;
  const widths = names.map((name) => name.length * 6.4 + 10);
  const total = widths.reduce((sum, badge) => sum + badge + 3, -3);
  const beside = node.op.kind === 'add';
  const right = size === 'wide' || node.op.kind === 'concat';
  const start = beside ? width + 4 : right ? width - total - 8 : (width - total) / 2;
  const top = beside ? height / 2 - 7.5 : height - 7.5;
  return names.map((name, index) => (
    <g
      key={name}
      transform={`translate(${start + widths.slice(0, index).reduce((sum, badge) => sum + badge + 3, 0)} ${top})`}
      className={name === 'BN' ? '' : toneClass('activation')}
    >
      <rect className={name === 'BN' ? styles.badgeNorm : styles.badge} width={widths[index]} height={15} rx={7.5} />
      <text className={name === 'BN' ? styles.badgeNormText : styles.badgeText} x={(widths[index] ?? 0) / 2} y={7.5}>
        {name}
      </text>
    </g>
  ));
}

const plusSign = 'M-7 0H7M0-7V7';
const timesSign = 'M-5-5L5 5M-5 5L5-5';
