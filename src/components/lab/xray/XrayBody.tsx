import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { classifierHead, classMapOf } from '../../../nets/arithmetic/classMap';
import { inputOf, type Node } from '../../../nets/graph';
import { hasTrait } from '../../../nets/op';
import { nodesOfBlock, type XrayPlace } from '../../../lab/xray/place';
import { stagesOf } from '../../../lab/xray/stages';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import { useFeatureMaps } from '../../running/inside/useFeatureMaps';
import { BlockLevel } from '../../running/xray/BlockLevel';
import { LayerLevel } from '../../running/xray/LayerLevel';
import { NetworkLevel } from '../../running/xray/NetworkLevel';
import { OtherLevel } from '../../running/xray/OtherLevel';
import { PixelLevel } from '../../running/xray/PixelLevel';
import type { SeenMaps, SeenWeights, XrayedNetwork } from '../../running/xray/seen';
import { useLayerWeights } from '../../running/xray/useLayerWeights';
import { WhyLabels } from './WhyLabels';
import styles from './XrayPage.module.css';

type XrayBodyProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly network: XrayedNetwork;
  readonly place: XrayPlace;
  readonly isStill: boolean;
  readonly onOpen: (place: XrayPlace) => void;
};

/** The level that shows, with the tensors and weights that it needs and no others. */
export function XrayBody({ session, status, network, place, isStill, onOpen }: XrayBodyProps) {
  const [why, setWhy] = useState<number | null>(null);
  const { graph } = network;
  const placeKey = place.level === 'network' ? '' : place.level === 'block' ? place.path : place.id;
  const ids = useMemo(() => tensorsFor(network, place.level, placeKey), [network, place.level, placeKey]);
  const head = useMemo(() => classifierHead(graph), [graph]);
  const weightIds = useMemo(() => {
    if (place.level === 'network') {
      return why === null
        ? []
        : (head?.behind ?? []).filter(({ op }) => hasTrait(op, 'isWeightLayer')).map(({ id }) => id);
    }
    return place.level === 'block' ? [] : [placeKey];
  }, [place.level, placeKey, why, head]);
  const { activations, fault } = useFeatureMaps(session, status, ids, isStill, 'main');
  const { weights, fault: weightsFault } = useLayerWeights(session, status, weightIds);
  const maps: SeenMaps | null = useMemo(
    () => (activations.length === 0 ? null : new Map(activations.map((seen) => [seen.id, seen]))),
    [activations],
  );
  const failed = fault ?? weightsFault;
  if (failed !== null) return <RunErrorMessage error={failed} />;
  if (maps === null) return <Waiting />;
  const level = { network, maps, onOpen };
  if (place.level === 'network') {
    const classMap =
      why === null || head === undefined || weights === null || !weightIds.every((id) => weights.has(id))
        ? null
        : classMapOf(head, maps, weights, why);
    return (
      <NetworkLevel {...level} classMap={classMap}>
        <WhyLabels
          network={network}
          logits={maps.get(graph.output.id)?.values ?? null}
          why={why}
          classMap={classMap}
          onWhy={setWhy}
          hasMap={head !== undefined}
        />
      </NetworkLevel>
    );
  }
  if (place.level === 'block') return <BlockLevel key={place.path} {...level} path={place.path} />;
  const node = graph.nodes.find(({ id }) => id === place.id);
  return node === undefined || weights === null ? (
    <Waiting />
  ) : (
    <Inner {...level} node={node} place={place} weights={weights} />
  );
}

type InnerProps = {
  readonly network: XrayedNetwork;
  readonly maps: SeenMaps;
  readonly onOpen: (place: XrayPlace) => void;
  readonly node: Node;
  readonly place: XrayPlace & { readonly level: 'layer' | 'pixel' };
  readonly weights: SeenWeights;
};

function Inner({ node, place, weights, ...level }: InnerProps) {
  const { op } = node;
  if (!hasTrait(op, 'isWeightLayer')) {
    const { height, width } = node.shape;
    const start =
      place.level === 'pixel' ? { down: (place.row + 0.5) / height, across: (place.column + 0.5) / width } : null;
    return <OtherLevel key={node.id} {...level} node={node} channel={place.channel} start={start} />;
  }
  const layer = { ...level, node, op, weights, channel: place.channel };
  return place.level === 'layer' ? (
    <LayerLevel {...layer} />
  ) : (
    <PixelLevel {...layer} row={place.row} column={place.column} />
  );
}

/** The tensors that a level shows. */
function tensorsFor(network: XrayedNetwork, level: XrayPlace['level'], key: string): readonly string[] {
  const { graph, cost } = network;
  if (level === 'network') {
    const head = classifierHead(graph);
    const behind = (head?.behind ?? []).filter(({ op }) => op.kind === 'activation').map((node) => inputOf(node).id);
    const shown = stagesOf(graph, cost).map(({ maps }) => maps.id);
    return [
      ...new Set([graph.input.id, ...shown, ...(head === undefined ? [] : [head.maps.id]), ...behind, graph.output.id]),
    ];
  }
  if (level === 'block') {
    const { inputs, nodes } = nodesOfBlock(graph, key);
    return [...inputs, ...nodes].map(({ id }) => id);
  }
  const node = graph.nodes.find(({ id }) => id === key);
  return node === undefined ? [] : [...node.inputs.map(({ id }) => id), node.id];
}

function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      <Trans>Waiting for the network</Trans>
    </p>
  );
}
