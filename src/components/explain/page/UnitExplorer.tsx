import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Factor } from '../../../nets/readings/formula';
import { Button } from '../../ui/Button';
import { Figure } from '../../ui/Figure';
import { BlockDiagram } from '../diagram/BlockDiagram';
import { CostDetails } from '../cost/CostDetails';
import { CostPanel } from '../cost/CostPanel';
import { filesOf } from '../exploration/filesOf';
import { KnobControls } from '../exploration/KnobControls';
import type { ParameterText } from '../exploration/ParameterControl';
import { ExploredNodePanel } from '../cost/NodePanel';
import styles from './UnitExplorer.module.css';
import type { Exploration } from '../exploration/useExploration';
import { useTrace } from '../cost/useTrace';

/** A unit of the paper's figure: the value of the knob `figure` that draws it, and what it shows. */
export type Unit = { readonly id: string; readonly name: string; readonly what?: ReactNode };

type UnitExplorerProps<Name extends string> = {
  readonly exploration: Exploration<Name>;
  readonly title: string;
  readonly units: readonly Unit[];
  /** Short name of the chosen unit: it heads a column of the cost table. */
  readonly blockName: string;
  readonly replacedName: string;
  readonly knobs: Readonly<Record<Name, ParameterText>>;
};

/**
 * An explorable whose knob `figure` selects one of the units in a paper's figure: all units side by side, and below them the
 * knobs, the selected layer's formula and the costs.
 */
export function UnitExplorer<Name extends string>({
  exploration,
  title,
  units,
  blockName,
  replacedName,
  knobs,
}: UnitExplorerProps<Name>) {
  const { block, replaced, selected, select, view } = exploration;
  const { traced, trace } = useTrace(`${selected.id} ${view.figure}`);
  return (
    <div className={styles.card} data-workbench>
      <Figure title={title} files={filesOf(exploration)} onReset={exploration.reset}>
        <Gallery exploration={exploration} units={units} traced={traced} />
      </Figure>
      <KnobControls exploration={exploration} texts={knobs} />
      <ExploredNodePanel exploration={exploration} onTrace={trace} />
      <div className={styles.foot}>
        <CostPanel block={block} replaced={replaced} replacedName={replacedName} />
      </div>
      <CostDetails
        block={block}
        blockName={blockName}
        replaced={replaced}
        replacedName={replacedName}
        onSelect={select}
      />
    </div>
  );
}

type GalleryProps = {
  readonly exploration: Exploration;
  readonly units: readonly Unit[];
  readonly traced: Factor | undefined;
};

function Gallery({ exploration, units, traced }: GalleryProps) {
  const { explorable, values, selected, choose, select } = exploration;
  const graphs = useMemo(
    () => new Map(units.map(({ id }) => [id, explorable.graph({ ...values, figure: id })])),
    [explorable, values, units],
  );
  return (
    <div className={styles.gallery}>
      {units.map(({ id, name, what }) => {
        const graph = graphs.get(id);
        const isChosen = values['figure'] === id;
        return (
          <div key={id} className={styles.unit} data-figure={id} data-chosen={isChosen}>
            <div>
              <Button
                look="quiet"
                isPressed={isChosen}
                onPress={() => {
                  choose({ figure: id });
                }}
              >
                {name}
              </Button>
            </div>
            {what === undefined ? null : <p className={styles.what}>{what}</p>}
            {graph === undefined ? null : (
              <BlockDiagram
                graph={graph}
                name={name}
                {...(isChosen ? { selected: selected.id, traced } : {})}
                onSelect={(nodeId) => {
                  choose({ figure: id });
                  select(nodeId);
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
