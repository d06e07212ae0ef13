import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button';
import { Spoken } from '../../ui/Spoken';
import styles from './Guidelines.module.css';

type GuessOrderProps = {
  readonly options: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
  /** Ids in the guessed order so far, fastest first. */
  readonly guess: readonly string[];
  readonly onGuess: (guess: readonly string[]) => void;
  /** Locks the guess once the answer is known. */
  readonly isSettled: boolean;
};

/** Guesses an order: a press assigns the next place, a second press takes it back. */
export function GuessOrder({ options, guess, onGuess, isSettled }: GuessOrderProps) {
  const { t } = useLingui();
  return (
    <div className={styles.guess} role="group" aria-label={t`Your order, fastest first`}>
      <p className={styles.question}>
        <Trans>Guess first: pick them in order, fastest first.</Trans>
      </p>
      <div className={styles.options}>
        {options.map(({ id, name, detail }) => {
          const place = guess.indexOf(id) + 1;
          return (
            <button
              key={id}
              type="button"
              className={styles.option}
              aria-pressed={place > 0}
              disabled={isSettled}
              onClick={() => {
                onGuess(place > 0 ? guess.filter((other) => other !== id) : [...guess, id]);
              }}
            >
              <span className={styles.place} aria-hidden="true">
                {place > 0 ? place : '–'}
              </span>{' '}
              <span>
                <span className={styles.optionName}>{name}</span> <span className={styles.detail}>{detail}</span>
              </span>
              {place > 0 ? <Spoken>{t`place ${place}`}</Spoken> : null}
            </button>
          );
        })}
      </div>
      {guess.length > 0 ? (
        <Button
          look="quiet"
          icon="reset"
          onPress={() => {
            onGuess([]);
          }}
        >
          {isSettled ? <Trans>Guess again</Trans> : <Trans>Start over</Trans>}
        </Button>
      ) : null}
    </div>
  );
}
