import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { ChoiceOption } from '../../ui/ChoiceControl';
import { ChoiceControl } from '../../ui/ChoiceControl';
import styles from './Prediction.module.css';

type PredictionProps<T extends string> = {
  /** What to guess before looking. */
  readonly question: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly answer: T;
  /** Why, shown after any guess. */
  readonly children: ReactNode;
};

/** A question to guess at before the page tells: a wrong guess that is put right is remembered longer than a fact. */
export function Prediction<T extends string>({ question, options, answer, children }: PredictionProps<T>) {
  const [guess, setGuess] = useState<T | ''>('');
  return (
    <div className={styles.root}>
      <ChoiceControl<T | ''> label={question} options={options} value={guess} onChange={setGuess} />
      <div role="status">
        {guess === '' ? null : (
          <>
            <strong>{guess === answer ? <Trans>Right.</Trans> : <Trans>Not quite.</Trans>}</strong> {children}
          </>
        )}
      </div>
    </div>
  );
}
