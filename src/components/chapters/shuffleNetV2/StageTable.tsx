import { Trans, useLingui } from '@lingui/react/macro';
import type { Graph } from '../../../nets/graph';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { published } from '../../../nets/papers/published';
import { costOf } from '../../../nets/readings/cost';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { numberFormat } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { TableFrame } from '../../ui/TableFrame';
import styles from './ShuffleNetV2.module.css';

const widths = [0.5, 1, 1.5, 2] as const;

/** The paper's Table 5, read from the graphs: channels by stage and width, and what they cost. `chosen` is marked. */
export function StageTable({ chosen }: { readonly chosen: number }) {
  const { i18n, t } = useLingui();
  const oneDecimal = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rows = useStages();
  const marked = (width: number) => (width === chosen ? { 'data-marked': true } : {});
  return (
    <div>
      <TableFrame
        label={t`ShuffleNet V2 by width`}
        files={{ name: 'shufflenet-v2-widths', numbers: () => recordRows(graphs.map(widthRecord)) }}
      >
        <table className={styles['table']}>
          <caption>
            <Trans>
              Output channels by width (the paper's Table 5), counted on the graphs; the last two rows are the paper's
            </Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Layer`}</th>
              {widths.map((width) => (
                <th key={width} scope="col" {...marked(width)}>
                  {numberFormat(i18n.locale).format(width)}×
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, last }) => (
              <tr key={id} data-stage={id}>
                <th scope="row">
                  {name}
                  <StageDetail graph={graphs[0]?.graph} stage={id} last={last} />
                </th>
                {graphs.map(({ width, graph }) => (
                  <td key={width} {...marked(width)}>
                    {graph.nodes.find((node) => node.id === last)?.shape.channels}
                  </td>
                ))}
              </tr>
            ))}
            <CountedRow name={t`Params`} marked={marked} figure="params" />
            <CountedRow name={t`MACs`} marked={marked} figure="macs" />
            <tr>
              <th scope="row">
                <Trans>MACs in the paper</Trans>
              </th>
              {widths.map((width) => (
                <td key={width} {...marked(width)}>
                  {printed(width)?.macsMillions} M
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">
                <Trans>Top-1 error in the paper, %</Trans>
              </th>
              {widths.map((width) => {
                const top1 = printed(width)?.top1;
                return (
                  <td key={width} {...marked(width)}>
                    {top1 === undefined ? '–' : oneDecimal.format(100 - top1)}
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <p className={styles['note']}>
        <Trans>
          The graphs follow torchvision. The paper's multiply-adds are those of the authors' release, which divides the
          channels of the stride-2 units differently.
        </Trans>
      </p>
    </div>
  );
}

type CountedRowProps = {
  readonly name: string;
  readonly figure: 'params' | 'macs';
  readonly marked: (width: number) => object;
};

function CountedRow({ name, figure, marked }: CountedRowProps) {
  return (
    <tr data-counted={figure}>
      <th scope="row">{name}</th>
      {graphs.map(({ width, cost }) => (
        <td key={width} {...marked(width)} data-width={width}>
          <Quantity value={cost[figure]} stops="plain" />
        </td>
      ))}
    </tr>
  );
}

const graphs = widths.map((width) => {
  const graph = builtGraph(shuffleNetV2, { width });
  return { width, graph, cost: costOf(graph) };
});

/** The node that each part of the network ends in. */
const ends = {
  stem: 'stem.activation',
  pool: 'stem.pool',
  stage2: 'stage2.unit4.shuffle',
  stage3: 'stage3.unit8.shuffle',
  stage4: 'stage4.unit4.shuffle',
  conv5: 'conv5.activation',
  global: 'pool',
  classifier: 'classifier',
} as const;

function widthRecord({ width, graph, cost }: (typeof graphs)[number]): Readonly<Record<string, string | number>> {
  const channels = Object.entries(ends).map(
    ([id, last]) => [`channels of ${id}`, graph.nodes.find((node) => node.id === last)?.shape.channels ?? ''] as const,
  );
  const { macsMillions, top1 } = printed(width) ?? {};
  return {
    width,
    ...Object.fromEntries(channels),
    params: cost.params,
    MACs: cost.macs,
    'MACs in the paper, M': macsMillions ?? '',
    'top-1 in the paper, %': top1 ?? '',
  };
}

/** The rows of the table. */
function useStages() {
  const { t } = useLingui();
  return [
    { id: 'stem', name: t`Conv1, 3×3, stride 2`, last: ends.stem },
    { id: 'pool', name: t`Max pool, 3×3, stride 2`, last: ends.pool },
    { id: 'stage2', name: t`Stage 2`, last: ends.stage2 },
    { id: 'stage3', name: t`Stage 3`, last: ends.stage3 },
    { id: 'stage4', name: t`Stage 4`, last: ends.stage4 },
    { id: 'conv5', name: t`Conv5, 1×1`, last: ends.conv5 },
    { id: 'global', name: t`Global average pool`, last: ends.global },
    { id: 'classifier', name: t`Classifier`, last: ends.classifier },
  ];
}

type StageDetailProps = { readonly graph: Graph | undefined; readonly stage: string; readonly last: string };

/** The map that a stage gives, and how many units it has. */
function StageDetail({ graph, stage, last }: StageDetailProps) {
  const shape = graph?.nodes.find(({ id }) => id === last)?.shape;
  const units = graph?.nodes.filter(({ id, op }) => op.kind === 'channelShuffle' && id.startsWith(stage)).length ?? 0;
  if (shape === undefined) return null;
  const size = `${shape.height} × ${shape.width}`;
  return (
    <span className={styles['detail']}>
      {units === 0 ? (
        size
      ) : (
        <Trans>
          {size}, {units} units
        </Trans>
      )}
    </span>
  );
}

function printed(width: number) {
  return published.find(
    ({ net, options, resolution, sources, otherStructure, macsMillions, top1 }) =>
      net === 'shufflenet-v2' &&
      (options['width'] ?? 1) === width &&
      resolution === 224 &&
      otherStructure === undefined &&
      sources.includes(shuffleNetV2Paper) &&
      macsMillions !== undefined &&
      top1 !== undefined,
  );
}
