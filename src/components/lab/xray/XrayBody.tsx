import { Trans } from '@lingui/react/macro';
import { useMemo, useRef, useState } from 'react';
import { classifierHead, classMapOf, type ClassifierHead, type ClassMap } from '../../../nets/arithmetic/classMap';
import type { Graph, Node } from '../../../nets/graph';
import { hasTrait } from '../../../nets/op';
import { blockOf, type XrayPlace } from '../../../lab/xray/place';
import { placeViews } from '../../../lab/xray/placeViews';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import { BlockLevel } from '../../running/xray/BlockLevel';
import { LayerLevel } from '../../running/xray/LayerLevel';
import { NetworkLevel } from '../../running/xray/NetworkLevel';
import { OtherLevel } from '../../running/xray/OtherLevel';
import { PixelLevel } from '../../running/xray/PixelLevel';
import type { SeenMaps, SeenWeights, XrayedNetwork } from '../../running/xray/seen';
import { useSight, type Asked, type Sight } from '../../running/xray/useSight';
import { useOtherGates } from './useOtherGates';
import { useKeptFocus } from './useKeptFocus';
import { WhyLabels } from './WhyLabels';
import { Button } from '../../ui/Button';
import styles from './XrayPage.module.css';

type XrayBodyProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly network: XrayedNetwork;
  readonly place: XrayPlace;
  readonly isStill: boolean;
  readonly onOpen: (place: XrayPlace) => void;
};

/** What a place needs, and nothing else. */
type AskedPlace = Asked & {
  readonly place: XrayPlace;
  /** Its scene and channel. */
  readonly subject: string;
};

/** The level that shows, with the tensors and weights that it needs and no others. */
export function XrayBody({ session, status, network, place, isStill, onOpen }: XrayBodyProps) {
  const [why, setWhy] = useState<number | null>(null);
  const [reached, setReached] = useState<Reached | null>(null);
  const asked = useAsked(network, place, reached, why !== null);
  const { sight, fault, again } = useSight(session, status, asked, isStill);
  const otherGates = useOtherGates(session, status, network.graph, place.level === 'block' ? place.path : null);
  // What the run itself has met is said above.
  const isSaid = (status.engineFault ?? status.sourceFault ?? status.lanes[0]?.fault ?? null) !== null;
  const failed =
    fault === null || isSaid ? null : (
      <RunErrorMessage
        error={fault}
        actions={
          <Button onPress={again}>
            <Trans>Try again</Trans>
          </Button>
        }
      />
    );
  const level = useRef<HTMLDivElement>(null);
  useKeptFocus(level, sight?.asked.scene ?? null, pathsOf(network.graph, sight?.asked.place ?? null));
  return (
    <div ref={level}>
      {failed}
      {sight === null ? (
        failed === null && !isSaid ? (
          <Waiting />
        ) : null
      ) : (
        <Level
          {...{ network, place, asked, sight, why, onWhy: setWhy, onOpen, otherGates }}
          onReach={(row, column) => setReached({ subject: asked.subject, row, column })}
        />
      )}
    </div>
  );
}

/** The layer and the block that a place is in. */
function pathsOf(graph: Graph, place: XrayPlace | null): readonly string[] {
  if (place === null || place.level === 'network') return [];
  if (place.level === 'block') return [place.path];
  const block = blockOf(graph, place.id);
  return block === null ? [place.id] : [place.id, block];
}

/** Where the kernel has slid to from a place of the address, when what had been read no longer went that far. */
type Reached = { readonly subject: string; readonly row: number; readonly column: number };

type LevelProps = Pick<XrayBodyProps, 'network' | 'place' | 'onOpen'> & {
  readonly asked: AskedPlace;
  readonly sight: Sight<AskedPlace>;
  readonly otherGates: ReturnType<typeof useOtherGates>;
  readonly why: number | null;
  readonly onWhy: (output: number | null) => void;
  /** Asks for what lies around another place of the kernel. */
  readonly onReach: (row: number, column: number) => void;
};

/** The level of what was seen last, which may be that of the place before. */
function Level({ network, place, asked, sight, why, onWhy, onOpen, onReach, otherGates }: LevelProps) {
  const { graph } = network;
  const head = useMemo(() => classifierHead(graph), [graph]);
  const { maps, weights } = sight;
  const level = { network, maps, onOpen };
  const shown = sight.asked.place;
  if (shown.level === 'network') {
    const classMap = why === null || head === undefined ? null : explained(head, maps, weights, why);
    return (
      <NetworkLevel {...level} classMap={classMap}>
        <WhyLabels
          network={network}
          logits={maps.get(graph.output.id)?.exact?.values ?? null}
          why={why}
          classMap={classMap}
          onWhy={onWhy}
          hasMap={head !== undefined}
        />
      </NetworkLevel>
    );
  }
  if (shown.level === 'block')
    return <BlockLevel key={shown.path} {...level} path={shown.path} otherGates={otherGates} />;
  const node = graph.nodes.find(({ id }) => id === shown.id);
  // The kernel slides within what was read, and a little ahead of it.
  const isLeft = asked.subject !== sight.asked.subject;
  const current = place.level === 'pixel' && !isLeft ? place : shown;
  // The choice of a channel goes on while its maps are awaited.
  const wanted = place.level === 'layer' && place.id === shown.id ? place.channel : shown.channel;
  return node === undefined ? (
    <Waiting />
  ) : (
    <Inner
      {...level}
      {...{ node, weights, wanted, isLeft, onReach }}
      place={current}
      isAwaited={asked !== sight.asked}
    />
  );
}

