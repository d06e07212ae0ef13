import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ShownCheck } from '../../course/drawChecks';
import type { ChoicePrediction, NumberForm, NumberPrediction, Option } from '../../course/prediction';
import { useWords } from '../explain/lesson/useWords';
import { exactNumberText, fixedText } from '../ui/numberText';
import styles from './WorksheetPage.module.css';

type Question = NumberPrediction | ChoicePrediction | ShownCheck;

type SheetQuestionProps = {
  readonly number: number;
  readonly question: Question;
  readonly isAnswered: boolean;
};

/** A question with room to write, or its answer. */
export function SheetQuestion({ number, question, isAnswered }: SheetQuestionProps) {
  const write = useWords();
  const asked = question.kind === 'truth' ? question.statement : question.question;
  return (
    <section className={styles.task}>
      <h3>
        <b>{number}</b> {question.kind === 'truth' ? <q>{write(asked)}</q> : write(asked)}
      </h3>
      <Room question={question} isAnswered={isAnswered} />
      {isAnswered ? <p className={styles.why}>{write(question.why)}</p> : null}
    </section>
  );
}

type RoomProps = { readonly question: Question; readonly isAnswered: boolean };

function Room({ question, isAnswered }: RoomProps) {
  const { i18n, t } = useLingui();
  if (question.kind === 'choice') {
    return <Boxes options={question.options} right={isAnswered ? question.answer : undefined} />;
  }
  if (question.kind === 'truth') {
    return (
      <>
        <p className={styles.boxes}>
          <Box isChosen={isAnswered && question.isTrue}>{t`true`}</Box>
          <Box isChosen={isAnswered && !question.isTrue}>{t`false`}</Box>
        </p>
        {isAnswered ? null : <Line name={t`Because`} />}
      </>
    );
  }
  const { form = 'count', decimals = 0 } = question;
  const answer = typeof question.answer === 'function' ? question.answer() : question.answer;
  const unit = 'unit' in question ? question.unit : undefined;
  if (isAnswered) {
    return <p className={styles.answer}>{answerText(answer, form, decimals, unit, i18n.locale)}</p>;
  }
  return question.kind === 'number' ? (
    <div className={styles.lines}>
      <Line name={t`My guess`} />
      <Line name={t`Worked out`} />
    </div>
  ) : (
    <Line name={t`Answer`} />
  );
}

function answerText(
  value: number,
  form: NumberForm,
  decimals: number,
  unit: string | undefined,
  locale: string,
): string {
  const suffix = { times: '×', percent: '%', points: '', count: unit === undefined ? '' : ` ${unit}` }[form];
  const isWhole = Number.isInteger(value);
  return `${isWhole ? exactNumberText(value, locale) : fixedText(value, locale, decimals === 0 ? 1 : decimals)}${suffix}`;
}

/** A line to write on. */
function Line({ name }: { readonly name: string }) {
  return (
    <p className={styles.line}>
      <span>{name}</span>
    </p>
  );
}

function Boxes({ options, right }: { readonly options: readonly Option[]; readonly right: string | undefined }) {
  const write = useWords();
  return (
    <p className={styles.boxes}>
      {options.map(({ value, label }) => (
        <Box key={value} isChosen={value === right}>
          {write(label)}
        </Box>
      ))}
    </p>
  );
}

/** A box to tick. Drawn, because browsers do not print backgrounds. */
function Box({ isChosen, children }: { readonly isChosen: boolean; readonly children: ReactNode }) {
  return (
    <span className={styles.option}>
      <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
        <rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="#000" />
        {isChosen ? <path d="M2 2l8 8M10 2l-8 8" stroke="#000" strokeWidth="1.8" /> : null}
      </svg>
      <span data-chosen={isChosen}>
        {children}
        {isChosen ? (
          <span className={styles.spoken}>
            {' '}
            <Trans>(right)</Trans>
          </span>
        ) : null}
      </span>
    </span>
  );
}
