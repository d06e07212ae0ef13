import type { PlacedBox } from '../../../viz/diagram/layout';
import type { DiagramSize, Direction } from '../../../viz/diagram/diagramSize';
import { badgeOverhang } from '../../../viz/diagram/diagramSize';
import { opDrawings, type OpDrawing } from '../../../viz/diagram/opDrawing';
import styles from './BlockDiagram.module.css';
import { BoxBadges } from './BoxBadges';
import { OpGlyph } from './OpGlyph';
import type { OpWords } from './opWords';
import { opTone } from './opTone';
import { toneClass } from '../../ui/tone';
import { wordLines } from './wordLines';

type DiagramBoxShapeProps = {
  readonly box: PlacedBox;
  readonly direction: Direction;
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
export function DiagramBoxShape({ isTraced = false, meanings, badges, ...shape }: DiagramBoxShapeProps) {
  const { box, direction, size } = shape;
  return (
    <g
      style={{ translate: `${box.x}px ${box.y}px` }}
      className={`${styles.box} ${toneClass(opTone(box.node))}`}
      data-traced={isTraced || undefined}
      data-k={meanings}
    >
      <Outline {...shape} />
      <BoxBadges box={box} direction={direction} size={size} names={badges} />
    </g>
  );
}

type OutlineProps = Pick<DiagramBoxShapeProps, 'box' | 'direction' | 'size' | 'words'>;

function Outline(props: OutlineProps) {
  const { box, direction, size, words } = props;
  const { width, height, node } = box;
  const { form } = opDrawings[node.op.kind];
  switch (form) {
    case 'port':
      return direction === 'right' ? (
        <Word className={styles.quiet} x={width / 2} y={height / 2} isUpright={size === 'tight'} text={words.name} />
      ) : (
        <text className={styles.quiet} x={width / 2} y={height - 4}>
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
    case 'pill': {
      const radius = form === 'bar' ? 4 : height / 2;
      return (
        <>
          <rect data-lit className={styles.outline} width={width} height={height} rx={radius} />
          <Word
            className={styles.name}
            x={box.middle.x - box.x}
            y={box.middle.y - box.y}
            isUpright={form === 'bar' && direction === 'right'}
            text={words.name}
          />
        </>
      );
    }
    case 'layer':
    case 'operation':
      return size === 'wide' ? <WideBox {...props} /> : <NarrowBox {...props} />;
  }
}

type WordProps = {
  readonly className: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly isUpright: boolean;
  readonly text: string;
};

/** A word, from bottom to top if `isUpright`. */
function Word({ className, x, y, isUpright, text }: WordProps) {
  return (
    <text className={className} transform={`translate(${x} ${y})${isUpright ? ' rotate(-90)' : ''}`}>
      {text}
    </text>
  );
}

/** Where the text of a wide box starts, to the right of its glyphs. Px. */
const textStarts: Readonly<Record<OpDrawing['glyphs'], number>> = { both: 80, wires: 64, window: 44, none: 12 };

function WideBox({ box, words }: OutlineProps) {
  const { width, height, node } = box;
  const { glyphs } = opDrawings[node.op.kind];
  const textX = textStarts[glyphs];
  return (
    <>
      <rect data-lit className={styles.outline} width={width} height={height} rx={6} />
      <OpGlyph
        node={node}
        space={{ x: 21, y: height / 2 }}
        channels={{ x: glyphs === 'both' ? 56 : 34, y: height / 2 }}
      />
      <text className={styles.nameStart} x={textX} y={words.detail === '' ? height / 2 : height / 2 - 10}>
        {words.name}
      </text>
      <text className={styles.detailStart} x={textX} y={height / 2 + 7}>
        {words.detail}
      </text>
    </>
  );
}

/** Px from line to line, and of the glyphs with the room around them. */
const lineHeights = { name: 17, detail: 16, glyphs: 36 };

function NarrowBox({ box, words }: OutlineProps) {
  const { width, height, node } = box;
  const both = opDrawings[node.op.kind].glyphs === 'both';
  const names = wordLines(words.name, (width - 8) / 8.2);
  const details = wordLines(words.detail, (width - 6) / 6.9);
  const lines = [...names.map((text) => ({ text, isName: true })), ...details.map((text) => ({ text, isName: false }))];
  const total = names.length * lineHeights.name + details.length * lineHeights.detail;
  const room = height - lineHeights.glyphs - badgeOverhang;
  const top = lineHeights.glyphs + (room - total) / 2;
  return (
    <>
      <rect data-lit className={styles.outline} width={width} height={height} rx={6} />
      <OpGlyph
        node={node}
        space={{ x: width / 2 - (both ? 19 : 0), y: 20 }}
        channels={{ x: width / 2 + (both ? 15 : 0), y: 20 }}
      />
      {lines.map(({ text, isName }, index) => (
        <text
          key={index}
          className={isName ? styles.name : styles.detail}
          x={width / 2}
          y={
            top +
            (isName
              ? (index + 0.5) * lineHeights.name
              : names.length * lineHeights.name + (index - names.length + 0.5) * lineHeights.detail)
          }
        >
          {text}
        </text>
      ))}
    </>
  );
}

const plusSign = 'M-7 0H7M0-7V7';
const timesSign = 'M-5-5L5 5M-5 5L5-5';
