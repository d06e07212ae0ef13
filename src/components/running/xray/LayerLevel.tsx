import { useState } from 'react';
import { contributionsOf, kernelOf } from '../../../nets/arithmetic/partialMaps';
import { channelsRead, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import { magnitudeLimit } from '../../../viz/maps/scaleLimit';
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
export function LayerLevel({ network, maps, onOpen, node, op, channel, weights }: LayerLevelProps) {
  const [point, setPoint] = useState<Point | null>(null);
  const source = inputOf(node);
  const input = maps.get(source.id);
  const output = maps.get(node.id);
  const layer = weights.get(node.id);
  const parts =
    input === undefined || layer === undefined
      ? null
      : contributionsOf(op, input, layer, node.shape, channel, toldApart);
  const opened = (at: Point | null): void => {
    const row = Math.floor((at?.down ?? 0.5) * node.shape.height);
    const column = Math.floor((at?.across ?? 0.5) * node.shape.width);
    onOpen({ level: 'pixel', id: node.id, channel, row, column });
  };
  if (input === undefined || output === undefined || layer === undefined || parts === null) return null;
  const range = channelsRead(op, source.shape.channels, channel);
  const layerLimit = magnitudeLimit(parts.sum);
  const partLimit = Math.max(layerLimit, ...parts.greatest.map(({ values }) => magnitudeLimit(values)));
  const kernelLimit = Math.max(
    ...parts.greatest.map((part) =>
      magnitudeLimit(kernelOf(op, source.shape.channels, layer, { channel, read: part.channel })),
    ),
  );
  const outSize = [node.shape.height, node.shape.width] as const;
  return (
    <div className={styles.level}>
      <LayerCount {...{ op, node, source, channel }} />
      <OutputStrip {...{ output, channel, node, onOpen, point }} />
      <div className={styles.flow}>
        <InputRail {...{ input, source, range }} greatest={parts.greatest.map((part) => part.channel)} />
        <ContributionRows
          {...{ input, source, op, layer, node, channel, parts, point }}
          limits={{ input: magnitudeLimit(input.values), kernel: kernelLimit, part: partLimit }}
          onPoint={setPoint}
          onOpen={opened}
        />
        <svg className={styles.funnel} viewBox="0 0 60 100" preserveAspectRatio="none" aria-hidden="true">
          {[4, 20, 36, 52, 68, 84, 96].map((y) => (
            <path key={y} d={`M0 ${String(y)}C30 ${String(y)} 30 50 60 50`} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        <LayerSum
          {...{ network, node, sum: parts.sum, bias: parts.bias, layerLimit, maps, channel, point, outSize }}
          onPoint={setPoint}
          onOpen={opened}
        />
      </div>
    </div>
  );
}
