import { useLingui } from '@lingui/react/macro';
import { usePartWords } from '../../explain/diagram/partWords';
import type { TimedPart } from '../../../nets/measurements/timedLayers';
import { timedParts } from '../../../nets/measurements/timedLayers';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { subgraphOf } from '../../../nets/subgraph';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import type { Column } from '../../ui/tableColumn';
import { BlockDiagram } from '../../explain/diagram/BlockDiagram';
import styles from './Layers.module.css';
import type { LayersResult } from '../../../lab/layers/layersResult';

type TimedDiagramProps = {
  readonly result: LayersResult;
  /** Not of this device: nothing of it can be saved. */
  readonly isExample: boolean;
  /** Every part of the table, then the selected one. */
  readonly parts: readonly TimedPart[];
  readonly part: TimedPart;
  /** The columns of the table, for the picture's files. */
  readonly columns: readonly Column<TimedPart>[];
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onSelect: (partId: string) => void;
};

/** The selected part or the whole network, layers shaded by time. */
export function TimedDiagram({
  result,
  isExample,
  parts,
  part,
  columns,
  isWhole,
  onWhole,
  onSelect,
}: TimedDiagramProps) {
  const { t } = useLingui();
  const partWords = usePartWords();
  const graph = isWhole ? result.graph : subgraphOf(result.graph, part.id);
  if (graph === undefined) return null;
  const shown = new Set(isWhole ? result.graph.nodes : part.nodes);
  const { id } = part;
  const title = isWhole ? t`The whole network` : partWords(id);
  return (
    <Figure
      title={title}
      {...(isExample
        ? {}
        : {
            files: {
              name: `layers-${isWhole ? 'network' : id}`,
              numbers: () => sheetRows(columns, stepsOf(result, shown)),
            },
          })}
      caption={
        isWhole
          ? t`The fuller the colour behind a layer, the longer it takes. Layers that are computed together share one shade. Choosing a layer chooses its part in the table.`
          : t`The fuller the colour behind a layer, the longer it takes within this part. Layers that are computed together share one shade.`
      }
      actions={
        <ChoiceControl
          label={t`Diagram`}
          labelled="hidden"
          options={[
            { value: 'part', label: t`Chosen part` },
            { value: 'whole', label: t`Whole network` },
          ]}
          value={isWhole ? 'whole' : 'part'}
          onChange={(wanted) => {
            onWhole(wanted === 'whole');
          }}
        />
      }
    >
      <div className={isWhole ? styles.whole : undefined} tabIndex={isWhole ? 0 : undefined}>
        <BlockDiagram
          graph={graph}
          name={t`${title}, shaded by time`}
          heat={heatOf(result, shown)}
          {...(isWhole && {
            selected: part.nodes[0]?.id ?? id,
            onSelect: (nodeId: string) => {
              const chosen = parts.find(({ nodes }) => nodes.some((node) => node.id === nodeId));
              if (chosen !== undefined) onSelect(chosen.id);
            },
          })}
        />
      </div>
    </Figure>
  );
}

/** Maps every node to the time of its step as a fraction of the longest step shown. */
function heatOf(result: LayersResult, shown: ReadonlySet<TimedPart['nodes'][number]>): ReadonlyMap<string, number> {
  const steps = stepsOf(result, shown);
  const maxShare = Math.max(...steps.map(({ timeShare }) => timeShare));
  return new Map(
    steps.flatMap(({ nodes, timeShare }) =>
      nodes.map((node) => [node.id, maxShare === 0 ? 0 : timeShare / maxShare] as const),
    ),
  );
}

/** The timed layers that are shown. */
function stepsOf(result: LayersResult, shown: ReadonlySet<TimedPart['nodes'][number]>): readonly TimedPart[] {
  return timedParts(result.graph, result.steps, 'layers').filter(({ nodes }) => nodes.some((node) => shown.has(node)));
}
