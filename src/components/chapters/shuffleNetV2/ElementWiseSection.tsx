import { Trans, useLingui } from '@lingui/react/macro';
import { elementWise } from '../../../nets/explorables/guidelines';
import { elementWiseStack } from '../../../nets/explorables/guidelineStacks';
import { costOf } from '../../../nets/readings/cost';
import { memoryByKind } from '../../../nets/readings/memoryKinds';
import { shuffleNetV2Experiments } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { twoDecimals, useNumberText } from '../../ui/numberText';
import { Explorer } from '../../explain/page/Explorer';
import { Misstated, Prose, Section } from '../../explain/page/ExplorePage';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { Prediction } from '../../explain/page/Prediction';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

/** G4: ops without multiply-adds are not free. */
export function ElementWiseSection() {
  const { t } = useLingui();
  return (
    <Section id="g4" title={t`G4: element-wise ops are not free`}>
      <Prose>
        <p>
          <Trans>
            ReLU, sums and biases touch every element once and do next to nothing with it. They have no multiply-adds
            and yet have to read and write whole maps. The authors count the depthwise convolution among them: it has
            multiply-adds, but few for every element moved.
          </Trans>
        </p>
      </Prose>
      <Prediction
        question={t`Take ResNet’s bottleneck and remove its ReLUs and its shortcut. The MACs stay the same. How much faster does it run?`}
        options={[
          { value: '0', label: t`not at all` },
          { value: '5', label: t`about 5%` },
          { value: '20', label: t`about 20%` },
        ]}
        answer="20"
      >
        <Trans>About 20%, on both devices: 1,436 to 1,782 batches per second on the GPU with 128 channels.</Trans>
      </Prediction>
      <ElementWiseExplorer />
      <Misstated
        claim={<Trans>The experiment removes the shortcut.</Trans>}
        sources={<a href={shuffleNetV2.paper.url}>{t`arXiv:1807.11164, Table 4`}</a>}
      >
        <Trans>
          It removes ReLU and shortcut separately, and both. It is a test of speed with random weights: nobody says that
          a network should do without either.
        </Trans>
      </Misstated>
    </Section>
  );
}

function ElementWiseExplorer() {
  const { t } = useLingui();
  const exploration = useExploration(elementWise, 'memoryAccess');
  const { choose } = exploration;
  const choices = { with: t`with`, without: t`without` };
  return (
    <>
      <Explorer
        exploration={exploration}
        title={t`What ResNet’s bottleneck moves`}
        blockName={t`As set`}
        replacedName={t`With both`}
        knobs={{
          relu: { label: 'ReLU', choices },
          shortcut: { label: t`Shortcut`, choices },
          channels: { label: t`Channels` },
          resolution: { label: t`Height and width`, unit: 'px' },
        }}
        picture={<MovedBars exploration={exploration} />}
        caption={
          <Trans>
            Memory access cost in elements, every op by itself. All four have the same multiply-adds. Runtimes that fuse
            a ReLU into the convolution before it move less, which is what fusing is for.
          </Trans>
        }
      />
      <div className={styles.beside}>
        <ElementWiseMeasurements />
        <TryThis
          prompts={[
            {
              id: 'g4-none',
              text: <Trans>Without both: not one multiply-add less, and how many elements fewer?</Trans>,
              set: () => {
                choose({ relu: 'without', shortcut: 'without' });
              },
            },
            {
              id: 'g4-wide',
              text: (
                <Trans>
                  256 channels on a map of 14 × 14, deep in a network: now the weights count, and the share of the sum
                  shrinks.
                </Trans>
              ),
              set: () => {
                choose({ relu: 'with', shortcut: 'with', channels: 256, resolution: 14 });
              },
            },
          ]}
        />
      </div>
    </>
  );
}

const variants = [
  { relu: true, shortcut: true },
  { relu: true, shortcut: false },
  { relu: false, shortcut: true },
  { relu: false, shortcut: false },
] as const;

function useVariantName(): (variant: { readonly relu: boolean; readonly shortcut: boolean }) => string {
  const { t } = useLingui();
  return ({ relu, shortcut }) => {
    if (relu && shortcut) return t`both`;
    if (relu) return t`ReLU only`;
    return shortcut ? t`shortcut only` : t`neither`;
  };
}

function MovedBars({ exploration }: { readonly exploration: Exploration<keyof typeof elementWise.knobs> }) {
  const { t } = useLingui();
  const nameOf = useVariantName();
  const { values } = exploration;
  const rows = variants.map((variant) => {
    const [relu, shortcut] = [variant.relu ? 'with' : 'without', variant.shortcut ? 'with' : 'without'];
    const memory = memoryByKind(costOf(elementWise.graph({ ...values, relu, shortcut })));
    return {
      id: `${relu}-${shortcut}`,
      label: nameOf(variant),
      isMarked: values['relu'] === relu && values['shortcut'] === shortcut,
      parts: (['convolution', 'activation', 'add'] as const).map((kind) => ({ kind, value: memory[kind] })),
    };
  });
  return (
    <StackedBarChart
      name={t`Memory access cost of a bottleneck with and without ReLU and shortcut`}
      labelWidth={100}
      rows={rows}
      kinds={[
        { kind: 'convolution', name: t`convolutions`, tone: 'standard' },
        { kind: 'activation', name: t`activations`, tone: 'activation' },
        { kind: 'add', name: t`sums`, tone: 'add' },
      ]}
    />
  );
}

function ElementWiseMeasurements() {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const ratio = useNumberText(twoDecimals);
  const nameOf = useVariantName();
  const moved = (variant: { readonly relu: boolean; readonly shortcut: boolean }): number =>
    costOf(elementWiseStack({ ...variant, channels: 32 })).memoryAccess;
  const base = moved({ relu: true, shortcut: true });
  return (
    <MeasuredSpeeds
      fileName="g4-element-wise"
      caption={
        <Trans>
          The paper’s Table 4: ten bottlenecks with ReLU and shortcut, one of them, or neither. Memory is counted here
          for c = 32, relative to both.
        </Trans>
      }
      rowName={t`With`}
      counted={[t`Memory`]}
      columns={['c = 32', 'c = 64', 'c = 128']}
      rows={shuffleNetV2Experiments.elementWise.map(({ gpu, arm, ...variant }) => ({
        id: nameOfVariant(variant),
        label: nameOf(variant),
        figures: [{ value: moved(variant), text: `${ratio(moved(variant) / base)}×` }],
        speeds: platform === 'gpu' ? gpu : arm,
      }))}
      note={
        <Trans>
          The paper gives neither the map nor the inner width; here 56 × 56 and a quarter of c. Counted memory falls to
          a third and time by a fifth: arithmetic and starting take their time too, and runtimes fuse.
        </Trans>
      }
    />
  );
}

function nameOfVariant({ relu, shortcut }: { readonly relu: boolean; readonly shortcut: boolean }): string {
  return `${relu ? 'relu' : 'linear'}-${shortcut ? 'shortcut' : 'plain'}`;
}
