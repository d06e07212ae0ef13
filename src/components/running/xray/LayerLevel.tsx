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
      kernel: Math.max(...kernels.map(magnitudeLimit)),
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
        <svg className={styles.funnel} viewBox="0 0 60 100" preserveAspectRatio="none" aria-hidden="true">
          {[4, 20, 36, 52, 68, 84, 96].map((y) => (
            <path key={y} d={`M0 ${String(y)}C30 ${String(y)} 30 50 60 50`} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
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
