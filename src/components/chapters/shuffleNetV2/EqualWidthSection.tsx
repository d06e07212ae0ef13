import { Trans, useLingui } from '@lingui/react/macro';
import { equalWidth, memoryAccessBound } from '../../../nets/explorables/guidelines';
import { widthStack } from '../../../nets/explorables/guidelineStacks';
import { costOf } from '../../../nets/readings/cost';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Detail } from '../../ui/Detail';
import { exactNumberText, twoDecimals, useNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Explorer } from '../../explain/page/Explorer';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Formula } from '../../explain/cost/Formula';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { CurveGuess } from './CurveGuess';
import { shuffleNetV2Lesson } from './lesson';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';
import { WidthCurveFigure } from './WidthCurveFigure';

const { p2 } = shuffleNetV2Lesson.predictions;

/** G1: at given multiply-adds, a 1x1 convolution moves the least memory when its widths are equal. */
export function EqualWidthSection() {
  const { t } = useLingui();
  return (
    <Section id="g1" title={t`G1: the widths of input and output`}>
      <Prose>
        <p>
          <Trans>
            A 1×1 convolution from c₁ to c₂ channels on an h × w map needs B = hw·c₁c₂ multiply-adds. It reads its input
            and its weights and writes its output, so its memory access is
          </Trans>
        </p>
        <Formula tex="hw\,(c_1 + c_2) + c_1 c_2" />
      </Prose>
      <GuessChoice of={p2} figure={({ isOpen, guess }) => <CurveGuess isOpen={isOpen} guess={guess} />} />
      <AfterGuess of={p2}>
        <Prose>
          <p>
            <Trans>
              If B is fixed, so is the product c₁c₂, and only the sum c₁ + c₂ can vary. Two numbers with a given product
              have the smallest sum when they are equal, because no square is negative:
            </Trans>
          </p>
          <div className={styles.formula}>
            <Formula tex="\left(\sqrt{c_1} - \sqrt{c_2}\right)^2 \ge 0 \;\Rightarrow\; c_1 + c_2 \ge 2\sqrt{c_1 c_2}" />
          </div>
          <p>
            <Trans>With c₁c₂ = B/hw this gives</Trans>
          </p>
          <div className={styles.formula}>
            <Formula tex="hw\,(c_1 + c_2) + c_1 c_2 \;\ge\; 2\sqrt{hw\,B} + \frac{B}{hw}" />
          </div>
          <p>
            <Trans>The bound is reached at c₁ = c₂ and nowhere else.</Trans>
          </p>
        </Prose>
        <EqualWidthExplorer />
      </AfterGuess>
      <Notes>
        <Claim
          id="shufflenet-v2/c2"
          claim={<Trans>The memory access cost is hw(c₁ + c₂ + c₁c₂).</Trans>}
          sources={<SourceLink source={shuffleNetV2Paper} place={t`equation 1`} />}
        >
          <MisplacedBracket />
        </Claim>
        <Claim
          id="shufflenet-v2/c3"
          claim={<Trans>Any convolution is fastest when its input and output have equal widths.</Trans>}
          sources={<SourceLink source={shuffleNetV2Paper} place={t`section 2 and Table 1`} />}
        >
          <Trans>
            Among 1×1 convolutions of the same multiply-adds, and with a cache large enough to move everything once.
            Making one side narrower alone still saves time. And the paper’s own test keeps the multiply-adds only
            roughly equal: c₁c₂ goes from 16,384 to 15,552.
          </Trans>
        </Claim>
      </Notes>
    </Section>
  );
}

