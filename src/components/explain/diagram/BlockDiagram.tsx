import type { Graph } from '../../../nets/graph';
import type { Factor } from '../../../nets/readings/formula';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { layoutOf } from '../../../viz/diagram/layout';
import type { Layout, PlacedBox } from '../../../viz/diagram/layout';
import type { TensorBar } from '../../../viz/diagram/tensorBars';
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
  /** How strongly to shade each node's box, from 0 to 1 by node id. */
  readonly heat?: ReadonlyMap<string, number> | undefined;
};

/** Limits of scaling a drawing to its place; beyond them its words are too small or too large. */
const scales = { min: 0.86, max: 1.18 };

/**
 * A graph from top to bottom: ops as boxes, tensors as bars as wide as their channels. It fills the available width,
 * and scrolls only where even the tightest layout is too wide.
 */
export function BlockDiagram(props: BlockDiagramProps) {
  return <Sized>{(availableWidth) => <Fitted {...props} availableWidth={availableWidth} />}</Sized>;
}

type FittedProps = BlockDiagramProps & { readonly availableWidth: number };

function Fitted({ graph, name, selected, onSelect, folded = true, traced, heat, availableWidth }: FittedProps) {
  const layout = layoutOf(graph, { availableWidth, folded });
  const scale = Math.min(Math.max(availableWidth / layout.width, scales.min), scales.max);
  const scrolls = layout.width * scale > availableWidth + 1;
  return (
    <div className={styles.frame} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': name } : {})}>
      <svg
        className={`${styles.svg} ${layout.size === 'tight' ? styles.tight : ''}`}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width * scale}
        height={layout.height * scale}
      >
        {heat === undefined ? null : <Heat boxes={layout.boxes} heat={heat} />}
        {onSelect === undefined ? null : <LayerChoice boxes={layout.boxes} selected={selected} onSelect={onSelect} />}
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
      {layout.boxes.map((box) => (
        <TensorStem key={box.id} box={box} tensor={layout.tensors.find((tensor) => tensor.boxId === box.id)} />
      ))}
      {layout.tensors.map((tensor) => (
        <Tensor
          key={tensor.boxId}
          tensor={tensor}
          isTraced={trace?.tensorOf === tensor.boxId}
          meanings={tensor.boxId === selected ? outputMeanings : isInput(tensor) ? inputMeanings : undefined}
        />
      ))}
      {layout.boxes.map((box) => (
        <DiagramBoxShape
          key={box.id}
          box={box}
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

function TensorStem({ box, tensor }: { readonly box: PlacedBox; readonly tensor: TensorBar | undefined }) {
  if (tensor === undefined || box.node.op.kind === 'input') return null;
  return <path className={styles.wire} d={`M${box.axis} ${box.y + box.height}V${tensor.y}`} />;
}

/** The numbers of the chosen node's formula that a bar or a box of the picture stands for. */
const inputMeanings = 'inChannels inHeight inWidth';
const outputMeanings = 'outChannels outHeight outWidth';
const kernelMeanings = 'kernelHeight kernelWidth groups';

type TensorProps = {
  readonly tensor: TensorBar;
  readonly isTraced: boolean;
  readonly meanings: string | undefined;
};

function Tensor({ tensor, isTraced, meanings }: TensorProps) {
  const { x, y, width, height, axis, bottom, seams, shape } = tensor;
  return (
    <g data-traced={isTraced || undefined}>
      <rect
        className={styles.tensor}
        data-k={meanings}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(1.5, width / 2)}
      />
      {seams.map((seam, index) => (
        <path key={index} className={styles.seam} d={`M${x + seam} ${y}v${height}`} />
      ))}
      <text className={styles.shape} x={axis} y={(y + height + bottom) / 2}>
        {shapeLabel(shape)}
      </text>
    </g>
  );
}

/** Where to mark a number of a formula: sizes and channels on a tensor, windows and groups on the op. */
function placeOf({ meaning, node }: Factor, { boxes }: Layout): { readonly box?: string; readonly tensorOf?: string } {
  const box = boxes.find(({ id, badges }) => id === node.id || badges.some((badge) => badge.id === node.id));
  if (box === undefined) return {};
  return meaning.startsWith('in') || meaning.startsWith('out') ? { tensorOf: box.id } : { box: box.id };
}
