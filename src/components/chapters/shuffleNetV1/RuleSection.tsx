import { Trans, useLingui } from '@lingui/react/macro';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { MarginNote } from '../../explain/page/MarginNote';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { Figure } from '../../ui/Figure';
import { exactNumberText, percentText } from '../../ui/numberText';
import { learnedExchange, shuffleNetV1Lesson } from './lesson';
import styles from './ShuffleNetV1.module.css';

/** The shuffle is a rule made by hand: what learning the exchange would cost, and why a fixed one suffices. */
export function RuleSection() {
  const { i18n, t } = useLingui();
  const [typical, most] = [unitWith(3), unitWith(8)];
  const exact = (value: number | undefined) => exactNumberText(value ?? 0, i18n.locale);
  const [learned, grouped, channels] = [typical?.params.learned, typical?.params.pointwise, typical?.channels].map(
    exact,
  );
  const [added, doubled] = [typical, most].map((unit) => percentText(unit?.added ?? 0, i18n.locale, 0));
  return (
    <Section id="rule" title={t`A rule made by hand`}>
      <Prose>
        <p>
          <Trans>
            Nobody trained the shuffle: its order was written down once, and it is the same in every unit. Could the
            network learn the exchange instead? It would be a 1×1 convolution without groups on the shuffled map.
          </Trans>
        </p>
      </Prose>
      <MarginNote>
        <p>
          <Trans>
            To discuss: is it a weakness that a person wrote the rule? Kernel sizes, strides and widths were written by
            hand too. MobileNet V3 leaves some of those to a search.
          </Trans>
        </p>
      </MarginNote>
      <RuleGuess />
      <AfterGuess of={shuffleNetV1Lesson.predictions.p7}>
        <Prose>
          <p>
            <Trans>
              With g = 3 the shuffled map has {channels} channels. The exchange would need {learned} weights beside{' '}
              {grouped} in the unit’s two grouped 1×1 convolutions, and {added} more multiply-adds. With g = 8 it would
              be {doubled} more.
            </Trans>
          </p>
          <p>
            <Trans>
              A fixed rule is enough because it only has to bring the groups together. Every new group gets channels of
              all old groups (or of as many as it has room for), and what to do with them the next convolution learns. A
              learned order could send a channel where it is needed most; it would have to be worth its price.
            </Trans>
          </p>
        </Prose>
        <div className={styles.card}>
          <Figure
            title={t`Learning the exchange would nearly double a unit with eight groups`}
            files={{
              name: 'shufflenet-v1-learned-exchange',
              numbers: () => recordRows(units.map(({ groups, macs }) => ({ groups, ...macs }))),
            }}
            caption={
              <Trans>
                Multiply-adds of a stage 2 unit, from the graphs of ShuffleNet 1×, if a 1×1 convolution took the place
                of the shuffle. The shuffle itself has none.
              </Trans>
            }
          >
            <StackedBarChart
              name={t`Multiply-adds of a unit with a learned exchange, by groups: ${added} more with three groups, ${doubled} more with eight`}
              labelWidth={56}
              rows={units.map(({ groups, macs }) => ({
                id: String(groups),
                label: `g = ${String(groups)}`,
                parts: (['pointwise', 'depthwise', 'learned'] as const).map((kind) => ({ kind, value: macs[kind] })),
              }))}
              kinds={[
                { kind: 'pointwise', name: t`grouped 1×1`, tone: 'grouped' },
                { kind: 'depthwise', name: t`depthwise`, tone: 'depthwise' },
                { kind: 'learned', name: t`learned exchange`, tone: 'shuffle' },
              ]}
            />
          </Figure>
        </div>
      </AfterGuess>
    </Section>
  );
}

/** A learned exchange in place of the shuffle: how much more work? */
function RuleGuess() {
  const { i18n, t } = useLingui();
  const unit = unitWith(8);
  const own = (unit?.macs.pointwise ?? 0) + (unit?.macs.depthwise ?? 0);
  return (
    <GuessNumber
      of={shuffleNetV1Lesson.predictions.p7}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`MACs`}
          tone="macs"
          format={(value) => exactNumberText(value, i18n.locale)}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : own * (1 + guess / 100)}
          bars={[
            { id: 'fixed', label: t`with the shuffle`, value: own },
            { id: 'learned', label: t`with a learned exchange`, value: own + (unit?.macs.learned ?? 0), isAsked: true },
          ]}
        />
      )}
    />
  );
}

const units = [2, 3, 4, 8].flatMap((groups) => {
  const exchange = learnedExchange(groups);
  return exchange === undefined ? [] : [{ groups, ...exchange }];
});

function unitWith(groups: number) {
  return units.find((unit) => unit.groups === groups);
}
