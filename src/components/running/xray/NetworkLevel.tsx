import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState, type ReactNode } from 'react';
import type { ClassMap } from '../../../nets/arithmetic/classMap';
import type { Node } from '../../../nets/graph';
import { stagesOf, type XrayStage } from '../../../lab/xray/stages';
import { columnGaps, networkColumns, networkRows, type StageColumn } from '../../../viz/maps/networkColumns';
import { sizeOf } from '../../../viz/maps/tiling';
import { opTone } from '../../explain/diagram/opTone';
import { usePartWords } from '../../explain/diagram/partWords';
import { dateText, exactNumberText, wholePercentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { toneClass } from '../../ui/tone';
import { drawnChannels } from './drawnChannels';
import { FramePicture } from './FramePicture';
import { MapGrid, type Point } from './MapGrid';
import styles from './NetworkLevel.module.css';
import type { LevelProps } from './seen';
import { useWindowHeight } from './useWindowHeight';

type NetworkLevelProps = LevelProps & {
  /** What each place adds to the chosen label; null where none is chosen. */
  readonly classMap: ClassMap | null;
  /** Beside the strip: the labels. */
  readonly children: ReactNode;
};

/** What the words and bars of a stage take, px. */
const leastStage = 60;

/** A column under so many px says the size of its maps as a square, and all columns together leave so many for long words. */
const shapeRoom = 80;
const wordRoom = 32;

/** Below this width stages stand below each other. */
const stripWidth = 620;

/** A whole network from the frame to its labels: each stage by its strongest maps, with its part of the costs. */
export function NetworkLevel({ network, maps, onOpen, classMap, children }: NetworkLevelProps) {
  const { t, i18n } = useLingui();
  const times = network.times ?? null;
  const [point, setPoint] = useState<Point | null>(null);
  const stages = useMemo(() => stagesOf(network.graph, network.cost), [network]);
  const input = maps.get(network.graph.input.id);
  const { height, width } = network.graph.input.shape;
  return (
    <div className={styles.level}>
      <figure className={styles.frame}>
        {input === undefined ? null : (
          <FramePicture
            input={input}
            normalisation={network.normalisation}
            classMap={classMap}
            label={t`The frame as the network reads it`}
            point={point}
            onPoint={setPoint}
          />
        )}
        <figcaption>
          <Trans>The frame as the network reads it</Trans>
          <span translate="no">
            {height} × {width} × 3
          </span>
        </figcaption>
      </figure>
      <div>
        <Sized>
          {(widthPx) => <Strip {...{ network, maps, onOpen, stages, widthPx, point }} onPoint={setPoint} />}
        </Sized>
        <p className={styles.legend}>
          <span data-kind="channels">
            <Trans>channels of each convolution, to scale</Trans>
          </span>
          <span data-kind="macs">
            <Trans>share of the multiply-adds</Trans>
          </span>
          <span data-kind="memory">
            <Trans>share of memory access</Trans>
          </span>
          {times === null ? null : (
            <span data-kind="time">
              <Trans>
                share of the time, measured on {times.device}, {dateText(times.date, i18n.locale)}
              </Trans>
            </span>
          )}
        </p>
      </div>
      <div>{children}</div>
    </div>
  );
}

type StripProps = LevelProps & {
  readonly stages: readonly XrayStage[];
  readonly widthPx: number;
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
};

function Strip({ network, maps, onOpen, stages, widthPx, point, onPoint }: StripProps) {
  const windowHeight = useWindowHeight();
  const isList = widthPx < stripWidth;
  const sizes = stages.map(({ maps: { shape } }) => ({ side: shape.width, channels: shape.channels }));
  const height = Math.max(230, Math.min(470, windowHeight - 529));
  const columns = isList ? networkRows(sizes, widthPx) : networkColumns(sizes, widthPx - wordRoom, height);
  const most = Math.max(...network.graph.nodes.map(({ op, shape }) => (op.kind === 'conv' ? shape.channels : 1)));
  const mostShare = Math.max(
    ...stages.flatMap((stage) => [
      stage.macsShare,
      stage.memoryShare,
      ...(network.times == null ? [] : [network.times.shareOf(stage.ids)]),
    ]),
  );
  return (
    <ol className={styles.strip} data-list={isList}>
      {stages.map((stage, index) => {
        const column = columns[index];
        return column === undefined ? null : (
          <Stage
            key={stage.maps.id}
            {...{ network, maps, onOpen, stage, column, most, mostShare, point, onPoint }}
            height={isList ? null : height}
          />
        );
      })}
    </ol>
  );
}

type StageProps = Omit<StripProps, 'stages' | 'widthPx'> & {
  readonly stage: XrayStage;
  readonly column: StageColumn;
  /** The channels of the widest convolution. */
  readonly most: number;
  /** The greatest part that a stage has of any cost: the longest bar. */
  readonly mostShare: number;
  readonly height: number | null;
};

function Stage({ network, maps, onOpen, stage, column, most, mostShare, point, onPoint, height }: StageProps) {
  const { t, i18n } = useLingui();
  const partWords = usePartWords();
  const [chosen, setChosen] = useState(0);
  const { shape, id } = stage.maps;
  const times = network.times ?? null;
  const seen = maps.get(id);
  const shown = useMemo(
    () => (seen === undefined ? [] : drawnChannels(seen.maps).slice(0, column.count)),
    [seen, column.count],
  );
  const [first, last] = [partWords(stage.name), partWords(stage.lastName)];
  const name = stage.name === stage.lastName ? first : t`${first} to ${last}`;
  const block = stage.blocks.at(-1) ?? stage.name;
  const tiling = {
    columns: column.columns,
    tile: column.tile,
    gap: columnGaps.tiles,
    mapSize: [shape.height, shape.width],
  } as const;
  const count = shown.length;
  const tilesWidth = sizeOf(tiling, tiling.columns).width;
  return (
    <li className={styles.stage} style={height === null ? {} : { minInlineSize: Math.max(leastStage, tilesWidth) }}>
      <button type="button" className={styles.name} onClick={() => onOpen({ level: 'block', path: block })}>
        {name}
      </button>
      <span className={styles.shape} translate="no">
        {height !== null && tilesWidth < shapeRoom && shape.height === shape.width
          ? `${String(shape.height)}²`
          : `${String(shape.height)} × ${String(shape.width)}`}
      </span>
      <div className={styles.maps} style={height === null ? {} : { blockSize: height }}>
        <MapGrid
          maps={shown}
          tiling={tiling}
          label={t`Maps of ${name}`}
          nameOf={(index) => t`channel ${seen?.maps.channels[index] ?? 0}`}
          chosen={Math.min(chosen, Math.max(0, count - 1))}
          onChoose={setChosen}
          onOpen={() => onOpen({ level: 'block', path: block })}
          leadsTo={stage.blocks}
          point={point}
          onPoint={onPoint}
          flies
        />
      </div>
      <span className={styles.count}>
        <Trans>
          {count} of {exactNumberText(shape.channels, i18n.locale)}
        </Trans>
      </span>
      <ChannelBand nodes={network.graph.nodes} stage={stage} most={most} />
      <Share kind="macs" share={stage.macsShare} most={mostShare} />
      <Share kind="memory" share={stage.memoryShare} most={mostShare} />
      {times === null ? null : <Share kind="time" share={times.shareOf(stage.ids)} most={mostShare} />}
    </li>
  );
}

/** Px: the height of the widest convolution. */
const bandHeight = 56;

type ChannelBandProps = {
  readonly nodes: readonly Node[];
  readonly stage: XrayStage;
  /** The channels of the widest convolution. */
  readonly most: number;
};

/** A bar for each convolution of a stage, as high as it has channels, in the colour of its kind. */
function ChannelBand({ nodes, stage, most }: ChannelBandProps) {
  const convolutions = nodes.filter(({ id, op }) => op.kind === 'conv' && stage.ids.has(id));
  return (
    <span className={styles.width} style={{ blockSize: bandHeight }} aria-hidden="true">
      {convolutions.map((node) => (
        <span
          key={node.id}
          className={toneClass(opTone(node))}
          style={{ blockSize: `${String(Math.max(2, (bandHeight * node.shape.channels) / most))}px` }}
        />
      ))}
    </span>
  );
}

/** The longest bar of a share, px: all bars of the strip are to one scale. */
const longestBar = 28;

type ShareProps = {
  readonly kind: 'macs' | 'memory' | 'time';
  readonly share: number;
  readonly most: number;
};

function Share({ kind, share, most }: ShareProps) {
  const { t, i18n } = useLingui();
  const percent = wholePercentText(share, i18n.locale);
  const labels = {
    macs: t`Multiply-adds ${percent}`,
    memory: t`Memory access ${percent}`,
    time: t`Time ${percent}`,
  };
  return (
    <span className={styles.share} data-kind={kind} aria-label={labels[kind]} role="img">
      <span style={{ inlineSize: `${String(Math.max(2, (longestBar * share) / most))}px` }} />
      <span className={styles.percent}>{percent}</span>
    </span>
  );
}
