import { Trans, useLingui } from '@lingui/react/macro';
import { groupedPointwise } from '../../../nets/explorables/groupedPointwise';
import type { Node } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import type { WeightMatrix } from '../../../viz/chapters/weightMatrix';
import { weightMatrix } from '../../../viz/chapters/weightMatrix';
import { CostPanel } from '../../explain/cost/CostPanel';
import { ExploredNodePanel } from '../../explain/cost/NodePanel';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { useExploration } from '../../explain/exploration/useExploration';
import { TryThis } from '../../explain/page/TryThis';
import { Workbench } from '../../explain/page/Workbench';
import { Figure } from '../../ui/Figure';
import { exactNumberText, fixedText, percentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import styles from './GroupedConvolution.module.css';

/** A grouped 1x1 convolution with its weights to scale, and what it costs beside the dense one. */
export function GroupedConvolution() {
  const { t } = useLingui();
  const exploration = useExploration(groupedPointwise);
  const { block, replaced, values, choose } = exploration;
  const setting = {
    inChannels: Number(values['inChannels']),
    outChannels: Number(values['outChannels']),
    groups: Number(values['groups']),
    resolution: Number(values['resolution']),
  };
  return (
    <>
      <Workbench
        stage={
          <Figure
            title={t`A grouped 1×1 convolution, its weights to scale`}
            files={{ name: 'grouped-convolution', numbers: () => wiringRows(block.graph.output) }}
            onReset={exploration.reset}
            caption={
              <Trans>
                Columns are input channels, rows output channels. The filled area is the params; times the map, it is
                the MACs.
              </Trans>
            }
          >
            <Sized>{(width) => <Picture setting={setting} width={width} />}</Sized>
          </Figure>
        }
        side={
          <KnobControls
            exploration={exploration}
            texts={{
              groups: { label: t`Groups g` },
              inChannels: { label: t`Input channels` },
              outChannels: { label: t`Output channels` },
              resolution: { label: t`Map`, unit: 'px', hint: t`height and width` },
            }}
          />
        }
        below={<ExploredNodePanel exploration={exploration} />}
        foot={<CostPanel block={block} replaced={replaced} replacedName="g = 1" />}
      />
      <TryThis
        prompts={[
          {
            id: 'group-twelve',
            text: <Trans>Twelve groups: MACs fall twelvefold. How far does memory access fall?</Trans>,
            answer: <GroupAnswer />,
            set: () => {
              choose({ inChannels: 240, outChannels: 60, groups: 12, resolution: 28 });
            },
          },
          {
            id: 'group-wide',
            text: (
              <Trans>
                Spend the savings on width: 384 → 96 channels in eight groups need slightly fewer MACs than 240 → 60 in
                three. What has grown?
              </Trans>
            ),
            answer: <WideAnswer />,
            set: () => {
              choose({ inChannels: 384, outChannels: 96, groups: 8, resolution: 28 });
            },
          },
        ]}
      />
    </>
  );
}

/** Elements that a grouped 1x1 convolution moves on a 28x28 map. */
function moved(inChannels: number, outChannels: number, groups: number): number {
  return costOf(groupedPointwise.graph({ inChannels, outChannels, groups, resolution: 28 })).memoryAccess;
}

function GroupAnswer() {
  const { i18n } = useLingui();
  const [dense, grouped] = [moved(240, 60, 1), moved(240, 60, 12)];
  const [before, after] = [dense, grouped].map((value) => exactNumberText(value, i18n.locale));
  const less = percentText(1 - grouped / dense, i18n.locale, 0);
  return (
    <Trans>
      By {less}: from {before} to {after} elements. The maps are read and written as before; only weights went.
    </Trans>
  );
}

function WideAnswer() {
  const { i18n } = useLingui();
  const [three, eight] = [moved(240, 60, 3), moved(384, 96, 8)];
  const [before, after] = [three, eight].map((value) => exactNumberText(value, i18n.locale));
  const times = fixedText(eight / three, i18n.locale, 1);
  return (
    <Trans>
      Memory access, {times} times: from {before} to {after} elements. Both maps are wider.
    </Trans>
  );
}

type Setting = Parameters<typeof weightMatrix>[0];

const largest = { inChannels: 384, outChannels: 120, resolution: 56 };

function Picture({ setting, width }: { readonly setting: Setting; readonly width: number }) {
  const { i18n, t } = useLingui();
  const { inChannels, outChannels, groups, resolution } = setting;
  const drawing = weightMatrix(setting, largest, width);
  const { map, matrix } = drawing;
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [kept, all] = [exact((inChannels * outChannels) / groups), exact(inChannels * outChannels)];
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={t`A map of ${resolution} × ${resolution} pixels, times a matrix of ${inChannels} input channels by ${outChannels} output channels with ${kept} of ${all} weights`}
    >
      <rect className={styles.map} x={map.x} y={map.y} width={map.width} height={map.height} rx={2} />
      <text className={styles.name} x={map.x + map.width} y={map.y - 12} textAnchor="end">
        {t`${resolution} × ${resolution}`}
      </text>
      <text className={styles.times} x={map.x + map.width + 22} y={map.y + map.height / 2}>
        ×
      </text>
      <text className={styles.name} x={matrix.x} y={matrix.y - 22}>
        {t`${inChannels} input channels`}
      </text>
      <text className={styles.name} x={matrix.x - 18} y={matrix.y + matrix.height / 2 + 5} textAnchor="end">
        {outChannels}
      </text>
      <rect className={styles.dense} x={matrix.x} y={matrix.y} width={matrix.width} height={matrix.height} />
      <Blocks drawing={drawing} label={`${String(inChannels / groups)} × ${String(outChannels / groups)}`} />
      {/* At the left edge where the matrix leaves no room for the words. */}
      <text className={styles.name} x={width < 420 ? 0 : matrix.x} y={matrix.y + matrix.height + 24}>
        {groups === 1 ? t`${all} weights` : t`${kept} of ${all} weights`}
      </text>
    </svg>
  );
}

