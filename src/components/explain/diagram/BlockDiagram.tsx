import type { Graph } from '../../../nets/graph';
import type { Factor } from '../../../nets/readings/formula';
import type { Direction } from '../../../viz/diagram/diagramSize';
import { lineHeight } from '../../../viz/diagram/diagramSize';
import { layoutOf, sharedDirection } from '../../../viz/diagram/layout';
import type { Layout, PlacedBox, TensorBar } from '../../../viz/diagram/layout';
import styles from './BlockDiagram.module.css';
import { DiagramBoxShape } from './DiagramBoxShape';
import { LayerChoice } from './LayerChoice';
import { useOpWords } from './opWords';
import { Sized } from '../../ui/Sized';

type BlockDiagramProps = {
  readonly graph: Graph;
  /** Describes the picture: `Fire module: 96 channels squeezed to 16, expanded to 128`. */
  readonly name: string;
  /** Id of the node that is marked as chosen. */
  readonly selected?: string | undefined;
  /** Called with the id of a chosen node; without it the diagram is only a picture. */
  readonly onSelect?: (nodeId: string) => void;
  /** Whether norms and activations sit on the box before them as badges. */
  readonly folded?: boolean;
  /** A number of a formula to mark in the picture, on a tensor or an op. */
  readonly traced?: Factor | undefined;
  /** What it is compared with: all are drawn in one direction. */
  readonly comparedWith?: readonly Graph[];
  /** How strongly to shade each node's box, from 0 to 1 by node id. */
  readonly heat?: ReadonlyMap<string, number> | undefined;
};

/**
 * A graph in reading direction, and from top to bottom where that is too wide: ops as boxes, tensors as bars as long as
 * they have channels. It is drawn for the available width, never scaled, and scrolls only where even the tightest layout is
 * too wide.
 */
export function BlockDiagram(props: BlockDiagramProps) {
  return <Sized>{(availableWidth) => <Fitted {...props} availableWidth={availableWidth} />}</Sized>;
}

type FittedProps = BlockDiagramProps & { readonly availableWidth: number };

function Fitted(props: FittedProps) {
  const { graph, name, selected, onSelect, folded = true, traced, heat, comparedWith = [], availableWidth } = props;
  const options = { availableWidth, folded };
  const layout = layoutOf(graph, {
    ...options,
    ...(comparedWith.length === 0 ? {} : { direction: sharedDirection([graph, ...comparedWith], options) }),
  });
  const scrolls = layout.width > availableWidth + 1;
  return (
    <div className={styles.frame} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': name } : {})}>
      <svg
        className={`${styles.svg} ${layout.direction === 'down' && layout.size === 'tight' ? styles.tightDown : ''}`}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        height={layout.height}
      >
        {heat === undefined ? null : <Heat boxes={layout.boxes} heat={heat} />}
        {onSelect === undefined ? null : (
          <LayerChoice direction={layout.direction} boxes={layout.boxes} selected={selected} onSelect={onSelect} />
        )}
        <Picture layout={layout} name={name} traced={traced} selected={selected} />
      </svg>
    </div>
  );
}

type PictureProps = {
  readonly layout: Layout;
  readonly name: string;
  readonly traced: Factor | undefined;
  readonly selected: string | undefined;
};

function Picture({ layout, name, traced, selected }: PictureProps) {
  const wordsOf = useOpWords();
  const inputs = layout.boxes.find(({ id }) => id === selected)?.node.inputs.map(({ id }) => id) ?? [];
  const trace = traced && placeOf(traced, layout);
  // A bar stands for a box and for the norms and activations on it.
  const isInput = ({ boxId }: TensorBar): boolean => {
    const box = layout.boxes.find(({ id }) => id === boxId);
    return inputs.some((id) => id === boxId || box?.badges.some((badge) => badge.id === id) === true);
  };
  return (
    <g className={styles.picture} role="img" aria-label={name}>
      {layout.wires.map((wire) => (
        <path key={wire.id} className={styles.wire} d={wire.path} />
      ))}
      {layout.stems.map((stem, index) => (
        <path key={index} className={styles.wire} d={stem} />
      ))}
      {layout.tensors.map((tensor) => (
        <Tensor
          key={tensor.boxId}
          tensor={tensor}
          direction={layout.direction}
          isTraced={trace?.tensorOf === tensor.boxId}
          meanings={tensor.boxId === selected ? outputMeanings : isInput(tensor) ? inputMeanings : undefined}
        />
      ))}
      {layout.boxes.map((box) => (
        <DiagramBoxShape
          key={box.id}
          box={box}
          direction={layout.direction}
          size={layout.size}
          isTraced={trace?.box === box.id}
          meanings={box.id === selected ? kernelMeanings : undefined}
          words={wordsOf(box.node)}
          badges={box.badges.filter((badge) => badge.op.kind !== 'flatten').map((badge) => wordsOf(badge).name)}
        />
      ))}
    </g>
  );
}

type HeatProps = { readonly boxes: readonly PlacedBox[]; readonly heat: ReadonlyMap<string, number> };

function Heat({ boxes, heat }: HeatProps) {
  return boxes.map((box) => (
    <rect
      key={box.id}
      className={styles.heat}
      x={box.x - 7}
      y={box.y - 7}
      width={box.width + 14}
      height={box.height + 14}
      rx={10}
      fillOpacity={heat.get(box.id) ?? 0}
    />
  ));
}

/** The numbers of the chosen node's formula that a bar or a box of the picture stands for. */
const inputMeanings = 'inChannels inHeight inWidth';
const outputMeanings = 'outChannels outHeight outWidth';
const kernelMeanings = 'kernelHeight kernelWidth groups';

type TensorProps = {
  readonly tensor: TensorBar;
  readonly direction: Direction;
  readonly isTraced: boolean;
  readonly meanings: string | undefined;
};

function Tensor({ tensor, direction, isTraced, meanings }: TensorProps) {
  const { x, y, width, height, label, seams } = tensor;
  return (
    <g data-traced={isTraced || undefined}>
      <rect className={styles.tensor} data-k={meanings} x={x} y={y} width={width} height={height} rx={1.5} />
      {seams.map((seam, index) => (
        <path
          key={index}
          className={styles.seam}
          d={direction === 'right' ? `M${x} ${y + seam}h${width}` : `M${x + seam} ${y}v${height}`}
        />
      ))}
      {label.lines.map((line, index) => (
        <text key={index} className={styles.shape} x={label.x} y={label.y + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Where to mark a number of a formula: sizes and channels on a tensor, windows and groups on the op. */
function placeOf({ meaning, node }: Factor, { boxes }: Layout): { readonly box?: string; readonly tensorOf?: string } {
  const box = boxes.find(({ id, badges }) => id === node.id || badges.some((badge) => badge.id === node.id));
  if (box === undefined) return {};
  return meaning.startsWith('in') || meaning.startsWith('out') ? { tensorOf: box.id } : { box: box.id };
}
