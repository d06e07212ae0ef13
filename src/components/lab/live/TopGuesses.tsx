import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import type { Guess } from '../../../run/engine/engineCalls';
import { wholePercentText } from '../../ui/numberText';
import { useLabelText } from '../../running/labels/useLabelText';
import type { FrameFeed } from '../../../lab/feed/frameFeed';
import styles from './TopGuesses.module.css';

/** Space for five rows from the start, so that nothing moves when the first frame arrives. */
const places = [0, 1, 2, 3, 4] as const;

type TopGuessesProps = {
  readonly frames: Pick<FrameFeed, 'summary' | 'subscribe'>;
  /** Screen readers announce the result of a still picture; on a camera they would never stop. */
  readonly isStill: boolean;
};

/** The network's five likeliest labels with their probabilities. */
export function TopGuesses({ frames, isStill }: TopGuessesProps) {
  const { t } = useLingui();
  const labelText = useLabelText();
  const summary = useSyncExternalStore(frames.subscribe, frames.summary);
  const [best] = summary?.top ?? [];
  const spoken = best === undefined ? '' : (labelText(best.label) ?? best.label);
  return (
    <section aria-label={t`Top five`}>
      <ol className={styles.list}>
        {places.map((place) => (
          <GuessRow key={place} guess={summary?.top[place]} />
        ))}
      </ol>
      <p className={styles.spoken} role="status">
        {isStill && best !== undefined ? <Trans>The network sees: {spoken}</Trans> : null}
      </p>
    </section>
  );
}

function GuessRow({ guess }: { readonly guess: Guess | undefined }) {
  const { i18n } = useLingui();
  const labelText = useLabelText();
  const translated = guess === undefined ? null : labelText(guess.label);
  return (
    <li className={styles.guess}>
      <span>
        {translated === null ? null : <span>{translated} </span>}
        <span lang="en" className={translated === null ? undefined : styles.original}>
          {guess?.label}
        </span>
      </span>{' '}
      <span className={styles.share}>
        {guess === undefined ? '' : wholePercentText(guess.probability, i18n.locale)}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ scale: `${String(guess?.probability ?? 0)} 1` }} />
      </span>
    </li>
  );
}
