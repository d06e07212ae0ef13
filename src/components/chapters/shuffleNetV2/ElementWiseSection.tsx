import { Trans, useLingui } from '@lingui/react/macro';
import { elementWise } from '../../../nets/explorables/guidelines';
import { elementWiseStack } from '../../../nets/explorables/guidelineStacks';
import { costOf } from '../../../nets/readings/cost';
import { memoryByKind } from '../../../nets/readings/memoryKinds';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { exactNumberText, percentText, twoDecimals, useNumberText } from '../../ui/numberText';
import { Explorer } from '../../explain/page/Explorer';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { movedByBottleneck } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import type { Platform } from './usePlatform';
import { usePlatform } from './usePlatform';

const { p4 } = shuffleNetV2Lesson.predictions;

/** G4: ops without multiply-adds are not free. */
export function ElementWiseSection() {
  const { i18n, t } = useLingui();
  return (
    <Section id="g4" title={t`G4: element-wise ops are not free`}>
      <Prose>
        <p>
          <Trans>
            ReLU, additions and biases touch every element once and do next to nothing with it. They have no
            multiply-adds and still read and write whole maps. The authors also count the depthwise convolution among
            them: it has multiply-adds, but few per element moved.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p4}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => percentText(value / 100, i18n.locale, 0)}
            isOpen={isOpen}
            guess={guess}
            bars={[
              { id: 'all', label: t`the whole bottleneck`, value: 100 },
              { id: 'idle', label: t`ReLU and addition`, value: p4.answer(), isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={p4}>
        <ElementWiseExplorer />
      </AfterGuess>
      <Claim
        id="shufflenet-v2/c7"
        claim={<Trans>The experiment removes the shortcut.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`Table 4`} />}
      >
        <Trans>
          It removes ReLU and shortcut separately, and both. It is a test of speed with random weights: nobody claims
          that a network should do without either.
        </Trans>
      </Claim>
    </Section>
  );
}

/** The least and the greatest gain in speed from leaving out both, as a fraction, over the widths of Table 4. */
function elementWiseGain(platform: Platform): { readonly least: number; readonly most: number } {
  const speedsOf = (has: boolean) =>
    shuffleNetV2Experiments.elementWise.find(({ relu, shortcut }) => relu === has && shortcut === has)?.[platform] ??
    [];
  const withBoth = speedsOf(true);
  const gains = speedsOf(false).map((speed, at) => speed / (withBoth[at] ?? NaN) - 1);
  return { least: Math.min(...gains), most: Math.max(...gains) };
}

/** How much faster a bottleneck without ReLU and shortcut runs than one with both, over the paper's three widths. */
function useGainText(platform: Platform): { readonly from: string; readonly to: string } {
  const { i18n } = useLingui();
  const { least, most } = elementWiseGain(platform);
  return { from: percentText(least, i18n.locale, 0), to: percentText(most, i18n.locale, 0) };
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
        title={t`What ReLU and the shortcut move`}
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
            Memory access in elements, every op by itself; all four have the same multiply-adds. Runtimes that fuse a
            ReLU into the convolution before it move less.
          </Trans>
        }
      />
      <TryThis
        prompts={[
          {
            id: 'g4-none',
            text: <Trans>Without both: not one multiply-add fewer. How many elements fewer?</Trans>,
            answer: <FewerAnswer />,
            set: () => {
              choose({ relu: 'without', shortcut: 'without' });
            },
          },
          {
            id: 'g4-wide',
            text: (
              <Trans>
                256 channels on a 14×14 map, deep in a network: now the weights count, and the share of the addition
                shrinks.
              </Trans>
            ),
            set: () => {
              choose({ relu: 'with', shortcut: 'with', channels: 256, resolution: 14 });
            },
          },
        ]}
      />
      <ElementWiseMeasurements />
    </>
  );
}

function FewerAnswer() {
  const { i18n } = useLingui();
  const [all, none] = [movedByBottleneck('with'), movedByBottleneck('without')];
  const [fewer, before] = [all - none, all].map((value) => exactNumberText(value, i18n.locale));
  return (
    <Trans>
      {fewer} of {before}: two thirds.
    </Trans>
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
      name={t`Memory access of a bottleneck with and without ReLU and shortcut`}
      labelWidth={116}
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
  const { from, to } = useGainText(platform);
  return (
    <MeasuredSpeeds
      title={t`Measured: without them it is faster, but not three times`}
      fileName="g4-element-wise"
      caption={
        <Trans>
          The paper’s Table 4: ten bottlenecks with ReLU and shortcut, one of the two, or neither. Memory access is
          counted here for c = 32, relative to both.
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
          The paper gives neither the map nor the inner width; here they are 56×56 and c/4. Memory access falls to a
          third, but speed rises only by {from} to {to}: arithmetic and launches take time too, and runtimes fuse ops.
        </Trans>
      }
    />
  );
}

function nameOfVariant({ relu, shortcut }: { readonly relu: boolean; readonly shortcut: boolean }): string {
  return `${relu ? 'relu' : 'linear'}-${shortcut ? 'shortcut' : 'plain'}`;
}
