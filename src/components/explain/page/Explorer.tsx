import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Graph } from '../../../nets/graph';
import { hasTrait } from '../../../nets/op';
import type { Factor } from '../../../nets/readings/formula';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Fold } from '../../ui/Fold';
import { Switch } from '../../ui/Switch';
import { BlockDiagram } from '../diagram/BlockDiagram';
import { CostDetails } from '../cost/CostDetails';
import { CostPanel } from '../cost/CostPanel';
import { DataSwitch } from './DataSwitch';
import styles from './Explorer.module.css';
import { filesOf } from '../exploration/filesOf';
import { KnobControls } from '../exploration/KnobControls';
import type { ParameterText } from '../exploration/ParameterControl';
import { ExploredNodePanel } from '../cost/NodePanel';
import { Workbench } from './Workbench';
import { useTrace } from '../cost/useTrace';
import type { Exploration, Shown } from '../exploration/useExploration';

type ExplorerProps<Name extends string> = {
  readonly exploration: Exploration<Name>;
  /** Title of the picture. */
  readonly title: string;
  /** Short name of the block: it heads a column of the cost table. */
  readonly blockName: string;
  readonly replacedName?: string;
  readonly knobs: Readonly<Record<Name, ParameterText>>;
  /** The page's own picture, above the diagram of the block and saved with it. */
  readonly picture?: ReactNode;
  /** The block with the values of a trained network, which a switch puts in the diagram's place. */
  readonly data?: ReactNode;
  /** What the picture shows. */
  readonly caption?: ReactNode;
  /** Whether the diagram is tall and narrow, so that it stands beside the knobs as a page's own picture does. */
  readonly isTall?: boolean;
  /** Whether the picture already shows every layer, so that the diagram of the block opens on demand. */
  readonly isDiagramFolded?: boolean;
  /** What the picture comes to besides its costs: numbers of the page's own, below it. */
  readonly readouts?: ReactNode;
  /** More controls under the knobs. */
  readonly children?: ReactNode;
};

/**
 * The workbench of an explorable: the live diagram over its knobs, the selected layer's formula and the costs against those
 * of what it replaces, or beside knobs and formula where the page has its own picture; on demand all figures and how they
 * are counted.
 */
export function Explorer<Name extends string>(props: ExplorerProps<Name>) {
  const {
    exploration,
    title,
    blockName,
    replacedName = '',
    knobs,
    picture,
    data,
    caption,
    isTall,
    readouts,
    children,
  } = props;
  const isBeside = picture !== undefined || isTall === true;
  const { block, replaced, selected, view } = exploration;
  const { traced, trace } = useTrace(`${selected.id} ${view.figure}`);
  const figure = (
    <Figure
      title={title}
      actions={<PictureActions {...props} />}
      files={filesOf(exploration)}
      onReset={exploration.reset}
    >
      <div className={styles.pictures}>
        {picture}
        {data !== undefined && view.withData ? data : <FoldedDiagrams {...props} traced={traced} />}
      </div>
    </Figure>
  );
  const controls = <KnobControls exploration={exploration} texts={knobs} />;
  const numbers =
    readouts === undefined ? null : (
      <div data-readouts="lines" {...(isBeside ? { 'data-second': '' } : {})}>
        {readouts}
      </div>
    );
  const panel = <ExploredNodePanel exploration={exploration} onTrace={trace} />;
  return (
    <Workbench
      {...(isBeside
        ? {
            stage: (
              <>
                {figure}
                {numbers}
              </>
            ),
          }
        : { across: figure, stage: controls })}
      side={
        <>
          {isBeside ? controls : null}
          {isBeside ? children : null}
          {panel}
          {isBeside ? null : children}
          {isBeside ? null : numbers}
        </>
      }
      caption={caption}
      foot={<CostPanel block={block} replaced={replaced} replacedName={replacedName} />}
    >
      <CostDetails
        block={block}
        blockName={blockName}
        replaced={replaced}
        replacedName={replacedName}
        onSelect={exploration.select}
      />
    </Workbench>
  );
}

