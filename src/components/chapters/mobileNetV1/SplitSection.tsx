import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { SplitMaps } from '../../running/exhibit/SplitMaps';
import { exhibits } from '../../../run/weights/exhibits';
import { splitConvolution } from '../../../nets/explorables/splitConvolution';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { costRows } from '../../../nets/readings/spreadsheet';
import { Figure } from '../../ui/Figure';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { useIsOpen } from '../../explain/lesson/useGate';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { FilterPicture } from './FilterPicture';
import { earlyLayer, largeKernel, mobileNetV1Lesson, splitCosts } from './lesson';
import { RatioLines } from './RatioLines';
import { useLinkedMarks } from '../../explain/page/useLinkedMarks';
import { exactNumberText, percentText } from '../../ui/numberText';
import styles from './SplitSection.module.css';

/** The block: a standard convolution split into a depthwise and a pointwise one, and the fraction of the cost that remains. */
export function SplitSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(splitConvolution);
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const large = splitCosts(largeKernel);
  return (
    <Section id="split" title={t`One convolution becomes two`}>
      <Prose>
        <p>
          <Trans>
            A standard convolution does two jobs at once: it filters in space and it combines channels. MobileNet gives
            each job a layer. The depthwise convolution applies one k×k kernel to each channel; the pointwise
            convolution, a 1×1, combines all channels at each pixel. Batch norm and a ReLU follow each layer; in the
            released network it is ReLU6.
          </Trans>
        </p>
      </Prose>
      <RatioCard exploration={exploration} />
      <GuessNumber
        of={mobileNetV1Lesson.predictions.p1}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={exact}
            bars={[
              { id: 'standard', label: t`standard 5×5`, value: large.standard.macs },
              { id: 'split', label: t`split`, value: large.split.macs, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : large.standard.macs / guess}
          />
        )}
      />
      <Explorer
        exploration={exploration}
        title={t`The block`}
        blockName={t`Split`}
        replacedName={t`Standard`}
        data={<BlockData of={exhibits.mobileNetV1} path="block1" />}
        knobs={{
          inChannels: { label: t`Input channels M`, unit: t`channels` },
          outChannels: { label: t`Output channels N`, unit: t`channels` },
          kernel: { label: t`Kernel size k`, hint: t`MobileNet uses 3 throughout.` },
          stride: { label: t`Stride` },
          resolution: { label: t`Input map`, unit: 'px' },
        }}
      />
      <SplitMaps
        of={exhibits.mobileNetV1}
        before="stem.activation"
        filtered="block1.depthwise.activation"
        mixed="block1.pointwise.conv"
      />
      <EarlyLayer />
      <SplitPrompts exploration={exploration} />
    </Section>
  );
}

/** Fewer multiply-adds, and more elements moved. */
function EarlyLayer() {
  const { i18n, t } = useLingui();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const { split, standard } = splitCosts(earlyLayer);
  const meant = {
    fewer: (standard.memoryAccess * split.macs) / standard.macs,
    same: standard.memoryAccess,
  };
  return (
    <GuessChoice
      of={mobileNetV1Lesson.predictions.p5}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Memory access`}
          tone="memory"
          format={exact}
          bars={[
            { id: 'standard', label: t`standard`, value: standard.memoryAccess },
            { id: 'split', label: t`split`, value: split.memoryAccess, isAsked: true },
          ]}
          isOpen={isOpen}
          isAbout
          guess={guess === undefined || guess === 'more' ? undefined : meant[guess]}
        />
      )}
    />
  );
}

type PartProps = {
  readonly exploration: Exploration<'inChannels' | 'outChannels' | 'kernel' | 'stride' | 'resolution'>;
};

/** Every layer of the standard convolution and of its two parts. */
function splitRows({ block, replaced }: PartProps['exploration']): readonly SheetRow[] {
  const standard = replaced === undefined ? [] : costRows(replaced.cost).slice(1, -1);
  const [head = [], ...split] = costRows(block.cost);
  return [
    ['filters', ...head],
    ...standard.map((row) => ['standard', ...row]),
    ...split.map((row) => ['split', ...row]),
  ];
}

/** The filters of both sides, and why their multiply-adds have the ratio that they have; what is the same lights up together. */
function RatioCard({ exploration }: PartProps) {
  const { t } = useLingui();
  const { block, replaced = block, values } = exploration;
  const [inChannels, outChannels, kernel] = [values['inChannels'], values['outChannels'], values['kernel']].map(Number);
  const sizes = { inChannels: inChannels ?? 1, outChannels: outChannels ?? 1, kernel: kernel ?? 3 };
  return (
    <div className={styles.card} data-workbench {...useLinkedMarks()}>
      <Figure
        title={t`1/N + 1/k² of the multiply-adds, line by line`}
        caption={<RatioCaption exploration={exploration} />}
        files={{ name: 'split-filters', numbers: () => splitRows(exploration) }}
      >
        <div className={styles.derivation}>
          <FilterPicture {...sizes} />
          <RatioLines split={block.cost} standard={replaced.cost} {...sizes} />
        </div>
      </Figure>
    </div>
  );
}

function RatioCaption({ exploration }: PartProps) {
  const { i18n } = useLingui();
  const { block, replaced } = exploration;
  const share = percentText(block.cost.macs / (replaced?.cost.macs ?? 1), i18n.locale);
  return (
    <Trans>
      1/N is the depthwise part, 1/k² the pointwise part: together {share} of the standard convolution’s multiply-adds.
      The saving stays below k²; for 3×3 kernels and the network’s widths it is about 8 to 9 times.
    </Trans>
  );
}

function SplitPrompts({ exploration: { choose } }: PartProps) {
  const isTrafficKnown = useIsOpen(mobileNetV1Lesson.predictions.p5);
  const inner = { inChannels: 512, outChannels: 512, kernel: 3, stride: 1, resolution: 14 };
  return (
    <TryThis
      prompts={[
        {
          id: 'table3',
          text: (
            <Trans>
              An inner layer of the paper’s Table 3: 462 M multiply-adds become 52.3 M, and 2.36 M weights become 0.27
              M.
            </Trans>
          ),
          set: () => {
            choose(inner);
          },
        },
        {
          id: 'table3-thin',
          text: (
            <Trans>
              The same layer at width multiplier 0.75 and resolution multiplier 0.714: 384 channels, a 10×10 map, 15.1
              M.
            </Trans>
          ),
          set: () => {
            choose({ ...inner, inChannels: 384, outChannels: 384, resolution: 10 });
          },
        },
        {
          id: 'few-outputs',
          text: (
            <Trans>
              One output channel: now splitting costs more than it saves. Which term of the ratio is to blame?
            </Trans>
          ),
          answer: (
            <Trans>
              1/N, which is 1: the depthwise layer alone does as much as the standard convolution, and the pointwise
              layer comes on top.
            </Trans>
          ),
          set: () => {
            choose({ ...inner, outChannels: 1 });
          },
        },
        {
          id: 'large-window',
          text: <Trans>A 7×7 kernel: the larger the kernel, the more splitting saves, up to 49 times.</Trans>,
          set: () => {
            choose({ ...inner, kernel: 7 });
          },
        },
        ...(isTrafficKnown
          ? [
              {
                id: 'early',
                text: <Trans>An early layer, 32 to 64 channels at 112×112: which cost rises?</Trans>,
                answer: (
                  <Trans>Memory access: there is one more map to write, activate and read. Params and MACs fall.</Trans>
                ),
                set: () => {
                  choose({ ...inner, ...earlyLayer });
                },
              },
            ]
          : []),
      ]}
    />
  );
}
