import { Trans, useLingui } from '@lingui/react/macro';
import { featureReuse } from '../../../nets/explorables/featureReuse';
import { producersOf } from '../../../nets/readings/producers';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { filesOf } from '../../explain/exploration/filesOf';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { Workbench } from '../../explain/page/Workbench';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { untouchedAfter } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import { ReuseFigure } from './ReuseFigure';

const { p9 } = shuffleNetV2Lesson.predictions;

/** What the untouched half is for: later units read the features of earlier ones unchanged. */
export function ReuseSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(featureReuse);
  return (
    <Section id="reuse" title={t`Half of the channels are reused`}>
      <Prose>
        <p>
          <Trans>
            Half of the channels pass through a unit untouched and enter the next one: the network reuses features
            without computing them again, much as DenseNet does. The shuffle decides which half.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p9}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Untouched channels of 16`}
            tone="plain"
            format={(value) => exactNumberText(value, i18n.locale)}
            bars={[
              { id: 'untouched-0', label: t`at the start`, value: 16 },
              { id: 'untouched-1', label: t`after one unit`, value: untouchedAfter(1) },
              { id: 'untouched-3', label: t`after three units`, value: untouchedAfter(3), isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess}
          />
        )}
      />
      <AfterGuess of={p9}>
        <Prose>
          <p>
            <Trans>
              Of c channels, c/2ⁿ survive n units unchanged, so neighbouring units share much and distant ones little.
              The authors name this as one reason for the network’s accuracy; the other is that an efficient unit allows
              more channels.
            </Trans>
          </p>
        </Prose>
        <Workbench
          stage={
            <Figure
              title={t`Which unit computed which channel`}
              files={filesOf(exploration)}
              onReset={exploration.reset}
              caption={
                <Trans>
                  The number in a channel is the unit that computed it; 0 is the input. The left half of each row passes
                  by, the right half is convolved, and then both are shuffled.
                </Trans>
              }
            >
              <ReuseFigure graph={exploration.block.graph} />
            </Figure>
          }
          side={
            <>
              <KnobControls
                exploration={exploration}
                texts={{
                  channels: { label: t`Channels c`, hint: t`few enough to draw each` },
                  units: { label: t`Units n` },
                }}
              />
              <Untouched exploration={exploration} />
            </>
          }
        />
        <TryThis
          prompts={[
            {
              id: 'reuse-all',
              text: (
                <Trans>
                  32 channels through five units: one channel survives unchanged. Stage 3 of the network has seven such
                  units.
                </Trans>
              ),
              set: () => {
                exploration.choose({ channels: 32, units: 5 });
              },
            },
            {
              id: 'reuse-one',
              text: <Trans>One unit: old and new channels alternate, so the next split takes some of both.</Trans>,
              set: () => {
                exploration.choose({ channels: 16, units: 1 });
              },
            },
          ]}
        />
      </AfterGuess>
    </Section>
  );
}

function Untouched({ exploration }: { readonly exploration: ReturnType<typeof useExploration> }) {
  const { i18n, t } = useLingui();
  const { graph } = exploration.block;
  const producers = producersOf(graph).get(graph.output.id) ?? [];
  const untouched = producers.filter((maker) => maker === graph.input.id).length;
  const channels = producers.length;
  return (
    <Readouts>
      <Readout
        label={t`Unchanged after the last unit`}
        value={<span data-figure="untouched">{untouched}</span>}
        note={t`of ${channels} channels`}
      />
      <Readout label={t`Share`} value={percentText(untouched / channels, i18n.locale)} note="1 / 2ⁿ" />
    </Readouts>
  );
}
