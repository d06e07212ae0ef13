import { Trans, useLingui } from '@lingui/react/macro';
import type { Node } from '../../../nets/graph';
import { consumersOf, valueAt } from '../../../nets/graph';
import { hasTrait } from '../../../nets/op';
import type { Factor, Figure } from '../../../nets/readings/formula';
import { formulasOf } from '../../../nets/readings/formula';
import { Bar } from '../../ui/Bar';
import { Fold } from '../../ui/Fold';
import { numberFormat, wholePercentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Tabs } from '../../ui/Tabs';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { FigureFormula } from './FigureFormula';
import styles from './NodePanel.module.css';
import { useOpWords } from '../diagram/opWords';
import { opTone } from '../diagram/opTone';
import { toneClass } from '../../ui/tone';
import type { Counted } from '../../../nets/readings/cost';
import type { Exploration } from '../exploration/useExploration';
import { useMemo } from 'react';

type NodePanelProps = {
  readonly block: Counted;
  readonly node: Node;
  /** The figure whose formula is shown. */
  readonly figure: Figure;
  readonly onFigure: (figure: Figure) => void;
  /** Called with the chosen number of the formula; with undefined when none is chosen any more. */
  readonly onTrace?: (factor: Factor | undefined) => void;
};

type ExploredNodePanelProps = {
  readonly exploration: Exploration;
  /** Shown instead of the selected node. */
  readonly node?: Node;
  readonly onTrace?: (factor: Factor | undefined) => void;
};

/** The panel of an exploration's selected node. The exploration also holds the chosen figure. */
export function ExploredNodePanel({ exploration, node, onTrace }: ExploredNodePanelProps) {
  const { block, selected, view, changeView } = exploration;
  return (
    <NodePanel
      block={block}
      node={node ?? selected}
      figure={view.figure}
      onFigure={(figure) => {
        changeView({ figure });
      }}
      {...(onTrace && { onTrace })}
    />
  );
}

/** The chosen node: its op, its cost, its share of the total, and the formula of the chosen figure. */
export function NodePanel({ block, node, figure, onFigure, onTrace }: NodePanelProps) {
  const { i18n, t } = useLingui();
  const { longName } = useOpWords()(node);
  const formulas = useMemo(() => valueAt(formulasOf(block.graph), node.id), [block.graph, node.id]);
  const names: Readonly<Record<Figure, string>> = {
    params: t`Params`,
    macs: t`MACs`,
    memoryAccess: t`Memory access`,
  };
  const tex: Readonly<Record<Figure, string>> = {
    params: '\\text{params}',
    macs: '\\text{MACs}',
    memoryAccess: '\\text{elements}',
  };
  const figures = ['params', 'macs', 'memoryAccess'] as const;
  return (
    <div role="group" className={styles.panel} data-node-panel aria-label={t`Selected layer`}>
      <header className={`${styles.head} ${toneClass(opTone(node))}`}>
        <h3 className={styles.name}>{longName}</h3>
        <p className={styles.shapes}>
          {node.inputs.map((input) => shapeLabel(input.shape)).join(' , ')} → {shapeLabel(node.shape)}
        </p>
      </header>
      <Tabs
        label={t`Costs of the selected layer`}
        selected={figure}
        onSelect={onFigure}
        tabs={figures.map((id) => ({
          id,
          label: (
            <span className={styles.figure}>
              <span className={styles.figureName}>{names[id]}</span>{' '}
              <span className={styles.figureValue}>
                <Quantity value={formulas[id].value} stops="plain" />
              </span>
              <Share part={formulas[id].value} whole={block.cost[id]} />
            </span>
          ),
          content: (
            <FigureFormula
              key={node.id}
              formula={formulas[id]}
              nameTex={tex[id]}
              {...(onTrace === undefined ? {} : { onTrace })}
            >
              <FollowUps block={block} node={node} locale={i18n.locale} />
            </FigureFormula>
          ),
        }))}
      />
    </div>
  );
}

function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { i18n, t } = useLingui();
  const share = whole === 0 ? 0 : part / whole;
  const percent = wholePercentText(share, i18n.locale);
  return (
    <>
      <span className={styles.share} title={t`${percent} of all`}>
        {percent}
      </span>
      <Bar fraction={share} className={styles.bar} />
    </>
  );
}

/** The norms and activations after the node, whose costs the diagram folds into its box. */
function FollowUps({ block, node, locale }: { readonly block: Counted; readonly node: Node; readonly locale: string }) {
  const wordsOf = useOpWords();
  const followers = followersOf(block, node);
  if (followers.length === 0) return null;
  const number = numberFormat(locale);
  const names = new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' }).format(
    followers.map((layer) => wordsOf(layer.node).name),
  );
  return (
    <Fold className={styles.fold} summary={<Trans>Followed by {names}</Trans>}>
      <ul className={styles.followers}>
        {followers.map((layer) => {
          const { longName } = wordsOf(layer.node);
          const params = number.format(layer.params);
          const moved = number.format(layer.memoryAccess);
          return (
            <li key={layer.node.id}>
              {layer.params > 0 ? (
                <Trans>
                  Followed by {longName}: {params} params, folded into the convolution at run time, so no memory access
                  of its own.
                </Trans>
              ) : (
                <Trans>
                  Followed by {longName}: 0 MACs, {moved} elements moved.
                </Trans>
              )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

function followersOf({ graph, cost }: Counted, node: Node) {
  const consumers = consumersOf(graph);
  const followers: Node[] = [];
  for (let last = node; ;) {
    const [next, ...others] = consumers.get(last.id) ?? [];
    if (next === undefined || others.length > 0 || !hasTrait(next.op, 'isEpilogue')) break;
    followers.push(next);
    last = next;
  }
  return cost.layers.filter((layer) => followers.includes(layer.node));
}
