import { Trans, useLingui } from '@lingui/react/macro';
import { vgg16 } from '../../../nets/models/vgg16';
import { builtGraph } from '../../../nets/models/model';
import { arithmeticIntensity, costOf } from '../../../nets/readings/cost';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { fixedText } from '../../ui/numberText';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { summaryLesson } from './lesson';
import { asPublished, published } from './summaryRows';
import { PageLink } from '../../ui/PageLink';

const { p4 } = summaryLesson.predictions;
const heavy = { id: vgg16.id, label: vgg16.name, value: arithmeticIntensity(costOf(builtGraph(vgg16))) };

/** Multiply-adds for each element that is moved: what light networks have in common. */
export function IntensitySection() {
  const { i18n, t } = useLingui();
  const bars = [
    heavy,
    ...asPublished.map(({ model, intensity }) => ({ id: model.id, label: model.name, value: intensity })),
  ];
  return (
    <Section id="intensity" title={t`Little work for each element that moves`}>
      <Prose>
        <p>
          <Trans>
            Everywhere in the course, multiply-adds were easier to save than maps. What does that do to the work for
            each element that moves? A processor that computes faster than it fetches waits where there is little.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p4}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Multiply-adds for each element moved`}
            tone="plain"
            format={(value) => fixedText(value, i18n.locale, 1)}
            bars={[
              { id: 'asked-xception', label: 'Xception', value: published('xception').intensity },
              {
                id: 'asked-shufflenet',
                label: 'ShuffleNet V1',
                value: published('shufflenet-v1').intensity,
                isAsked: true,
              },
            ]}
            isOpen={isOpen}
            guess={guess}
          />
        )}
      />
      <AfterGuess of={p4}>
        <Prose>
          <p>
            <Trans>
              <PageLink to="/layers">Layers</PageLink> draws the same ratio beside what this device can compute and
              fetch: its roofline.
            </Trans>
          </p>
        </Prose>
        <ComparisonBars
          name={t`Multiply-adds for each element moved`}
          fileName="summary-intensity"
          bars={bars
            .toSorted((a, b) => b.value - a.value)
            .map((bar) => ({ ...bar, tone: bar === heavy ? ('other' as const) : ('subject' as const) }))}
          format={(value) => fixedText(value, i18n.locale, 1)}
        />
      </AfterGuess>
    </Section>
  );
}
