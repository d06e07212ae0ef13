import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Node } from '../../../nets/graph';
import { channelGroupsOf } from '../../../nets/readings/channelGroups';
import { nodesOfBlock } from '../../../lab/xray/place';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import { textWidth } from '../../../viz/charts/textWidth';
import { blockLayout, blockSizes, leastWidth, type BlockCard } from '../../../viz/maps/blockLayout';
import { opTone } from '../../explain/diagram/opTone';
import { useOpWords } from '../../explain/diagram/opWords';
import { shortNumberText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { toneClass } from '../../ui/tone';
import styles from './BlockLevel.module.css';
import { Links, LitWires, OpChips, wiringOf, type LitChannel } from './BlockWires';
import { drawnChannels } from './drawnChannels';
import { sharedLimits, type SharedLimits } from './sharedLimits';
import { gatesOf } from '../../../lab/xray/gates';
import { GateTable } from './GateTable';
import { groupHueOf, groupHues } from './groupHue';
import type { DrawnMap } from './drawMaps';
import { MapGrid, type Point } from './MapGrid';
import type { LevelProps } from './seen';
import { useWindowHeight } from './useWindowHeight';
import { VectorBars } from './VectorBars';
import { ZeroShares } from './ZeroShares';

type BlockLevelProps = LevelProps & {
  readonly path: string;
  /** The gates of the block on another photo, by the id of their tensor. */
  readonly otherGates?: ReadonlyMap<string, ArrayLike<number>> | null;
};

/** A block from left to right: every channel of every tensor in it, in order, with what is computed between them. */
export function BlockLevel({ network, maps, onOpen, path, otherGates = null }: BlockLevelProps) {
  const { t } = useLingui();
  const { inputs, nodes } = useMemo(() => nodesOfBlock(network.graph, path), [network, path]);
  const groups = useMemo(() => channelGroupsOf(network.graph), [network]);
  const gate = gatesOf(nodes)[0];
  const gates = gate === undefined ? undefined : maps.get(gate.id);
  return (
    <div className={styles.level} role="group" aria-label={t`The tensors of the block`}>
      <GroupLegend nodes={nodes} groups={groups} maps={maps} />
      <Sized>
        {(widthPx) => <Tensors {...{ network, maps, onOpen, otherGates, inputs, nodes, groups, widthPx }} />}
      </Sized>
      {gates === undefined ? null : <GateTable gates={gates.numbers.mean} others={otherGates?.get(gates.id) ?? null} />}
    </div>
  );
}

type TensorsProps = LevelProps &
  ReturnType<typeof nodesOfBlock> &
  Pick<Required<BlockLevelProps>, 'otherGates'> & {
    readonly groups: ReadonlyMap<string, readonly (number | null)[]>;
    readonly widthPx: number;
  };

/** The tensors with their wires. Pointing draws only the marks again. */
function Tensors({ network, maps, onOpen, otherGates, inputs, nodes, groups, widthPx }: TensorsProps) {
  const [point, setPoint] = useState<Point | null>(null);
  const [lit, setLit] = useState<LitChannel | null>(null);
  const maxHeight = useWindowHeight() - aboveBlock;
  const opWords = useOpWords();
  // As one text, which stays the same: a new layout draws every map again.
  const names = [...inputs, ...nodes].map((node) => opWords(node).name).join('\n');
  const layout = useMemo(() => {
    const tensors = [...inputs, ...nodes].map(tensorOf(inputs, names.split('\n')));
    return blockLayout(tensors, widthPx - besideLast(nodes), maxHeight);
  }, [inputs, nodes, names, widthPx, maxHeight]);
  const limits = useMemo(() => sharedLimits(nodes, maps), [nodes, maps]);
  const byId = useMemo(() => new Map([...inputs, ...nodes].map((node) => [node.id, node])), [inputs, nodes]);
  return (
    <div className={styles.area} style={{ inlineSize: layout.width + besideLast(nodes), blockSize: layout.height }}>
      <Links {...{ layout, byId }} />
      <LitWires {...{ layout, byId, lit }} />
      <OpChips {...{ layout, byId }} />
      {layout.cards.map((card) => {
        const node = byId.get(card.id);
        const seen = maps.get(card.id);
        return node === undefined ? null : (
          <Tensor
            key={card.id}
            {...{ card, node, network, onOpen, point }}
            tile={layout.tile}
            seen={seen}
            groups={groups.get(node.id) ?? noGroups}
            limits={limits.get(node.id)}
            others={otherGates?.get(node.id) ?? null}
            isInput={inputs.includes(node)}
            isLast={node === nodes.at(-1)}
            isNamed={layout.links.every(({ to, chip }) => to !== card.id || chip === null)}
            onPoint={setPoint}
            onLight={(channel) => setLit(channel === null ? null : { id: card.id, channel })}
          />
        );
      })}
    </div>
  );
}

/** What the words of the last column need beyond its maps, px: it is kept free beside it. */
function besideLast(nodes: readonly Node[]): number {
  return Math.max(0, blockSizes.lastWords - leastWidth(nodes.at(-1)?.shape.channels ?? 0));
}

/** Px of the page over a block. */
const aboveBlock = 258;

const noGroups: readonly (number | null)[] = [];

function tensorOf(inputs: readonly Node[], names: readonly string[]) {
  return (node: Node, at: number) => ({
    id: node.id,
    reads: inputs.includes(node) ? [] : node.inputs.map(({ id }) => id),
    channels: node.shape.channels,
    wiring: wiringOf(node),
    side: node.shape.width,
    wordWidth: Math.max(...(names[at] ?? '').split(' ').map(chipWidth)),
  });
}

/** What a word takes on the wires with the edges of its chip, px. */
function chipWidth(word: string): number {
  return textWidth(word, 15) + 18;
}

type GroupLegendProps = {
  readonly nodes: readonly Node[];
  readonly groups: ReadonlyMap<string, readonly (number | null)[]>;
  readonly maps: LevelProps['maps'];
};

/** Which hue is which group of channels, where maps wear them. */
function GroupLegend({ nodes, groups, maps }: GroupLegendProps) {
  const coloured = nodes.flatMap(({ id }) => {
    const [seen, own] = [maps.get(id), groups.get(id) ?? []];
    const hueOf = seen === undefined ? () => undefined : groupHueOf(seen, own);
    return own.some((_, channel) => hueOf(channel) !== undefined) ? own : [];
  });
  const worn = new Set(coloured.filter((group) => group !== null));
  if (worn.size < 2) return null;
  return (
    <ul className={styles.groups}>
      {[...worn]
        .sort((a, b) => a - b)
        .map((group) => (
          <li key={group} data-hue={group % groupHues.length}>
            <Trans>group {group + 1}</Trans>
          </li>
        ))}
      {coloured.includes(null) ? (
        <li data-hue="none">
          <Trans>of several groups, or of none</Trans>
        </li>
      ) : null}
    </ul>
  );
}

type TensorProps = Pick<LevelProps, 'network' | 'onOpen'> & {
  readonly card: BlockCard;
  readonly node: Node;
  readonly tile: number;
  readonly seen: SeenTensor | undefined;
  readonly limits: SharedLimits | undefined;
  /** The values of a vector on another photo. */
  readonly others: ArrayLike<number> | null;
  /** The group of each channel. */
  readonly groups: readonly (number | null)[];
  readonly isInput: boolean;
  readonly isLast: boolean;
  readonly point: Point | null;
  /** Whether the name of what is computed stands over its maps, and not on the wires. */
  readonly isNamed: boolean;
  readonly onPoint: (point: Point | null) => void;
  /** Which channel is pointed at or chosen by keyboard. */
  readonly onLight: (channel: number | null) => void;
};

function Tensor({
  card,
  node,
  network,
  onOpen,
  tile,
  seen,
  groups,
  limits,
  others,
  isInput,
  isLast,
  isNamed,
  point,
  onPoint,
  onLight,
}: TensorProps) {
  const { t, i18n } = useLingui();
  const words = useOpWords()(node);
  const [chosen, setChosen] = useState(0);
  const { height, width, channels } = node.shape;
  const macs = network.cost.layers.find((layer) => layer.node.id === node.id)?.macs ?? 0;
  const shown = useMemo(() => (seen === undefined ? [] : drawn(seen, groups, limits)), [seen, groups, limits]);
  const isMap = height * width > 1;
  const open = (channel: number): void => {
    if (isInput && node.op.kind === 'input') return;
    onOpen({ level: 'layer', id: node.id, channel });
  };
  return (
    <div
      className={styles.tensor}
      style={{ insetInlineStart: card.x, insetBlockStart: card.y }}
      onFocus={() => onLight(chosen)}
      onBlur={() => onLight(null)}
    >
      <p className={styles.head} style={{ blockSize: blockSizes.head }}>
        {isInput ? (
          <strong>{t`in`}</strong>
        ) : isNamed ? (
          <strong className={toneClass(opTone(node))} style={{ maxInlineSize: card.room }}>
            {words.name}
          </strong>
        ) : null}
        <span translate="no">
          {isMap ? `${String(height)}×${String(width)}×` : ''}
          <b>{channels}</b>
        </span>
      </p>
      {seen === undefined ? null : isMap ? (
        <MapGrid
          maps={shown}
          tiling={{ columns: card.columns, tile, gap: blockSizes.gap, mapSize: [height, width] }}
          label={t`${words.longName}: ${channels} maps`}
          nameOf={(index) => t`channel ${index}`}
          chosen={chosen}
          onChoose={(index) => {
            setChosen(index);
            onLight(index);
          }}
          onOpen={open}
          leadsTo={isInput ? undefined : [node.id]}
          point={tile < 16 ? null : point}
          onPoint={(at, index) => {
            onPoint(at);
            onLight(index);
          }}
          flies={node.op.kind !== 'input'}
          isGoal={isLast}
        />
      ) : (
        <VectorBars
          values={seen.numbers.mean}
          others={others}
          width={card.width}
          height={card.height - blockSizes.head}
          columns={card.columns}
          label={t`${words.longName}: ${channels} values`}
          onOpen={open}
          leadsTo={isInput ? null : node.id}
        />
      )}
      <div className={styles.foot} style={{ inlineSize: card.room }}>
        {macs > 0 && !isInput ? (
          <span>
            <Trans>{shortNumberText(macs, i18n.locale)} MACs</Trans>
          </span>
        ) : null}
        {seen !== undefined && node.op.kind === 'activation' ? <ZeroShares seen={seen} width={card.width} /> : null}
      </div>
    </div>
  );
}

/** All channels; in the colours of their groups where no value is negative. */
function drawn(
  seen: SeenTensor,
  groups: readonly (number | null)[],
  limits: SharedLimits | undefined,
): readonly DrawnMap[] {
  return drawnChannels(seen.maps, groupHueOf(seen, groups), (channel) => limits?.[channel]);
}
