import { Trans, useLingui } from '@lingui/react/macro';
import { vgg16 } from '../../../nets/models/vgg16';
import { builtGraph } from '../../../nets/models/model';
import { arithmeticIntensity, costOf } from '../../../nets/readings/cost';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { fixedText } from '../../ui/numberText';
import { asPublished } from './summaryRows';
import { PageLink } from '../../ui/PageLink';

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
            Everywhere in the course, multiply-adds were easier to save than maps. The work for each element that moves
            has fallen with them, from Xception to ShuffleNet V1 by almost a factor of nine. A processor that computes
            faster than it fetches waits in such a network.
          </Trans>
        </p>
        <p>
          <Trans>
            <PageLink to="/layers">Layers</PageLink> draws the same ratio beside what this device can compute and fetch:
            its roofline.
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
    </Section>
  );
}
