import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { stridedConvolution } from '../../../nets/explorables/stridedConvolution';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { countingLesson, stridedCost } from './lesson';
import { StrideAnswer } from './PromptAnswers';
import { WindowStops } from './WindowStops';

/** A kernel is evaluated once for every pixel of the output map. */
export function OutputMapSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(stridedConvolution);
  const { graph, cost } = exploration.block;
  const { height, width } = graph.output.shape;
  const perStop = cost.macs / (height * width);
  const wrong = perStop * graph.input.shape.height * graph.input.shape.width;
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [right, misread, factor] = [exact(cost.macs), exact(wrong), fixedText(wrong / cost.macs, i18n.locale, 2)];
  return (
    <Section id="output-map" title={t`The kernel is evaluated once per output pixel`}>
      <Prose>
        <p>
          <Trans>
            One output value takes k·k·c<sub>in</sub> multiply-adds, one for each weight of its filter. The kernel is
            evaluated once per output pixel, so the height and width in the formula are those of the output map. Stride
            2 skips every second row and column, with the same weights.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={countingLesson.predictions.p1}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={exact}
            bars={[
              { id: 'stride-1', label: t`stride 1: 64 evaluations`, value: stridedCost(1).macs },
              { id: 'stride-2', label: t`stride 2`, value: stridedCost(2).macs, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : stridedCost(1).macs / guess}
          />
        )}
      />
      <AfterGuess of={countingLesson.predictions.p1}>
        <Explorer
          exploration={exploration}
          title={t`One dot, one evaluation`}
          blockName={t`Convolution`}
          replacedName={t`At stride 1`}
          knobs={{
            stride: { label: t`Stride` },
            kernel: { label: t`Kernel size k` },
            resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
            padding: { label: t`Padding`, choices: { symmetric: t`(k − 1) / 2 on each side`, valid: t`none` } },
          }}
          picture={<WindowStops node={graph.output} />}
        />
        <TryThis
          prompts={[
            {
              id: 'stride-two',
              text: <Trans>Change stride 1 to 2. Which costs fall, and which one stays?</Trans>,
              answer: <StrideAnswer />,
              set: () => {
                exploration.choose({ stride: 2, kernel: 3, resolution: 8, padding: 'symmetric' });
              },
            },
            {
              id: 'stride-four',
              text: <Trans>Stride 4 on a 16×16 map: the kernel is evaluated at one position in sixteen.</Trans>,
              set: () => {
                exploration.choose({ stride: 4, kernel: 3, resolution: 16, padding: 'symmetric' });
              },
            },
            {
              id: 'no-padding',
              text: <Trans>No padding: a 7×7 kernel fits an 8×8 map in only four positions.</Trans>,
              set: () => {
                exploration.choose({ stride: 1, kernel: 7, resolution: 8, padding: 'valid' });
              },
            },
          ]}
        />
      </AfterGuess>
      <Claim
        id="counting/c1"
        claim={
          <Trans>
            MACs = k²·c<sub>in</sub>·c<sub>out</sub>·H·W, with H and W of the input.
          </Trans>
        }
        sources={<SourceLink source={mobileNetV1Paper} place={t`section 3.1`} />}
      >
        <p>
          <Trans>
            H and W are those of the output map. As the sliders stand it gives {right} MACs; the input map would give{' '}
            {misread}, {factor}× that. The mistake is usually made at a first layer with stride 2.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}
