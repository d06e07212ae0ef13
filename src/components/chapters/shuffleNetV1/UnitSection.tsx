import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { shuffleNetV1Paper } from '../../../nets/papers/shuffleNetV1';
import { useMemo } from 'react';
import { shuffleUnitsV1 } from '../../../nets/explorables/shuffleUnits';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { TryThis } from '../../explain/page/TryThis';
import { UnitExplorer, type Unit } from '../../explain/page/UnitExplorer';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText, fixedText, shortNumberText } from '../../ui/numberText';
import { shuffleNetV1Lesson, stage2Unit, unitAtPaperWidth } from './lesson';
import { UnitCosts } from './UnitCosts';

/** The paper's figure 2, drawn from the graphs, and what its units cost. */
export function UnitSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(shuffleUnitsV1);
  const { choose } = exploration;
  const figure = String(exploration.values['figure']);
  return (
    <Section id="unit" title={t`From the bottleneck to the unit`}>
      <Prose>
        <p>
          <Trans>
            The paper’s figure 2 has three units. In each, the bottleneck has a quarter of the output’s channels. Only
            the first 1×1 convolution is followed by a shuffle, since a second shuffle brought no gain; the depthwise
            convolution has no ReLU after it. In the network one 1×1 convolution stays ungrouped: the first of stage 2,
            whose input has just 24 channels.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={shuffleNetV1Lesson.predictions.p3}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={(value) => shortNumberText(value, i18n.locale)}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : stage2Unit('resNet').macs / guess}
            bars={[
              { id: 'resNet', label: t`ResNet’s bottleneck`, value: stage2Unit('resNet').macs },
              { id: 'unit', label: t`ShuffleNet unit, g = 3`, value: stage2Unit('shuffleNet').macs, isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={shuffleNetV1Lesson.predictions.p3}>
        <UnitExplorer
          exploration={exploration}
          title={t`Three units of the paper`}
          units={useUnits()}
          blockName={t`Unit (${figure})`}
          replacedName={t`ResNet’s bottleneck`}
          knobs={{
            groups: { label: t`Groups g`, hint: t`In the 1×1 convolutions of (b) and (c).` },
            channels: {
              label: t`Input channels c`,
              hint: t`Multiples of 4g, so that the bottleneck divides.`,
            },
            resolution: { label: t`Input map`, unit: 'px' },
          }}
        />
        <UnitCosts values={exploration.values} />
        <TryThis
          prompts={[
            {
              id: 'unit-groups',
              text: (
                <Trans>
                  Eight groups and 384 channels, as in the network with g = 8: about the same MACs as three groups and
                  240 channels. How much more memory access?
                </Trans>
              ),
              answer: <WidthAnswer />,
              set: () => {
                choose({ figure: 'b', groups: 8, channels: 384 });
              },
            },
            {
              id: 'unit-one',
              text: (
                <Trans>
                  With one group there is nothing to shuffle, and (b) is (a) without the ReLU in the middle: the paper’s
                  “Xception-like” unit.
                </Trans>
              ),
              set: () => {
                choose({ figure: 'b', groups: 1, channels: 240 });
              },
            },
            {
              id: 'unit-down',
              text: (
                <Trans>Stride 2 in (c): the branch computes only the channels that the shortcut does not bring.</Trans>
              ),
              set: () => {
                choose({ figure: 'c', groups: 3, channels: 240, resolution: 28 });
              },
            },
          ]}
        />
      </AfterGuess>
      <Claim
        id="shufflenet-v1/c1"
        claim={<Trans>Figure 2 (a) is ResNet’s bottleneck.</Trans>}
        sources={<SourceLink source={shuffleNetV1Paper} place={t`section 3.2`} />}
      >
        <p>
          <Trans>
            Its 3×3 convolution is already depthwise. From ResNet’s bottleneck to (a) the 3×3 falls from 9m² to 9m
            multiply-adds per pixel; from (a) to (b) the groups divide the cost of the 1×1 convolutions by g.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}

function WidthAnswer() {
  const { i18n } = useLingui();
  const [three, eight] = [unitAtPaperWidth(3), unitAtPaperWidth(8)];
  const [before, after] = [three, eight].map(({ memoryAccess }) => exactNumberText(memoryAccess, i18n.locale));
  const times = fixedText(eight.memoryAccess / three.memoryAccess, i18n.locale, 1);
  return (
    <Trans>
      {times} times: {after} elements instead of {before}.
    </Trans>
  );
}

function useUnits(): readonly Unit[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'a',
        name: t`(a) Depthwise bottleneck`,
        what: <Trans>A residual bottleneck whose 3×3 is depthwise. Its 1×1 convolutions are dense.</Trans>,
      },
      {
        id: 'b',
        name: t`(b) ShuffleNet unit`,
        what: <Trans>Both 1×1 convolutions are grouped, with a shuffle after the first. The input is added.</Trans>,
        data: <BlockData of={exhibits.shuffleNetV1} path="stage2.unit2" />,
      },
      {
        id: 'c',
        name: t`(c) Unit with stride 2`,
        what: (
          <Trans>
            The shortcut is a 3×3 average pool with stride 2, and it is concatenated: twice the channels at little cost.
          </Trans>
        ),
        data: <BlockData of={exhibits.shuffleNetV1} path="stage2.unit1" />,
      },
    ],
    [t],
  );
}
