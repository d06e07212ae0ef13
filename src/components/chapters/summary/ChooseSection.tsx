import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { summaryLesson, twoMegabytes } from './lesson';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { NumberSlider } from '../../ui/NumberSlider';
import { fixedText, percentText, shortNumberText } from '../../ui/numberText';
import { steps } from '../../../nets/steps';
import { allPublished } from './allPublished';
import styles from './Summary.module.css';

const limits = { megabytes: steps(1, 24), macs: [50, 100, 150, 200, 300, 400, 600, 1000, 10_000], top1: steps(55, 80) };

const parsers = {
  megabytes: nearestOf(limits.megabytes).withDefault(24),
  macs: nearestOf(limits.macs).withDefault(600),
  top1: nearestOf(limits.top1).withDefault(70),
};
const urlKeys = { megabytes: 'choose.file', macs: 'choose.macs', top1: 'choose.top1' } as const;

/** Published networks of the course that keep to limits. */
export function ChooseSection() {
  const { i18n, t } = useLingui();
  const [{ megabytes, macs, top1 }, setLimits] = useAddress(parsers, urlKeys);
  const kept = allPublished.filter(
    (each) => each.params / 1e6 <= megabytes && each.macs / 1e6 <= macs && each.top1 > top1,
  );
  const total = allPublished.length;
  return (
    <Section id="choose" title={t`Choose, and defend it`}>
      <Prose>
        <p>
          <Trans>
            A kiosk with a graphics card; a phone’s processor; a download of two megabytes. Set the limits of each, take
            one of the networks that are left, and defend it in two sentences, one of them with a time that you
            measured.
          </Trans>
        </p>
      </Prose>
      <DownloadGuess />
      <div className={styles.limits}>
        <NumberSlider
          label={t`File, 8 bits, at most`}
          unit="MB"
          values={limits.megabytes}
          value={megabytes}
          onChange={(most) => void setLimits({ megabytes: most })}
        />
        <NumberSlider
          label={t`Multiply-adds, at most`}
          unit="M"
          values={limits.macs}
          value={macs}
          onChange={(most) => void setLimits({ macs: most })}
        />
        <NumberSlider
          label={t`Published top-1, above`}
          unit="%"
          values={limits.top1}
          value={top1}
          onChange={(least) => void setLimits({ top1: least })}
        />
      </div>
      <p role="status" className={styles.count}>
        <Plural
          value={kept.length}
          one={`# of ${total} published networks is left.`}
          other={`# of ${total} published networks are left.`}
        />
      </p>
      <ul className={styles.kept}>
        {kept.map(({ name, params, macs: work, top1: share }) => (
          <li key={name}>
            <b>{name}</b>{' '}
            <span>
              {t`${shortNumberText(params, i18n.locale)} params, ${shortNumberText(work, i18n.locale)} MACs, ${percentText(share / 100, i18n.locale)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Two megabytes: which network is the most accurate? */
function DownloadGuess() {
  const { i18n, t } = useLingui();
  const { p5 } = summaryLesson.predictions;
  return (
    <GuessChoice
      of={p5}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Published top-1`}
          tone="plain"
          format={(value) => percentText(value / 100, i18n.locale, 1)}
          isOpen={isOpen}
          guess={undefined}
          bars={p5.options.map(({ value, label }) => {
            const { params, top1 } = twoMegabytes[value];
            const size = `${fixedText(params / 1e6, i18n.locale, 2)}\u00a0MB`;
            return {
              id: `top1-${value}`,
              label: isOpen ? `${i18n._(label)} · ${size}` : i18n._(label),
              value: top1,
              isAsked: true,
              isChosen: guess === value,
            };
          })}
        />
      )}
    />
  );
}
