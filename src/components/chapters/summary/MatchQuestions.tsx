import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { argument } from '../../explain/network/argument';
import { Button } from '../../ui/Button';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './Summary.module.css';
import { published } from './summaryRows';

/** The order in which the answers lie: fixed, and no answer beside its question. */
const dealt = [3, 6, 0, 5, 7, 1, 4, 2] as const;

/**
 * Questions, each with a place for its answer. An answer is dragged there, or pressed and then the place; pressing a filled
 * place takes it back.
 */
export function MatchQuestions() {
  const { t, i18n } = useLingui();
  const { pair } = usePunctuation();
  const [placed, setPlaced] = useState<readonly (number | null)[]>(argument.map(() => null));
  const [held, setHeld] = useState<number | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const left = dealt.filter((answer) => !placed.includes(answer));
  const right = placed.filter((answer, at) => answer === at).length;
  const put = (place: number, answer: number | null): void => {
    setIsChecked(false);
    setHeld(null);
    setPlaced(placed.map((each, at) => (at === place ? answer : each === answer ? null : each)));
  };
  const textOf = (answer: number | null): string => {
    const step = answer === null ? undefined : argument[answer];
    return step === undefined ? '' : i18n._(step.answer);
  };
  return (
    <div className={styles.match}>
      <ol className={styles.questions}>
        {argument.map(({ net, question }, place) => {
          const answer = placed[place] ?? null;
          return (
            <li key={net}>
              <span>{i18n._(question)}</span>
              <button
                type="button"
                className={styles.slot}
                data-filled={answer !== null}
                data-miss={isChecked && answer !== place}
                aria-label={answer === null ? t`Place for the answer to: ${i18n._(question)}` : textOf(answer)}
                onClick={() => put(place, held)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  if (held !== null) put(place, held);
                }}
              >
                {textOf(answer)}
              </button>
              {isChecked ? (
                <span className={styles.verdict}>
                  {answer === place ? published(net).model.name : pair(published(net).model.name, textOf(place))}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <div className={styles.answers} role="group" aria-label={t`Answers`}>
        {left.map((answer) => (
          <button
            key={answer}
            type="button"
            draggable
            className={styles.answer}
            aria-pressed={held === answer}
            onClick={() => setHeld(held === answer ? null : answer)}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', textOf(answer));
              setHeld(answer);
            }}
          >
            {textOf(answer)}
          </button>
        ))}
        {left.length === 0 ? (
          <Button look="primary" onPress={() => setIsChecked(true)}>
            <Trans>Check</Trans>
          </Button>
        ) : (
          <p className={styles.hint}>
            <Trans>Drag an answer to its question, or press it and then the place.</Trans>
          </p>
        )}
        <p role="status">{isChecked ? t`${right} of ${argument.length} are where they belong.` : ''}</p>
      </div>
    </div>
  );
}
