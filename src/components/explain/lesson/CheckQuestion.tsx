import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useEffect, useId, useRef, useState } from 'react';
import type { ShownCheck } from '../../../course/drawChecks';
import { markedOf, type Marked } from '../../../course/marked';
import type { Given } from '../../../course/progress/answer';
import type { Option } from '../../../course/prediction';
import { readAnswer, type AnswerFault } from '../../../course/readAnswer';
import { Button } from '../../ui/Button';
import { CheckFeedback } from './CheckFeedback';
import styles from './CheckQuestion.module.css';
import { OptionList } from './OptionList';
import { ProgressFault } from './ProgressFault';
import { TypedNumber } from './TypedNumber';
import { useWords } from './useWords';

type CheckQuestionProps = {
  readonly check: ShownCheck;
  readonly number: number;
  readonly count: number;
  readonly marked: Marked | undefined;
  /** Whether a teacher hides the answers. */
  readonly isHidden: boolean;
  readonly onMark: (marked: Marked) => void;
};

const truths: readonly Option[] = [
  { value: 'true', label: msg`True` },
  { value: 'false', label: msg`False` },
];

/** One question with its field or options, and what the answer comes to. */
export function CheckQuestion({ check, number, count, marked, isHidden, onMark }: CheckQuestionProps) {
  const { t } = useLingui();
  const write = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<AnswerFault | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [isRefused, setIsRefused] = useState(false);
  const [isCoarse, setIsCoarse] = useState(false);
  const [isNew, setIsNew] = useState(false);
  const say = (given: Given): void => {
    const result = markedOf(check, given);
    if (result === undefined) return;
    const isCoarseNow = result.mark?.kind === 'coarse';
    setIsCoarse(isCoarseNow);
    if (isCoarseNow) return;
    setIsNew(true);
    onMark(result);
  };
  const submit = (): void => {
    if (check.kind === 'computed') {
      const typed = readAnswer(text, check);
      if (typed.ok) say({ kind: 'number', value: typed.value, text });
      else setFault(typed.error);
    } else if (chosen === undefined) setIsRefused(true);
    else say(check.kind === 'truth' ? { kind: 'truth', isTrue: chosen === 'true' } : { kind: 'choice', value: chosen });
  };
  const feedback = useFocusWhen(isNew && marked !== undefined);
  return (
    <div className={styles.check} role="group" aria-labelledby={id} tabIndex={-1} data-check={check.id}>
      <p className={styles.number}>{t`Question ${number} of ${count}`}</p>
      <p id={id} className={styles.question}>
        {check.kind === 'truth' ? <q>{write(check.statement)}</q> : write(check.question)}
      </p>
      {marked === undefined ? (
        <>
          {check.kind === 'computed' ? (
            <TypedNumber
              label={t`Your answer`}
              text={text}
              onChange={(next) => {
                setText(next);
                setFault(undefined);
              }}
              onSubmit={submit}
              unit={check.unit ?? (check.form === 'times' ? '×' : check.form === 'percent' ? '%' : undefined)}
              fault={fault}
            />
          ) : (
            <OptionList
              options={check.kind === 'truth' ? truths : check.options}
              value={chosen}
              onChange={setChosen}
              isRefused={isRefused}
            />
          )}
          <div>
            <Button look="primary" onPress={submit}>
              <Trans>Check</Trans>
            </Button>
          </div>
        </>
      ) : null}
      <div role="status">
        {marked === undefined ? (
          isCoarse ? (
            <p className={styles.coarse}>
              <Trans>Right to two digits: give three, or all of them.</Trans>
            </p>
          ) : null
        ) : (
          <div ref={feedback} tabIndex={-1} className={styles.feedback}>
            {isHidden ? (
              <p>
                <Trans>Kept. Your teacher has the answers.</Trans>
              </p>
            ) : (
              <CheckFeedback check={check} marked={marked} />
            )}
            {isNew ? <ProgressFault /> : null}
          </div>
        )}
      </div>
    </div>
  );
}

/** The pressed button is gone once the answer is marked: the keyboard goes on at what took its place. */
function useFocusWhen(isShown: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(isShown);
  useEffect(() => {
    if (!before.current && isShown) element.current?.focus({ preventScroll: true });
    before.current = isShown;
  }, [isShown]);
  return element;
}
