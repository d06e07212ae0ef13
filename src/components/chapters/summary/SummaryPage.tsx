import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { largeTop1ByRecipe } from '../../../nets/papers/mobileNetV3';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { percentText } from '../../ui/numberText';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessOrder } from '../../explain/lesson/GuessOrder';
import { BumpChart } from './BumpChart';
import { ChooseSection } from './ChooseSection';
import { IntensitySection } from './IntensitySection';
import { summaryLesson } from './lesson';
import { MatchQuestions } from './MatchQuestions';
import { OrdersOpening } from './OrdersOpening';
import { TableSection } from './TableSection';
import { PageLink } from '../../ui/PageLink';

/** The last chapter: all networks of the course in one table, three orders, and how to choose. */
export function SummaryPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`Summary`}
      lesson={summaryLesson}
      opening={<OrdersOpening />}
      references={[shuffleNetV2Paper]}
      lede={
        <Trans>
          Eight networks and three costs: which for what? Here they stand in one table, to be sorted, questioned and
          chosen from.
        </Trans>
      }
    >
      <Section id="orders" title={t`Three costs, three orders`}>
        <Prose>
          <p>
            <Trans>
              Sort the eight by what they store, by what they compute, and by what they move. If one cost stood for the
              others, the lines would run level.
            </Trans>
          </p>
        </Prose>
        <GuessOrder of={summaryLesson.predictions.p1} figure={({ isOpen }) => <BumpChart showsMemory={isOpen} />} />
      </Section>
      <TableSection />
      <IntensitySection />
      <Section id="questions" title={t`Eight questions, eight answers`}>
        <Prose>
          <p>
            <Trans>
              The course is one argument: each network answers what the one before had left open. Give every question
              its answer.
            </Trans>
          </p>
        </Prose>
        <MatchQuestions />
      </Section>
      <Section id="not-shown" title={t`Which one is the fastest?`}>
        <GuessChoice of={summaryLesson.predictions.p3} figure={() => null} />
        <AfterGuess of={summaryLesson.predictions.p3}>
          <NotShown />
        </AfterGuess>
      </Section>
      <ChooseSection />
    </ExplorePage>
  );
}

/** What the table has no column for. */
function NotShown() {
  const { i18n } = useLingui();
  const [first, second] = [largeTop1ByRecipe.v1, largeTop1ByRecipe.v2].map((top1) =>
    percentText(top1 / 100, i18n.locale, 1),
  );
  return (
    <Prose>
      <ul>
        <li>
          <Trans>
            <strong>How it was trained.</strong> The same graph of MobileNet V3-Large has {first} or {second} top-1, by
            the recipe alone. Differences of a point between papers say little about the structure.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>Whether it survives 8 bits.</strong> ReLU6 bounds what must be rounded; swish and gates do not. It
            is part of why EfficientNet became Lite.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>What the chip can run.</strong> An op without a kernel of its own costs many times its count, or
            does not run at all.
          </Trans>
        </li>
        <li>
          <Trans>
            <strong>Time.</strong> It belongs to a network on a device. <PageLink to="/race">Race</PageLink> and{' '}
            <PageLink to="/layers">Layers</PageLink> measure it on yours.
          </Trans>
        </li>
      </ul>
    </Prose>
  );
}
