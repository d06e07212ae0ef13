import { msg } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Said } from '../../classroom/taskResult';
import type { ShownCheck } from '../../course/drawChecks';
import type { Option } from '../../course/prediction';
import { readAnswer, type AnswerFault } from '../../course/readAnswer';
import { OptionList } from '../explain/lesson/OptionList';
import { TypedNumber } from '../explain/lesson/TypedNumber';
import { useWords } from '../explain/lesson/useWords';
import styles from './Classroom.module.css';

export type Question = { readonly id: string; readonly check: ShownCheck };

type QuizQuestionProps = {
  readonly question: Question;
  readonly said: Said | undefined;
  readonly onSay: (said: Said | undefined) => void;
};

/** What is in the field of a number, and how it was read. */
type Typed = { readonly text: string; readonly said: Said | undefined };

const truths: readonly Option[] = [
  { value: 'true', label: msg`True` },
  { value: 'false', label: msg`False` },
];

/** One question with its field or options. It takes any answer and marks none. */
export function QuizQuestion({ question: { check }, said, onSay }: QuizQuestionProps) {
  const { t } = useLingui();
  const write = useWords();
  const id = useId();
  const [typed, setTyped] = useState<Typed>({ text: '', said: undefined });
  // What another tab, or an earlier visit, has answered takes the place of what was typed here.
  const text = typed.said === said ? typed.text : typeof said === 'number' ? String(said) : '';
  const [fault, setFault] = useState<AnswerFault | undefined>(undefined);
  const type = (next: string): void => {
    if (check.kind !== 'computed') return;
    const read = readAnswer(next, check);
    const value = read.ok ? read.value : undefined;
    setTyped({ text: next, said: value });
    setFault(undefined);
    onSay(value);
  };
  /** What is still being typed is not wrong yet. */
  const finish = (): void => {
    if (check.kind !== 'computed' || said !== undefined || text.trim() === '') return;
    const read = readAnswer(text, check);
    setFault(read.ok ? undefined : read.error);
  };
  return (
    <div className={styles.question} role="group" aria-labelledby={id}>
      <p id={id} className={styles.asked}>
        {check.kind === 'truth' ? <q>{write(check.statement)}</q> : write(check.question)}
      </p>
      {check.kind === 'computed' ? (
        <div onBlur={finish}>
          <TypedNumber
            label={t`Your answer`}
            text={text}
            onChange={type}
            onSubmit={finish}
            unit={check.unit ?? (check.form === 'times' ? '×' : check.form === 'percent' ? '%' : undefined)}
            fault={said === undefined ? fault : undefined}
          />
        </div>
      ) : (
        <OptionList
          options={check.kind === 'truth' ? truths : check.options}
          value={typeof said === 'string' ? said : undefined}
          onChange={onSay}
          isRefused={false}
        />
      )}
    </div>
  );
}