/** The same object until the place needs something else to be read: a kernel that slides within what was read does not. */
function useAsked(
  { graph, cost }: XrayedNetwork,
  place: XrayPlace,
  reached: Reached | null,
  isExplained: boolean,
): AskedPlace {
  const { level } = place;
  const path = level === 'network' ? '' : level === 'block' ? place.path : place.id;
  const channel = level === 'layer' || level === 'pixel' ? place.channel : 0;
  const scene = `${level} ${path}`;
  const subject = `${scene} ${String(channel)}`;
  const { row, column } = useReadPlace(subject, place, reached);
  return useMemo(() => {
    const at = placeWith(level, path, channel, row, column);
    // A layer is taken apart where the engine is; the products of one value are computed here.
    const node = level === 'pixel' ? graph.nodes.find(({ id }) => id === path) : undefined;
    const behind = level === 'network' && isExplained ? (classifierHead(graph)?.behind ?? []) : [];
    const weighted = [...(node === undefined ? [] : [node]), ...behind].filter(({ op }) =>
      hasTrait(op, 'isWeightLayer'),
    );
    return {
      ...{ place: at, scene, subject },
      views: placeViews({ graph, cost }, at, isExplained),
      weightIds: weighted.map(({ id }) => id),
    };
  }, [graph, cost, level, path, channel, row, column, scene, subject, isExplained]);
}

/** Around which value of a map is read: the one that the subject opened on, until the kernel reaches the end of that. */
function useReadPlace(
  subject: string,
  place: XrayPlace,
  reached: Reached | null,
): { readonly row: number; readonly column: number } {
  const [opened, setOpened] = useState({ subject, ...startOf(place) });
  if (opened.subject !== subject) setOpened({ subject, ...startOf(place) });
  const own = opened.subject === subject ? opened : startOf(place);
  return reached?.subject === subject ? reached : own;
}

function startOf(place: XrayPlace): { readonly row: number; readonly column: number } {
  return place.level === 'pixel' ? { row: place.row, column: place.column } : { row: 0, column: 0 };
}

function placeWith(level: XrayPlace['level'], path: string, channel: number, row: number, column: number): XrayPlace {
  switch (level) {
    case 'network':
      return { level };
    case 'block':
      return { level, path };
    case 'layer':
      return { level, id: path, channel };
    case 'pixel':
      return { level, id: path, channel, row, column };
  }
}

/** The class map of an output, once all that it needs was read. */
function explained(head: ClassifierHead, maps: SeenMaps, weights: SeenWeights, output: number): ClassMap | null {
  const exact = new Map(
    [...maps].flatMap(([id, { exact: values }]) => (values === null ? [] : [[id, values] as const])),
  );
  const isThere =
    exact.has(head.maps.id) &&
    head.behind.every(
      ({ id, op, inputs }) =>
        (!hasTrait(op, 'isWeightLayer') || weights.has(id)) &&
        (op.kind !== 'activation' || inputs.every((input) => exact.has(input.id))),
    );
  return isThere ? classMapOf(head, exact, weights, output) : null;
}

type InnerProps = {
  readonly network: XrayedNetwork;
  readonly maps: SeenMaps;
  readonly onOpen: (place: XrayPlace) => void;
  readonly node: Node;
  readonly place: XrayPlace & { readonly level: 'layer' | 'pixel' };
  readonly weights: SeenWeights;
  /** The channel that is chosen, which may not be here yet. */
  readonly wanted: number;
  /** Whether more is being read than is here. */
  readonly isAwaited: boolean;
  /** Whether that is for another value or level. */
  readonly isLeft: boolean;
  readonly onReach: (row: number, column: number) => void;
};

function Inner({ node, place, weights, wanted, isAwaited, isLeft, onReach, ...level }: InnerProps) {
  const { op } = node;
  if (!hasTrait(op, 'isWeightLayer')) {
    const { height, width } = node.shape;
    const start =
      place.level === 'pixel' ? { down: (place.row + 0.5) / height, across: (place.column + 0.5) / width } : null;
    return <OtherLevel key={node.id} {...level} node={node} channel={place.channel} start={start} />;
  }
  return place.level === 'layer' ? (
    <LayerLevel {...level} {...{ node, op, wanted }} />
  ) : (
    <PixelLevel
      {...level}
      {...{ node, op, weights, isAwaited, isLeft, onReach }}
      {...{ channel: place.channel, row: place.row, column: place.column }}
    />
  );
}

function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      <Trans>Waiting for the network</Trans>
    </p>
  );
}
