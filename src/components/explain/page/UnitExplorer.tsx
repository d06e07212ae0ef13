import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Factor } from '../../../nets/readings/formula';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Switch } from '../../ui/Switch';
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
import { Prose } from './ExplorePage';
import { DataSwitch } from './DataSwitch';
import { Workbench } from './Workbench';

/** A unit of the paper's figure: the value of the knob `figure` that draws it, and what it shows. */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly what?: ReactNode;
  /** The unit with the values of a trained network, which a switch puts in the diagram's place. */
  readonly data?: ReactNode;
};

type UnitExplorerProps<Name extends string> = {
  readonly exploration: Exploration<Name>;
  readonly title: string;
  readonly units: readonly Unit[];
  /** Short name of the chosen unit: it heads a column of the cost table. */
  readonly blockName: string;
  readonly replacedName: string;
  readonly knobs: Readonly<Record<Exclude<Name, 'figure'>, ParameterText>>;
};

/**
 * An explorable whose knob `figure` selects one of the units in a paper's figure: the chosen unit or, to compare them, all,
 * over the knobs, the selected layer's formula and the costs.
 */
export function UnitExplorer<Name extends string>(props: UnitExplorerProps<Name>) {
  const { exploration, title, units, blockName, replacedName, knobs } = props;
  const { block, replaced, values, select, view } = exploration;
  const { traced, trace } = useTrace(`${exploration.selected.id} ${view.figure}`);
  const isAll = view.shown === 'both';
  const chosen = units.filter(({ id }) => id === values['figure']);
  const data = view.withData && !isAll ? chosen[0]?.data : undefined;
  return (
    <>
      <Descriptions units={units} />
      <Workbench
        across={
          <Figure
            title={title}
            actions={<UnitChoice exploration={exploration} units={units} />}
            files={filesOf(exploration)}
            onReset={exploration.reset}
          >
            {data ?? (
              <Gallery exploration={exploration} units={isAll ? units : chosen} isNamed={isAll} traced={traced} />
            )}
          </Figure>
        }
        stage={<KnobControls exploration={exploration} texts={knobs} />}
        side={<ExploredNodePanel exploration={exploration} onTrace={trace} />}
        foot={<CostPanel block={block} replaced={replaced} replacedName={replacedName} />}
      >
        <CostDetails
          block={block}
          blockName={blockName}
          replaced={replaced}
          replacedName={replacedName}
          onSelect={select}
        />
      </Workbench>
    </>
  );
}

/** What each unit of the figure shows, as prose. */
function Descriptions({ units }: { readonly units: readonly Unit[] }) {
  const described = units.filter(({ what }) => what !== undefined);
  if (described.length === 0) return null;
  return (
    <Prose>
      <dl className={styles.descriptions}>
        {described.map(({ id, name, what }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  );
}

type UnitsProps = { readonly exploration: Exploration; readonly units: readonly Unit[] };

function UnitChoice({ exploration, units }: UnitsProps) {
  const { t } = useLingui();
  const { values, view, choose, changeView } = exploration;
  return (
    <>
      <ChoiceControl
        label={t`Unit`}
        labelled="hidden"
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={String(values['figure'])}
        onChange={(figure) => {
          choose({ figure });
        }}
      />
      {view.shown !== 'both' && units.some(({ id, data }) => data !== undefined && id === values['figure']) ? (
        <DataSwitch exploration={exploration} />
      ) : null}
      <Switch
        label={t`Show all`}
        isOn={view.shown === 'both'}
        onChange={(isAll) => {
          changeView({ shown: isAll ? 'both' : 'block' });
        }}
      />
    </>
  );
}

type GalleryProps = UnitsProps & {
  /** Whether each unit has its name, which chooses it. */
  readonly isNamed: boolean;
  readonly traced: Factor | undefined;
};

function Gallery({ exploration, units, isNamed, traced }: GalleryProps) {
  const { explorable, values, selected, choose, select } = exploration;
  const graphs = useMemo(
    () => new Map(units.map(({ id }) => [id, explorable.graph({ ...values, figure: id })])),
    [explorable, values, units],
  );
  return (
    <div className={styles.gallery}>
      {units.map(({ id, name }) => {
        const graph = graphs.get(id);
        const isChosen = values['figure'] === id;
        return (
          <div key={id} className={styles.unit} data-figure={id}>
            {isNamed ? (
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
            ) : null}
            {graph === undefined ? null : (
              <BlockDiagram
                graph={graph}
                name={name}
                comparedWith={[...graphs.values()].filter((other) => other !== graph)}
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
