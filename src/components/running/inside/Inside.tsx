import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { foldedGraph } from '../../../nets/weights/fold';
import type { Graph } from '../../../nets/graph';
import { channelGroupsOf } from '../../../nets/readings/channelGroups';
import { subgraphOf } from '../../../nets/subgraph';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Select } from '../../ui/Select';
import { BlockDiagram } from '../../explain/diagram/BlockDiagram';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { Runnable } from '../../../lab/networks/runnable';
import { RunErrorMessage } from '../faults/RunErrorMessage';
import { ContactSheetPicture } from './ContactSheetPicture';
import styles from './LookInside.module.css';
import { useFeatureMaps } from './useFeatureMaps';

export type InsideProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly runnable: Runnable;
  /** Whether the picture does not move. */
  readonly isStill: boolean;
};

/** A tensor to choose, the block around it, and its feature maps on the live frame. */
export function Inside({ runnable, ...props }: InsideProps) {
  const graph = useMemo(() => {
    const built = runnable.network.model.build(runnable.network.choice);
    return built.ok ? foldedGraph(built.value) : null;
  }, [runnable]);
  return graph === null ? null : <InsideGraph graph={graph} runnable={runnable} {...props} />;
}

function InsideGraph({ graph, session, status, runnable, isStill }: InsideProps & { readonly graph: Graph }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(null);
  const [colour, setColour] = useState<'grey' | 'groups'>('grey');
  const groups = useMemo(() => channelGroupsOf(graph), [graph]);
  const node = graph.nodes.find(({ id }) => id === chosen) ?? firstInside(graph);
  const { activation, fault } = useFeatureMaps(session, status, node.id, isStill);
  const block = blockOf(graph, node.id);
  const nodeGroups = groups.get(node.id) ?? [];
  const isGrouped = nodeGroups.some((group) => group !== null);
  const [id, channels] = [node.id, node.shape.channels];
  return (
    <div className={styles.inside}>
      <div className={styles.choice}>
        <Select
          label={t`Tensor`}
          options={graph.nodes.map((each) => ({
            value: each.id,
            label: each.id,
            detail: shapeLabel(each.shape),
          }))}
          value={node.id}
          onChange={setChosen}
        />
        {block === null ? null : (
          <BlockDiagram
            graph={block}
            name={`${runnable.network.model.name} ${id}`}
            folded={false}
            selected={id}
            onSelect={setChosen}
          />
        )}
      </div>
      <Figure
        title={t`${id}: ${channels} feature maps`}
        actions={
          isGrouped ? (
            <ChoiceControl
              label={t`Colour`}
              labelled="hidden"
              options={[
                { value: 'grey', label: t`Grey` },
                { value: 'groups', label: t`By group` },
              ]}
              value={colour}
              onChange={setColour}
            />
          ) : undefined
        }
        caption={
          <Trans>
            One small picture for each channel, in the order of the channels, each from its own least to its own
            greatest value; about one look a second, so that the run hardly slows.
          </Trans>
        }
      >
        {activation === null ? (
          <p className={styles.waiting}>
            <Trans>Waiting</Trans>
          </p>
        ) : (
          <ContactSheetPicture
            activation={activation}
            groups={colour === 'groups' && isGrouped ? nodeGroups : null}
            name={t`${id}: ${channels} feature maps`}
          />
        )}
      </Figure>
      {fault === null ? null : <RunErrorMessage error={fault} />}
    </div>
  );
}

function firstInside({ nodes, output }: Graph) {
  return nodes.find(({ op }) => op.kind === 'activation') ?? output;
}

/** The innermost block around a node that can be drawn alone. */
function blockOf(graph: Graph, id: string): Graph | null {
  const path = id.split('.');
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const block = subgraphOf(graph, path.slice(0, depth).join('.'));
    if (block !== undefined && block.nodes.length > 2) return block;
  }
  return null;
}
