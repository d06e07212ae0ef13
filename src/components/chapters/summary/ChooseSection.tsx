import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { NumberSlider } from '../../ui/NumberSlider';
import { percentText, shortNumberText } from '../../ui/numberText';
import { steps } from '../../../nets/steps';
import { allPublished } from './allPublished';
import styles from './Summary.module.css';

const limits = { megabytes: steps(1, 24), macs: [50, 100, 150, 200, 300, 400, 600, 1000, 10_000], top1: steps(55, 80) };

/** Published networks of the course that keep to limits. */
export function ChooseSection() {
  const { i18n, t } = useLingui();
  const [megabytes, setMegabytes] = useState(24);
  const [macs, setMacs] = useState(600);
  const [top1, setTop1] = useState(70);
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
      <div className={styles.limits}>
        <NumberSlider
          label={t`File, 8 bits, at most`}
          unit="MB"
          values={limits.megabytes}
          value={megabytes}
          onChange={setMegabytes}
        />
        <NumberSlider label={t`Multiply-adds, at most`} unit="M" values={limits.macs} value={macs} onChange={setMacs} />
        <NumberSlider label={t`Published top-1, above`} unit="%" values={limits.top1} value={top1} onChange={setTop1} />
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
