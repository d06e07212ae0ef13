import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { distanceOf, farFactor } from '../../../course/distance';
import { isNear } from '../../../course/marking';
import { pointsOff } from '../../../course/pointsOff';
import type { NumberForm, NumberPrediction } from '../../../course/prediction';
import { readAnswer, type AnswerFault } from '../../../course/readAnswer';
import { readBack } from '../../../course/readBack';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { Gate, type Seen } from './Gate';
import { quotedText } from './quotedText';
import { TypedNumber } from './TypedNumber';
import { useGate } from './useGate';
import { useWords } from './useWords';

type GuessNumberProps = {
  readonly of: NumberPrediction;
  readonly figure: (seen: Seen<number>) => ReactNode;
};

/** Asks for a number before the figure shows it. */
export function GuessNumber({ of: prediction, figure }: GuessNumberProps) {
  const { i18n, t } = useLingui();
  const write = useWords();
  const gate = useGate(prediction);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<AnswerFault | undefined>(undefined);
  const { form, decimals = 0, answer, misses = [] } = prediction;
  const typed = readAnswer(text, prediction);
  const said = typed.ok ? ({ kind: 'number', value: typed.value, text } as const) : null;
  const refuse = (): void => {
    setFault(typed.ok ? undefined : typed.error);
  };
  const given = gate.given?.kind === 'number' ? gate.given : undefined;
  const isOpen = gate.state === 'open';
  const right = isOpen ? answer() : undefined;
  const guess = isOpen ? given?.value : said?.value;
  const textOf = (value: number): string => formText(form, value, decimals, i18n.locale);
  const rightText = right === undefined ? '' : textOf(right);
  const unit = unitOf(form) ?? '';
  const quoted = (value: number): string => `${quotedText(value, i18n.locale)}${unit}`;
  const back = given === undefined ? undefined : readBack(given.text, given.value, quoted, unit);
  const { typed: typedText = '', read: readText } = back ?? {};
  const saidText = readText === undefined ? typedText : t`${typedText} (${readText})`;
  const isRight = given !== undefined && right !== undefined && isRightAt(given.value, right, decimals);
  const isClose = given !== undefined && right !== undefined && Math.abs(given.value - right) <= closeShare * right;
  const miss = given === undefined || isRight ? undefined : misses.find((each) => isNear(given.value, each.said));
  return (
    <Gate
      prediction={prediction}
      gate={gate}
      control={
        <TypedNumber
          label={t`Your guess`}
          text={text}
          onChange={(next) => {
            setText(next);
            setFault(undefined);
          }}
          onSubmit={() => {
            if (said === null) refuse();
            else gate.reveal(said);
          }}
          unit={unitOf(form)}
          fault={fault}
        />
      }
      said={said}
      onRefuse={refuse}
      distance={
        given === undefined || isRight || isClose || right === undefined ? undefined : (
          <Distance {...{ form, right, decimals }} said={given.value} />
        )
      }
      verdict={
        given === undefined ? (
          <Trans>It is {rightText}.</Trans>
        ) : isRight ? (
          <Trans>
            You said {saidText}, and so it is: {rightText}.
          </Trans>
        ) : isClose ? (
          <Trans>
            Close: you said {saidText}, it is {rightText}.
          </Trans>
        ) : (
          <Trans>
            You said {saidText}, it is {rightText}.
          </Trans>
        )
      }
      reason={miss === undefined ? undefined : write(miss.why)}
      figure={figure({ isOpen, guess })}
      onAgain={() => {
        setText('');
        setFault(undefined);
      }}
    />
  );
}

/** Guesses within this share of the answer are called close, not so many times too high. */
const closeShare = 0.1;

/** Whether a guess is the answer as far as the answer is written. */
function isRightAt(said: number, right: number, decimals: number): boolean {
  return isNear(said, right) || Math.abs(said - right) <= 0.5 * 10 ** -decimals;
}

function unitOf(form: NumberForm): string | undefined {
  return { times: '×', percent: '%', points: undefined, count: undefined }[form];
}

function formText(form: NumberForm, value: number, decimals: number, locale: string): string {
  const digits =
    form === 'count'
      ? exactNumberText(Number(value.toFixed(decimals + 1)), locale)
      : fixedText(value, locale, Number.isInteger(value) ? 0 : decimals);
  return `${digits}${unitOf(form) ?? ''}`;
}

type DistanceProps = {
  readonly form: NumberForm;
  readonly said: number;
  readonly right: number;
  readonly decimals: number;
};

/** How far a guess is from the answer: in points where it is per cent or points, else how many times too high or low. */
function Distance({ form, said, right, decimals }: DistanceProps) {
  const { i18n } = useLingui();
  if (form === 'percent' || form === 'points') {
    if (said - right > farFactor) return <Trans>More than a thousand points too high</Trans>;
    const points = quotedText(pointsOff(said, right, decimals), i18n.locale);
    return said > right ? <Trans>{points} points too high</Trans> : <Trans>{points} points too low</Trans>;
  }
  const distance = distanceOf(said, right);
  if (distance.kind === 'none') return <Trans>Far off</Trans>;
  const isOver = distance.side === 'over';
  if (distance.kind === 'beyond')
    return isOver ? (
      <Trans>More than a thousand times too high</Trans>
    ) : (
      <Trans>More than a thousand times too low</Trans>
    );
  const times = fixedText(distance.factor, i18n.locale, distance.factor < 9.95 ? 1 : 0);
  return isOver ? <Trans>{times}× too high</Trans> : <Trans>{times}× too low</Trans>;
}
