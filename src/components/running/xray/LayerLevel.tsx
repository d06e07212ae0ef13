import { useMemo, useState } from 'react';
import { contributionsOf, kernelOf } from '../../../nets/arithmetic/partialMaps';
import { channelsRead, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import type { MapValues } from '../../../nets/arithmetic/mapValues';
import { magnitudeLimit } from '../../../nets/maps/scaleLimit';
import { ContributionRows } from './ContributionRows';
import { InputRail } from './InputRail';
import { LayerCount } from './LayerCount';
import styles from './LayerLevel.module.css';
import { LayerSum } from './LayerSum';
import type { Point } from './MapGrid';
import { OutputStrip } from './OutputStrip';
import type { LevelProps, SeenWeights } from './seen';

type LayerLevelProps = LevelProps & {
  readonly node: Node;
  readonly op: WeightLayer;
  readonly channel: number;
  readonly weights: SeenWeights;
};

/** How many input channels are told apart. */
const toldApart = 6;

/** One output map of a layer with weights: the maps that it reads, its kernels, what each adds, and their sum. */
export function LayerLevel(props: LayerLevelProps) {
  const { maps, node, weights } = props;
  const input = maps.get(inputOf(node).id);
  const output = maps.get(node.id);
  const layer = weights.get(node.id);
  if (input?.exact == null || output?.exact == null || layer === undefined) return null;
  return <TakenApart {...props} seen={{ input, output }} input={input.exact} output={output.exact} layer={layer} />;
}

type TakenApartProps = LayerLevelProps & {
  readonly seen: { readonly input: SeenTensor; readonly output: SeenTensor };
  /** The channels that are read. */
  readonly input: MapValues;
  /** The channel that is taken apart. */
  readonly output: MapValues;
  readonly layer: LayerWeights;
};

function TakenApart({ network, seen, onOpen, node, op, channel, input, output, layer }: TakenApartProps) {
  const [point, setPoint] = useState<Point | null>(null);
  const source = inputOf(node);
  const { shape } = node;
  const parts = useMemo(
    () => contributionsOf(op, input, layer, shape, channel, toldApart),
    [op, input, layer, shape, channel],
  );
  const limits = useMemo(() => {
    const kernels = parts.greatest.map(({ channel: read }) => kernelOf(op, input.shape[2], layer, { channel, read }));
    return {
      input: seen.input.limit,
      kernel: Math.max(...kernels.map((values) => magnitudeLimit(values))),
      part: Math.max(magnitudeLimit(parts.sum), ...parts.greatest.map(({ values }) => magnitudeLimit(values))),
    };
  }, [parts, op, input, layer, channel, seen]);
  const layerLimit = useMemo(() => magnitudeLimit(parts.sum), [parts]);
  const greatest = useMemo(() => parts.greatest.map((part) => part.channel), [parts]);
  const { from, end } = channelsRead(op, source.shape.channels, channel);
  const range = { from, end };
  const opened = (at: Point | null): void => {
    const row = Math.floor((at?.down ?? 0.5) * shape.height);
    const column = Math.floor((at?.across ?? 0.5) * shape.width);
    onOpen({ level: 'pixel', id: node.id, channel, row, column });
  };
  return (
    <div className={styles.level}>
      <LayerCount {...{ op, node, source, channel }} />
      <OutputStrip {...{ channel, node, onOpen, point }} output={seen.output} />
      <div className={styles.flow}>
        <InputRail {...{ source, range, greatest }} input={seen.input} />
        <ContributionRows
          {...{ input, source, op, layer, node, channel, parts, limits, point }}
          onPoint={setPoint}
          onOpen={opened}
        />
        <Funnel rows={parts.greatest.length + (parts.rest === null ? 0 : 1)} />
        <LayerSum
          {...{ network, node, sum: parts.sum, bias: parts.bias, layerLimit, output, channel, point }}
          counts={seen.output.counts}
          onPoint={setPoint}
          onOpen={opened}
        />
      </div>
    </div>
  );
}

/** Px: where the first row of partial maps is, from one to the next, and where their sum is. */
const rowsAt = { first: 62, step: 76, sum: 170 } as const;

/** A line from each partial map to their sum. */
function Funnel({ rows }: { readonly rows: number }) {
  const height = rowsAt.first + rowsAt.step * rows;
  const end = String(rowsAt.sum);
  return (
    <svg
      className={styles.funnel}
      viewBox={`0 0 60 ${String(height)}`}
      style={{ blockSize: height }}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Array.from({ length: rows }, (_, row) => String(rowsAt.first + rowsAt.step * row)).map((y) => (
        <path key={y} d={`M0 ${y}C30 ${y} 30 ${end} 60 ${end}`} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
