import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { ChoiceOption } from '../../ui/ChoiceControl';
import { ChoiceControl } from '../../ui/ChoiceControl';
import styles from './Prediction.module.css';

type PredictionProps<T extends string> = {
  /** The question to answer before looking. */
  readonly question: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly answer: T;
  /** The explanation, shown after any guess. */
  readonly children: ReactNode;
};

/** A guess before the answer: people remember a corrected guess longer than a fact they are told. */
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
