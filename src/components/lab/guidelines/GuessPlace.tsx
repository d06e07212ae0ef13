import { useLingui } from '@lingui/react/macro';
import { Spoken } from '../../ui/Spoken';
import styles from './Guidelines.module.css';

/** A guess at the order of an experiment's networks. */
export type OrderGuess = {
  /** Ids in the guessed order so far, fastest first. */
  readonly ids: readonly string[];
  readonly onGuess: (ids: readonly string[]) => void;
  /** Locks the guess once the answer is known. */
  readonly isSettled: boolean;
};

type GuessPlaceProps = {
  readonly guess: OrderGuess;
  readonly id: string;
  readonly name: string;
  readonly detail: string;
};

/** A network in its row: a press gives it the next place of the guessed order, a second press takes it back. */
export function GuessPlace({ guess: { ids, onGuess, isSettled }, id, name, detail }: GuessPlaceProps) {
  const { t } = useLingui();
  const place = ids.indexOf(id) + 1;
  return (
    <button
      type="button"
      className={styles.option}
      aria-pressed={place > 0}
      disabled={isSettled}
      onClick={() => {
        onGuess(place > 0 ? ids.filter((other) => other !== id) : [...ids, id]);
      }}
    >
      <span className={styles.place} aria-hidden="true">
        {place > 0 ? place : '–'}
      </span>{' '}
      <span>
        <span className={styles.optionName}>{name}</span> <span className={styles.detail}>{detail}</span>
      </span>
      {place > 0 ? <Spoken>{t`your guess: place ${place}`}</Spoken> : null}
    </button>
  );
}