function EqualWidthExplorer() {
  const { t } = useLingui();
  const exploration = useExploration(equalWidth, 'memoryAccess');
  const { values, choose } = exploration;
  return (
    <>
      <Explorer
        exploration={exploration}
        title={t`Memory access is lowest at c₁ = c₂`}
        blockName={t`As set`}
        replacedName={t`Equal widths`}
        knobs={{
          inChannels: {
            label: t`Input channels c₁`,
            hint: t`c₂ follows, so that c₁ × c₂ stays the same.`,
          },
          balanced: { label: t`Channels at 1:1`, hint: t`The square of this is c₁ × c₂.` },
          resolution: { label: t`Height and width`, unit: 'px' },
        }}
        picture={
          <WidthCurveFigure
            balanced={Number(values['balanced'])}
            inChannels={Number(values['inChannels'])}
            resolution={Number(values['resolution'])}
            onPick={(inChannels) => {
              choose({ inChannels });
            }}
          />
        }
        caption={
          <Trans>
            Every point is one 1×1 convolution; all have the same multiply-adds. Click a point, or use the slider.
          </Trans>
        }
        readouts={<BoundReadouts exploration={exploration} />}
      />
      <TryThis
        prompts={[
          {
            id: 'g1-paper',
            text: (
              <Trans>
                The paper’s setting, 128 channels at 1:1 on a 56×56 map: 819,200 elements, exactly the bound.
              </Trans>
            ),
            set: () => {
              choose({ balanced: 128, inChannels: 128, resolution: 56 });
            },
          },
          {
            id: 'g1-mirror',
            text: (
              <Trans>
                From 480 to 30 channels instead of 30 to 480: the same memory access, since a read counts as much as a
                write.
              </Trans>
            ),
            set: () => {
              choose({ balanced: 120, inChannels: 480, resolution: 56 });
            },
          },
          {
            id: 'g1-small',
            text: (
              <Trans>
                Now a 7×7 map and 240 channels: there are more weights than map elements, and the ratio matters less.
              </Trans>
            ),
            set: () => {
              choose({ balanced: 240, inChannels: 60, resolution: 7 });
            },
          },
        ]}
      />
      <WidthMeasurements />
    </>
  );
}

function BoundReadouts({ exploration }: { readonly exploration: Exploration }) {
  const { i18n, t } = useLingui();
  const ratio = useNumberText(twoDecimals);
  const { memoryAccess } = exploration.block.cost;
  const bound = memoryAccessBound(exploration.block.graph.output);
  return (
    <Readouts>
      <Readout
        label={t`Memory access over the bound`}
        value={<span data-figure="times-bound">{`${ratio(memoryAccess / bound)}×`}</span>}
        note={memoryAccess === bound ? t`equal widths: the minimum` : t`more than these multiply-adds require`}
      />
      <Readout
        label={t`Bound`}
        value={<span data-figure="bound">{exactNumberText(Math.ceil(bound), i18n.locale)}</span>}
        note={t`elements`}
      />
    </Readouts>
  );
}

function WidthMeasurements() {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const ratio = useNumberText(twoDecimals);
  const counted = shuffleNetV2Experiments.equalWidth.map((row) => {
    const [first, second] = platform === 'gpu' ? row.gpuChannels : row.armChannels;
    return { row, first, second, cost: costOf(widthStack({ first, second })) };
  });
  const base = counted[0]?.cost.memoryAccess ?? 1;
  return (
    <MeasuredSpeeds
      title={t`Measured: the more unequal the widths, the slower`}
      fileName="g1-equal-widths"
      caption={
        <Trans>
          The paper’s Table 1: ten blocks, each c₁ → c₂ → c₁, on a 56×56 map. Memory access is counted here on the same
          blocks, relative to 1:1.
        </Trans>
      }
      rowName="c₁ : c₂"
      counted={[t`Memory`]}
      columns={['×1', '×2', '×4']}
      rows={counted.map(({ row, first, second, cost }) => ({
        id: row.ratio,
        label: (
          <>
            {row.ratio}
            <Detail>
              {first} : {second}
            </Detail>
          </>
        ),
        figures: [{ value: cost.memoryAccess, text: `${ratio(cost.memoryAccess / base)}×` }],
        speeds: platform === 'gpu' ? row.gpu : row.arm,
      }))}
      note={
        <Trans>
          ×1, ×2 and ×4 multiply the channels. The paper does not say so, but only then do the speeds of its Tables 2
          and 3 agree. The wider the layers, the closer the speeds: arithmetic then outweighs launches and memory
          access.
        </Trans>
      }
    />
  );
}

/** The numbers that the wrong formula yields. */
function MisplacedBracket() {
  const { i18n } = useLingui();
  const pixels = 56 * 56;
  const right = exactNumberText(costOf(equalWidth.graph(paperSetting)).memoryAccess, i18n.locale);
  const wrong = exactNumberText(pixels * (2 * 128 + 128 ** 2), i18n.locale);
  return (
    <Trans>
      The weights are read once, not once per pixel. At 56 × 56 with 128 channels on both sides it is {right} elements;
      the misplaced bracket gives {wrong}. The bound only follows from the correct form.
    </Trans>
  );
}

const paperSetting = { balanced: 128, inChannels: 128, resolution: 56 };
