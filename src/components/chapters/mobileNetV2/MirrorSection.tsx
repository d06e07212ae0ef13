import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { mirroredResidual } from '../../../nets/explorables/mirroredResidual';
import { elementCount } from '../../../nets/op';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { costRows } from '../../../nets/readings/spreadsheet';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import type { Counted } from '../../../nets/readings/cost';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { carried, middleMacs, mobileNetV2Lesson } from './lesson';
import { MirrorPicture } from './MirrorPicture';
import styles from './MirrorSection.module.css';

type Knob = 'inChannels' | 'expansion' | 'outChannels' | 'stride' | 'resolution';

/** The inverted residual beside a residual bottleneck with the same two widths. */
export function MirrorSection() {
  const { t } = useLingui();
  const exploration = useExploration(mirroredResidual);
  return (
    <Section id="inverted-residual" title={t`The inverted residual`}>
      <Prose>
        <p>
          <Trans>
            ResNet’s bottleneck goes wide → narrow → wide: a 1×1 reduces the channels, the expensive 3×3 works on the
            narrow map, a second 1×1 restores the channels, and the input is added. MobileNet V2 inverts this: narrow →
            wide → narrow.
          </Trans>
        </p>
      </Prose>
      <ShortcutGuess />
      <MiddleGuess />
      <AfterGuess of={mobileNetV2Lesson.predictions.p2}>
        <Mirror exploration={exploration} />
        <Explorer
          exploration={exploration}
          title={t`The inverted residual, layer by layer`}
          blockName={t`Inverted`}
          replacedName={t`Residual`}
          data={<BlockData of={exhibits.mobileNetV2} path="stage2.block2" />}
          knobs={{
            inChannels: { label: t`Input channels` },
            expansion: { label: t`Expansion t`, hint: t`6 in all blocks of MobileNet V2 but the first, which has 1.` },
            outChannels: { label: t`Output channels` },
            stride: { label: t`Stride` },
            resolution: { label: t`Input map`, unit: 'px' },
          }}
        />
        <MirrorPrompts exploration={exploration} />
      </AfterGuess>
    </Section>
  );
}

type PartProps = { readonly exploration: Exploration<Knob> };

/** Which of the two shortcuts is the lighter one? */
function ShortcutGuess() {
  const { i18n, t } = useLingui();
  const { inverted, residual } = carried();
  return (
    <GuessChoice
      of={mobileNetV2Lesson.predictions.p2}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Elements that the shortcut carries`}
          tone="memory"
          format={(value) => exactNumberText(value, i18n.locale)}
          bars={[
            {
              id: 'residual',
              label: t`Residual: 144, 24, 144`,
              value: residual,
              isChosen: isOpen && guess === 'residual',
            },
            { id: 'inverted', label: t`Inverted: 24, 144, 24`, value: inverted, isAsked: true },
          ]}
          isOpen={isOpen}
          // That it carries more does not say how much.
          isAbout
          guess={guess === 'same' ? residual : undefined}
        />
      )}
    />
  );
}

/** What would a standard 3×3 on the wide middle cost? */
function MiddleGuess() {
  const { i18n, t } = useLingui();
  const { depthwise, standard } = middleMacs();
  return (
    <GuessNumber
      of={mobileNetV2Lesson.predictions.p3}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`MACs`}
          tone="macs"
          format={(value) => exactNumberText(value, i18n.locale)}
          bars={[
            { id: 'depthwise', label: t`Depthwise 3×3`, value: depthwise },
            { id: 'standard', label: t`Standard 3×3`, value: standard, isAsked: true },
          ]}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : depthwise * guess}
        />
      )}
    />
  );
}

function Mirror({ exploration }: PartProps) {
  const { t } = useLingui();
  const { block, replaced } = exploration;
  if (replaced === undefined) return null;
  const maxChannels = Math.max(
    ...[block, replaced].flatMap(({ graph }) => graph.nodes.map(({ shape }) => shape.channels)),
  );
  return (
    <div className={styles.card}>
      <Figure
        title={t`Same widths, opposite order`}
        files={{ name: 'mirrored-residuals', numbers: () => mirrorRows(replaced, block) }}
        caption={
          <Trans>
            Bars are tensors; their height is the number of channels, to one scale. At stride 1 the 1×1 convolutions
            cost the same on both sides; the 3×3 makes the difference.
          </Trans>
        }
      >
        <div className={styles.mirror}>
          <Side
            counted={replaced}
            name={t`Residual: wide, narrow, wide`}
            spatial="residual.spatial.conv"
            maxChannels={maxChannels}
          />
          <Side
            counted={block}
            name={t`Inverted residual: narrow, wide, narrow`}
            spatial="inverted.depthwise.conv"
            maxChannels={maxChannels}
          />
        </div>
      </Figure>
    </div>
  );
}

/** The layers of both blocks, the residual's first; ids are prefixed with the block's name. */
function mirrorRows(residual: Counted, inverted: Counted): readonly SheetRow[] {
  const [head = [], ...rows] = costRows(residual.cost).slice(0, -1);
  return [head, ...rows, ...costRows(inverted.cost).slice(1, -1)];
}

type SideProps = {
  readonly counted: Counted;
  readonly name: string;
  /** Id of the 3x3 convolution. */
  readonly spatial: string;
  readonly maxChannels: number;
};

function Side({ counted: { graph, cost }, name, spatial, maxChannels }: SideProps) {
  const { t } = useLingui();
  const macs = cost.layers.find(({ node }) => node.id === spatial)?.macs ?? 0;
  return (
    <div className={styles.side}>
      <h3 className={styles.name}>{name}</h3>
      <Sized>{(width) => <MirrorPicture graph={graph} name={name} maxChannels={maxChannels} width={width} />}</Sized>
      <Readouts>
        <Readout label={t`MACs of the 3×3`} value={<Quantity value={macs} />} />
        <Readout
          label={t`Carried from block to block`}
          value={<Quantity value={elementCount(graph.input.shape)} />}
          unit={t`elements`}
        />
      </Readouts>
    </div>
  );
}

function MirrorPrompts({ exploration: { choose } }: PartProps) {
  const start = { inChannels: 24, outChannels: 24, expansion: 6, stride: 1, resolution: 56 };
  return (
    <TryThis
      prompts={[
        {
          id: 'deep',
          text: (
            <Trans>
              Deep in the network, 160 channels on a 7×7 map: the residual’s standard 3×3 costs 27 times as much as the
              depthwise 3×3, which works on six times the channels.
            </Trans>
          ),
          set: () => {
            choose({ ...start, inChannels: 160, outChannels: 160, resolution: 7 });
          },
        },
        {
          id: 'stride',
          text: (
            <Trans>
              Stride 2: the output map is smaller than the input, so there is nothing to add and no shortcut.
            </Trans>
          ),
          set: () => {
            choose({ ...start, stride: 2 });
          },
        },
        {
          id: 'wider',
          text: (
            <Trans>24 channels in, 32 out, stride 1: no shortcut either, since only equal shapes can be added.</Trans>
          ),
          set: () => {
            choose({ ...start, outChannels: 32 });
          },
        },
        {
          id: 'first',
          text: <Trans>t = 1, as in the first block: there is nothing to expand, so the first 1×1 is left out.</Trans>,
          set: () => {
            choose({ ...start, inChannels: 32, outChannels: 16, expansion: 1, resolution: 112 });
          },
        },
      ]}
    />
  );
}
