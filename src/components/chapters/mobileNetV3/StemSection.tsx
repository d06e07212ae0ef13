import { Trans, useLingui } from '@lingui/react/macro';
import { firstFilters } from '../../../nets/explorables/firstFilters';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV3 } from '../../../nets/models/mobileNetV3';
import { exactNumberText, percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { costOf } from '../../../nets/readings/cost';
import { isAtDefaults } from '../../explain/exploration/isAtDefaults';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { firstLayersCost, mobileNetV3Lesson } from './lesson';

/** The first layer's 32 filters become 16. */
export function StemSection() {
  const { t } = useLingui();
  const exploration = useExploration(firstFilters);
  const { block, replaced, choose } = exploration;
  const saved = (replaced?.cost.macs ?? 0) - block.cost.macs;
  return (
    <Section id="first-filters" title={t`16 first filters instead of 32`}>
      <Prose>
        <p>
          <Trans>
            Networks tend to start with 32 filters that detect edges, and many of them are mirror images of each other.
            With h-swish instead of ReLU, the authors found 16 to be enough. On the network’s largest map every filter
            is expensive: it costs in the first layer and again in the block after it.
          </Trans>
        </p>
      </Prose>
      <StemGuess />
      <AfterGuess of={mobileNetV3Lesson.predictions.p6}>
        <Explorer
          exploration={exploration}
          title={t`The first layer and block 1`}
          blockName={t`Chosen`}
          replacedName={t`32 filters`}
          knobs={{
            filters: { label: t`First filters` },
            resolution: { label: t`Image`, unit: 'px' },
          }}
          readouts={
            <Readouts>
              <Readout
                label={t`MACs saved against 32 filters`}
                value={
                  <span data-saved="stem-macs">
                    <Quantity value={saved} />
                  </span>
                }
                note={
                  isAtDefaults(exploration)
                    ? t`the paper: 10 M and 2 ms, from 32 to 16`
                    : t`the paper’s 10 M and 2 ms are from 32 filters to 16, at 224 px`
                }
              />
            </Readouts>
          }
        />
        <TryThis
          prompts={[
            {
              id: 'eight',
              text: <Trans>8 filters would save half as much again. How small a share of all 217 M is that?</Trans>,
              answer: <EighthAnswer />,
              set: () => {
                choose({ filters: 8, resolution: 224 });
              },
            },
          ]}
        />
      </AfterGuess>
    </Section>
  );
}

/** Half of the first filters: how much of the work is left? */
function StemGuess() {
  const { i18n, t } = useLingui();
  const { kept, before } = firstLayersCost();
  return (
    <GuessNumber
      of={mobileNetV3Lesson.predictions.p6}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`MACs`}
          tone="macs"
          format={(value) => exactNumberText(value, i18n.locale)}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : (before.macs * guess) / 100}
          bars={[
            { id: 'filters-32', label: t`32 filters`, value: before.macs },
            { id: 'filters-16', label: t`16 filters`, value: kept.macs, isAsked: true },
          ]}
        />
      )}
    />
  );
}

function EighthAnswer() {
  const { i18n } = useLingui();
  const at = (filters: number): number => costOf(firstFilters.graph({ filters, resolution: 224 })).macs;
  const saved = at(16) - at(8);
  const [fewer, share] = [
    exactNumberText(saved, i18n.locale),
    percentText(saved / costOf(builtGraph(mobileNetV3)).macs, i18n.locale),
  ];
  return (
    <Trans>
      {fewer} multiply-adds: {share}.
    </Trans>
  );
}