/** The weights that are left, with the channels of each group along the edges. */
function Blocks({ drawing, label }: { readonly drawing: WeightMatrix; readonly label: string }) {
  const { blocks, matrix } = drawing;
  const gap = blocks.length > 1 ? 1.5 : 0;
  return blocks.map(({ x, y, width, height }, group) => (
    <g key={group}>
      <rect
        className={styles.edge}
        x={x + gap / 2}
        y={matrix.y - 12}
        width={Math.max(1, width - gap)}
        height={6}
        rx={2}
      />
      <rect
        className={styles.edge}
        x={matrix.x - 12}
        y={y + gap / 2}
        width={6}
        height={Math.max(1, height - gap)}
        rx={2}
      />
      <rect
        className={styles.weights}
        x={x + gap / 2}
        y={y + gap / 2}
        width={Math.max(1, width - gap)}
        height={Math.max(1, height - gap)}
      />
      {height >= 18 && width >= label.length * 8 + 8 ? (
        <text className={styles.size} x={x + width / 2} y={y + height / 2}>
          {label}
        </text>
      ) : null}
    </g>
  ));
}

/** Each output channel with its group and the input channels it reads, counted from 0. */
function wiringRows({ op, inputs }: Node): readonly SheetRow[] {
  if (op.kind !== 'conv') return [];
  const perGroup = (inputs[0]?.shape.channels ?? 0) / op.groups;
  return recordRows(
    Array.from({ length: op.outChannels }, (_, channel) => {
      const group = Math.floor((channel * op.groups) / op.outChannels);
      return {
        'output channel': channel,
        group,
        'first input channel': group * perGroup,
        'last input channel': (group + 1) * perGroup - 1,
      };
    }),
  );
}
