import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { memoryTraffic } from '../../../nets/explorables/memoryTraffic';
import { Sized } from '../../ui/Sized';
import { shortNumberText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { Formula } from '../../explain/cost/Formula';
import { useRatioText } from '../../explain/cost/useRatioText';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration, type Exploration } from '../../explain/exploration/useExploration';
import { countingLesson, largeMap, movedBy } from './lesson';
import { LargeMapAnswer, TurnAnswer } from './PromptAnswers';
import { TrafficBars, TrafficLegend } from './TrafficBars';

/** The third cost, which multiply-adds hide: moving maps and weights. */
export function MemorySection() {
  const { i18n, t } = useLingui();
  const ratioText = useRatioText();
  const fewer = ratioText(movedBy('depthwise', smallMap), movedBy('standard', smallMap));
  const exploration = useExploration(memoryTraffic);
  const { values } = exploration;
  return (
    <Section id="memory" title={t`Cutting connections does not shrink the maps`}>
      <Prose>
        <p>
          <Trans>
            A layer reads its input, reads its weights and writes its output. The number of elements that it moves is
            its memory access cost. With c channels, a depthwise convolution does 1/c of the multiply-adds of a standard
            one. Which share of the traffic is left?
          </Trans>
        </p>
        <p>
          <Trans>
            Multiply-adds per element moved are a layer’s arithmetic intensity. Where it is low, the processor waits for
            memory, and fewer multiply-adds save little time: ShuffleNet V2 builds its guidelines on this. On a small
            map with many channels the weights rule instead: at 512 channels and 7×7, depthwise moves {fewer} elements.
          </Trans>
        </p>
        <p>
          <Trans>A pointwise convolution from c₁ to c₂ channels on an h×w map moves</Trans>
        </p>
        <Formula tex={`h\\,w\\,(c_1 + c_2) + c_1\\,c_2\\ \\text{${t`elements`}}`} />
      </Prose>
      <GuessNumber
        of={countingLesson.predictions.p2}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'standard', label: t`standard 3×3, 128 channels`, value: movedBy('standard', largeMap) },
              { id: 'depthwise', label: t`depthwise 3×3`, value: movedBy('depthwise', largeMap), isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : movedBy('standard', largeMap) / guess}
          />
        )}
      />
      <AfterGuess of={countingLesson.predictions.p2}>
        <Explorer
          exploration={exploration}
          title={t`Same maps, similar traffic`}
          blockName={t`Chosen kind`}
          replacedName={t`standard`}
          knobs={{
            kind: {
              label: t`Kind`,
              choices: {
                standard: t`standard`,
                grouped: t`grouped`,
                pointwise: t`pointwise`,
                depthwise: t`depthwise`,
              },
            },
            channels: { label: t`Channels in and out` },
            resolution: { label: t`Map`, unit: 'px', hint: t`height and width` },
          }}
          picture={
            <>
              <Sized>{(width) => <TrafficBars values={values} width={width} />}</Sized>
              <TrafficLegend />
            </>
          }
        />
        <MemoryPrompts exploration={exploration} />
      </AfterGuess>
      <Claim
        id="counting/c3"
        claim={<Trans>The memory access cost of a 1×1 convolution is hw(c₁ + c₂ + c₁c₂).</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 2, G1`} />}
      >
        <p>
          <Trans>
            The bracket closes too late: weights are read once, not once per pixel. At 56×56 with 128 channels in and
            out it is 819,200 elements; the misplaced bracket makes 52,183,040. That paper also abbreviates memory
            access cost as MAC, which means multiply-add everywhere else; here it is always spelled out.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}

/** What to try with the map's size, and what there is to see. */
function MemoryPrompts({ exploration: { choose } }: { readonly exploration: Exploration }) {
  return (
    <TryThis
      prompts={[
        {
          id: 'large-map',
          text: <Trans>32 channels at 112×112: are the elements in the maps or in the weights?</Trans>,
          answer: <LargeMapAnswer at={pointwiseEarly} />,
          set: () => {
            choose(pointwiseEarly);
          },
        },
        {
          id: 'small-map',
          text: <Trans>1,024 channels at 1×1, as after global average pooling: nearly all elements are weights.</Trans>,
          set: () => {
            choose({ channels: 1024, resolution: 1, kind: 'pointwise' });
          },
        },
        {
          id: 'turn',
          text: (
            <Trans>A standard 3×3 with 128 channels at 28×28: are maps or weights the larger part? And at 14×14?</Trans>
          ),
          answer: <TurnAnswer at={standardMiddle} smaller={{ ...standardMiddle, resolution: 14 }} />,
          set: () => {
            choose(standardMiddle);
          },
        },
      ]}
    />
  );
}

const pointwiseEarly = { channels: 32, resolution: 112, kind: 'pointwise' };
const standardMiddle = { channels: 128, resolution: 28, kind: 'standard' };
const smallMap = { channels: 512, resolution: 7 };
