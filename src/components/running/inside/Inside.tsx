import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { foldedGraph } from '../../../nets/weights/fold';
import type { Graph } from '../../../nets/graph';
import { partsOf } from '../../../nets/readings/parts';
import { subgraphOf } from '../../../nets/subgraph';
import { Figure } from '../../ui/Figure';
import { BlockDiagram } from '../../explain/diagram/BlockDiagram';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import type { Runnable } from '../../../lab/networks/runnable';
import { RunErrorMessage } from '../faults/RunErrorMessage';
import styles from './LookInside.module.css';
import { MapsFigure, Waiting } from './MapsFigure';
import { OutputBars } from './OutputBars';
import { TensorList } from './TensorList';
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
  const parts = useMemo(() => partsOf(graph), [graph]);
  const node = graph.nodes.find(({ id }) => id === chosen) ?? firstInside(graph);
  const views = useMemo(() => [{ id: node.id, maps: { pick: 'all' as const }, side: 64, exact: null }], [node.id]);
  const { tensors, fault } = useFeatureMaps(session, status, views, isStill, 'main');
  const tensor = tensors.get(node.id) ?? null;
  const block = blockOf(graph, node.id);
  const { id } = node;
  return (
    <div className={styles.inside}>
      <TensorList parts={parts} chosen={id} onChoose={setChosen} />
      {node === graph.output ? (
        <Figure
          title={t`${id}: the most likely outputs`}
          caption={
            <Trans>
              The network’s output: the logits on the right, and in the bars their softmax over all classes.
            </Trans>
          }
        >
          {tensor?.exact == null ? (
            <Waiting />
          ) : (
            <OutputBars
              logits={tensor.exact.values}
              labels={status.lanes[0]?.report?.labels ?? null}
              name={t`${id}: the most likely outputs`}
            />
          )}
        </Figure>
      ) : (
        <MapsFigure key={id} graph={graph} node={node} tensor={tensor} />
      )}
      {fault === null ? null : <RunErrorMessage error={fault} />}
      {block === null ? null : (
        <div className={styles.diagram}>
          <BlockDiagram
            graph={block}
            name={`${runnable.network.model.name} ${id}`}
            folded={false}
            selected={id}
            onSelect={setChosen}
          />
        </div>
      )}
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
