import { Trans, useLingui } from '@lingui/react/macro';
import type { Graph } from '../../../nets/graph';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { published } from '../../../nets/papers/published';
import { costOf } from '../../../nets/readings/cost';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Detail } from '../../ui/Detail';
import { numberFormat } from '../../ui/numberText';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import styles from './ShuffleNetV2.module.css';

const widths = [0.5, 1, 1.5, 2] as const;

/** The paper's Table 5, read from the graphs: channels by stage and width, and their cost. The `chosen` width is marked. */
export function StageTable({ chosen }: { readonly chosen: number }) {
  const { i18n, t } = useLingui();
  const oneDecimal = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div>
      <Table
        look="printed"
        className={styles.table}
        isTransposed
        label={t`ShuffleNet V2 by width`}
        fileName="shufflenet-v2-widths"
        caption={
          <Trans>
            Output channels by width (the paper’s Table 5), counted on the graphs; the last two rows are the paper’s
          </Trans>
        }
        rows={networks}
        keyOf={({ width }) => width}
        attributesOf={({ width }) => (width === chosen ? { 'data-marked': true } : {})}
        columns={[
          {
            head: t`Layer`,
            file: 'width',
            value: ({ width }) => width,
            format: (width) => `${numberFormat(i18n.locale).format(width)}×`,
          },
          ...useStages().map(({ id, name, last }) => ({
            head: (
              <>
                {name}
                <StageDetail graph={networks[0]?.graph} stage={id} last={last} />
              </>
            ),
            file: `channels of ${id}`,
            value: ({ graph }: Network) => graph.nodes.find((node) => node.id === last)?.shape.channels,
          })),
          {
            head: t`Params`,
            file: 'params',
            value: ({ cost }) => cost.params,
            format: quantity,
            attributes: ({ width }) => ({ 'data-counted': 'params', 'data-width': width }),
          },
          {
            head: t`MACs`,
            file: 'MACs',
            value: ({ cost }) => cost.macs,
            format: quantity,
            attributes: ({ width }) => ({ 'data-counted': 'macs', 'data-width': width }),
          },
          {
            head: t`MACs in the paper`,
            file: 'MACs in the paper, M',
            value: ({ printed }) => printed?.macsMillions,
            format: (millions) => `${millions} M`,
          },
          {
            head: t`Top-1 error in the paper, %`,
            file: 'top-1 in the paper, %',
            value: ({ printed }) => printed?.top1,
            format: (top1) => oneDecimal.format(100 - top1),
          },
        ]}
      />
      <p className={styles.note}>
        <Trans>
          The graphs follow torchvision. The paper’s multiply-adds are those of the authors’ release, which divides the
          channels of the stride-2 units differently.
        </Trans>
      </p>
    </div>
  );
}

const networks = widths.map((width) => {
  const graph = builtGraph(shuffleNetV2, { width });
  return { width, graph, cost: costOf(graph), printed: printed(width) };
});

type Network = (typeof networks)[number];

/** The last node of each part of the network. */
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

/** A stage's output map and number of units. */
function StageDetail({ graph, stage, last }: StageDetailProps) {
  const shape = graph?.nodes.find(({ id }) => id === last)?.shape;
  const units = graph?.nodes.filter(({ id, op }) => op.kind === 'channelShuffle' && id.startsWith(stage)).length ?? 0;
  if (shape === undefined) return null;
  const size = `${shape.height} × ${shape.width}`;
  return (
    <Detail>
      {units === 0 ? (
        size
      ) : (
        <Trans>
          {size}, {units} units
        </Trans>
      )}
    </Detail>
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