function PictureActions<Name extends string>(props: ExplorerProps<Name>) {
  const { exploration, blockName, replacedName = '', data, isDiagramFolded } = props;
  const { t } = useLingui();
  const { block, replaced, changeView } = exploration;
  const { shown, unfolded, withData } = exploration.view;
  const showsData = data !== undefined && withData;
  const showsDiagram = !showsData && (isDiagramFolded !== true || shown !== 'block');
  const isCompared = replaced !== undefined && !showsData;
  const foldable = [block, replaced].some((counted) =>
    counted?.graph.nodes.some(({ op }) => hasTrait(op, 'isEpilogue')),
  );
  const options: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'block', label: blockName },
    { value: 'replaced', label: replacedName },
    { value: 'both', label: t`Both` },
  ];
  return (
    <>
      {isCompared ? (
        <ChoiceControl
          label={t`Show`}
          labelled="hidden"
          options={options}
          value={shown}
          onChange={(wanted) => {
            changeView({ shown: wanted });
          }}
        />
      ) : null}
      {data === undefined ? null : <DataSwitch exploration={exploration} />}
      {foldable && showsDiagram ? (
        <Switch
          label={t`Norms and activations`}
          isOn={unfolded}
          onChange={(wanted) => {
            changeView({ unfolded: wanted });
          }}
        />
      ) : null}
    </>
  );
}

type FoldedDiagramsProps<Name extends string> = ExplorerProps<Name> & { readonly traced: Factor | undefined };

/** The diagrams, unless the page's own picture and the panel beside it say the same: then what is replaced, and the rest on demand. */
function FoldedDiagrams<Name extends string>(props: FoldedDiagramsProps<Name>) {
  const { exploration, blockName, replacedName = '', picture, isDiagramFolded, traced } = props;
  const diagrams = (
    <Diagrams exploration={exploration} blockName={blockName} replacedName={replacedName} traced={traced} />
  );
  if (picture === undefined || exploration.view.shown !== 'block') return diagrams;
  if (hasOneLayer(exploration.block.graph)) return null;
  if (isDiagramFolded !== true) return diagrams;
  return (
    <Fold className={styles.fold} summary={<Trans>Layer by layer</Trans>}>
      {diagrams}
    </Fold>
  );
}

function hasOneLayer({ nodes }: Graph): boolean {
  return nodes.filter(({ op }) => op.kind !== 'input' && !hasTrait(op, 'isEpilogue')).length === 1;
}

type DiagramsProps = {
  readonly exploration: Exploration;
  readonly blockName: string;
  readonly replacedName: string;
  readonly traced: Factor | undefined;
};

function Diagrams({ exploration, blockName, replacedName, traced }: DiagramsProps) {
  const { block, replaced, selected, select, view } = exploration;
  const folded = !view.unfolded;
  const showsBlock = view.shown !== 'replaced' || replaced === undefined;
  const showsReplaced = view.shown !== 'block' && replaced !== undefined;
  return (
    <div className={styles.diagrams}>
      {showsBlock ? (
        <Named name={blockName} isNamed={showsReplaced}>
          <BlockDiagram
            graph={block.graph}
            name={blockName}
            selected={selected.id}
            onSelect={select}
            folded={folded}
            traced={traced}
            comparedWith={showsReplaced ? [replaced.graph] : []}
          />
        </Named>
      ) : null}
      {showsReplaced ? (
        <Named name={replacedName} isNamed={showsBlock}>
          <BlockDiagram
            graph={replaced.graph}
            name={replacedName}
            folded={folded}
            comparedWith={showsBlock ? [block.graph] : []}
          />
        </Named>
      ) : null}
    </div>
  );
}

type NamedProps = { readonly name: string; readonly isNamed: boolean; readonly children: ReactNode };

/** A diagram, named above when there are two. */
function Named({ name, isNamed, children }: NamedProps) {
  return (
    <div className={styles.diagram}>
      {isNamed ? <p className={styles.diagramName}>{name}</p> : null}
      {children}
    </div>
  );
}
