import { useState } from 'react';
import { channelsRead, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import { ContributionRows } from './ContributionRows';
import { InputRail } from './InputRail';
import { LayerCount } from './LayerCount';
import styles from './LayerLevel.module.css';
import { LayerSum } from './LayerSum';
import type { Point } from './MapGrid';
import { OutputStrip } from './OutputStrip';
import type { LevelProps } from './seen';

type LayerLevelProps = LevelProps & {
  readonly node: Node;
  readonly op: WeightLayer;
  /** The output channel that is chosen; what shows is the one before, until it is read. */
  readonly wanted: number;
};

/** One output map of a layer with weights: the maps that it reads, its kernels, what each adds, and their sum. */
export function LayerLevel({ network, maps, onOpen, node, op, wanted }: LayerLevelProps) {
  const [point, setPoint] = useState<Point | null>(null);
  const source = inputOf(node);
  const [input, output] = [maps.get(source.id), maps.get(node.id)];
  const parts = output?.parts ?? null;
  if (input === undefined || output === undefined || parts === null) return null;
  const { shape } = node;
  const { channel } = parts;
  const greatest = parts.greatest.map((part) => part.channel);
  const { from, end } = channelsRead(op, source.shape.channels, channel);
  const opened = (at: Point | null, of = channel): void => {
    const row = Math.floor((at?.down ?? 0.5) * shape.height);
    const column = Math.floor((at?.across ?? 0.5) * shape.width);
    onOpen({ level: 'pixel', id: node.id, channel: of, row, column });
  };
  const apart = { node, parts, point, onPoint: setPoint, onOpen: (at: Point | null) => opened(at) };
  return (
    <div className={styles.level}>
      <LayerCount {...{ op, node, source, channel }} />
      <OutputStrip
        {...{ node, onOpen, point }}
        channel={wanted}
        maps={output.maps}
        onEnter={(of) => opened(point, of)}
      />
      <div className={styles.flow}>
        <InputRail {...{ source, greatest }} maps={input.maps} range={{ from, end }} />
        <ContributionRows {...apart} {...{ op, source }} />
        <Funnel rows={parts.greatest.length + (parts.rest === null ? 0 : 1)} />
        <LayerSum {...apart} network={network} counts={output.counts} />
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
