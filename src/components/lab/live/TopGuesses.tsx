import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore, type CSSProperties } from 'react';
import type { Guess } from '../../../run/engine/engineCalls';
import { wholePercentText } from '../../ui/numberText';
import { Spoken } from '../../ui/Spoken';
import { useLabelText } from '../../running/labels/useLabelText';
import type { FrameFeed } from '../../../lab/feed/frameFeed';
import { labelFit } from './labelFit';
import styles from './TopGuesses.module.css';

/** Space for five rows from the start, so that nothing moves when the first frame arrives. */
const places = [0, 1, 2, 3, 4] as const;

type TopGuessesProps = {
  readonly frames: Pick<FrameFeed, 'summary' | 'subscribe'>;
  /** Screen readers announce the result of a still picture; on a camera they would never stop. */
  readonly isStill: boolean;
  /** Whether the figures are of a picture that has ended. */
  readonly isOver: boolean;
  /** Whether it lies on the picture, which fills the screen. */
  readonly isFull: boolean;
  /** Whether feature maps below it take a part of its room. */
  readonly isShort: boolean;
};

/** The network's likeliest label, as large as its column, and four more, the last one where the window is tall. */
export function TopGuesses({ frames, isStill, isOver, isFull, isShort }: TopGuessesProps) {
  const { t } = useLingui();
  const labelText = useLabelText();
  const summary = useSyncExternalStore(frames.subscribe, frames.summary);
  const [best] = summary?.top ?? [];
  const spoken = best === undefined ? '' : (labelText(best.label) ?? best.label);
  return (
    <section
      className={styles.answer}
      aria-label={t`Top five`}
      data-over={isOver}
      data-full={isFull}
      data-short={isShort}
    >
      <ol className={styles.list} style={sizesOf(spoken)}>
        {places.map((place) => (
          <GuessRow key={place} guess={summary?.top[place]} isAwaited={summary === null} />
        ))}
      </ol>
      <Spoken>
        <span role="status">{isStill && best !== undefined ? <Trans>The network sees: {spoken}</Trans> : null}</span>
      </Spoken>
    </section>
  );
}

/** What the style sheet shrinks the label by. */
function sizesOf(label: string): CSSProperties {
  return Object.fromEntries(Object.entries(labelFit(label)).map(([lines, em]) => [`--${lines}`, em || 1]));
}

type GuessRowProps = {
  readonly guess: Guess | undefined;
  /** Whether a guess may still come: a network of few classes has fewer guesses than places. */
  readonly isAwaited: boolean;
};

function GuessRow({ guess, isAwaited }: GuessRowProps) {
  const { i18n } = useLingui();
  const labelText = useLabelText();
  const translated = guess === undefined ? null : labelText(guess.label);
  const isAbsent = guess === undefined && !isAwaited;
  return (
    <li className={styles.guess} data-translated={translated !== null} aria-hidden={isAbsent}>
      <span className={styles.label}>
        {translated === null ? null : <span>{translated} </span>}
        <span lang="en" className={translated === null ? undefined : styles.original}>
          {guess?.label}
        </span>
      </span>{' '}
      {isAbsent ? null : (
        <span className={styles.track} aria-hidden="true">
          <span className={styles.bar} style={{ scale: `${String(guess?.probability ?? 0)} 1` }} />
        </span>
      )}
      <span className={styles.share}>
        {guess === undefined ? '' : wholePercentText(guess.probability, i18n.locale)}
      </span>
    </li>
  );
}
