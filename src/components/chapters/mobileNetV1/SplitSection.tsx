import { Trans, useLingui } from '@lingui/react/macro';
import { splitConvolution } from '../../../nets/explorables/splitConvolution';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { costOf } from '../../../nets/readings/cost';
import { costRows } from '../../../nets/readings/spreadsheet';
import { Figure } from '../../ui/Figure';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { useRatioText } from '../../explain/cost/useRatioText';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { Prediction } from '../../explain/page/Prediction';
import { FilterPicture } from './FilterPicture';
import { RatioLines } from './RatioLines';
import { useLinkedMarks } from '../../explain/page/useLinkedMarks';
import { percentText } from '../../ui/numberText';
import styles from './SplitSection.module.css';

const early = { inChannels: 32, outChannels: 64, resolution: 112 };
const { block: earlyBlock, replaced: earlyStandard = earlyBlock } = splitConvolution.at(early);
const earlyLayer = [costOf(earlyBlock), costOf(earlyStandard)] as const;

/** The block: a standard convolution split into a depthwise and a pointwise one, and the fraction of the cost that remains. */
export function SplitSection() {
  const { t } = useLingui();
  const exploration = useExploration(splitConvolution);
  const ratioText = useRatioText();
  const [split, standard] = earlyLayer;
  const fewer = ratioText(split.macs, standard.macs);
  const more = ratioText(split.memoryAccess, standard.memoryAccess);
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
        <p>
          <Trans>
            Multiply-adds fall wherever there are several output channels. Memory access may not: from 32 to 64 channels
            on a 112×112 map the split does {fewer} multiply-adds and moves {more} elements, because there is one more
            map to write, activate and read.
          </Trans>
        </p>
      </Prose>
      <Prediction
        question={t`512 input channels, 512 output channels, 3×3 kernels: which of the two layers does more multiply-adds?`}
        options={[
          { value: 'depthwise', label: t`the depthwise 3×3` },
          { value: 'pointwise', label: t`the pointwise 1×1` },
        ]}
        answer="pointwise"
      >
        <Trans>
          Per pixel the depthwise layer needs 3·3·512 = 4,608 multiply-adds, the pointwise one 512·512 = 262,144.
          Filtering in space is cheap; combining channels is not.
        </Trans>
      </Prediction>
      <RatioCard exploration={exploration} />
      <Explorer
        exploration={exploration}
        title={t`The block`}
        blockName={t`Split`}
        replacedName={t`Standard`}
        knobs={{
          inChannels: { label: t`Input channels M`, unit: t`channels` },
          outChannels: { label: t`Output channels N`, unit: t`channels` },
          kernel: { label: t`Kernel size k`, hint: t`MobileNet uses 3 throughout.` },
          stride: { label: t`Stride` },
          resolution: { label: t`Input map`, unit: 'px' },
        }}
      />
      <SplitPrompts exploration={exploration} />
    </Section>
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
        {
          id: 'early',
          text: <Trans>An early layer, 32 to 64 channels at 112×112: which cost rises?</Trans>,
          set: () => {
            choose({ ...inner, ...early });
          },
        },
      ]}
    />
  );
}
