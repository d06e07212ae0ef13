import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { ChoicePrediction } from '../../../course/prediction';
import { Gate, type Seen } from './Gate';
import { OptionList } from './OptionList';
import { useGate } from './useGate';
import { useWords } from './useWords';

type GuessChoiceProps<V extends string> = {
  readonly of: ChoicePrediction<V>;
  readonly figure: (seen: Seen<V>) => ReactNode;
};

/** Asks to choose before the figure shows which option holds. */
export function GuessChoice<V extends string>({ of: prediction, figure }: GuessChoiceProps<V>) {
  const write = useWords();
  const gate = useGate(prediction);
  const [chosen, setChosen] = useState<V | undefined>(undefined);
  const [isRefused, setIsRefused] = useState(false);
  const { options, answer } = prediction;
  const isOpen = gate.state === 'open';
  const given = gate.given?.kind === 'choice' ? gate.given.value : undefined;
  const said = options.find(({ value }) => value === given);
  const right = options.find(({ value }) => value === answer);
  const [saidText, rightText] = [said, right].map((option) => (option === undefined ? '' : write(option.label)));
  return (
    <Gate
      prediction={prediction}
      gate={gate}
      control={<OptionList options={options} value={chosen} onChange={setChosen} isRefused={isRefused} />}
      said={chosen === undefined ? null : { kind: 'choice', value: chosen }}
      onRefuse={() => {
        setIsRefused(true);
      }}
      verdict={
        said === undefined ? (
          <Trans>It is: {rightText}.</Trans>
        ) : said === right ? (
          <Trans>You said: {saidText}. So it is.</Trans>
        ) : (
          <Trans>
            You said: {saidText}. It is: {rightText}.
          </Trans>
        )
      }
      reason={said?.why === undefined || said === right ? undefined : write(said.why)}
      figure={figure({ isOpen, guess: isOpen ? said?.value : chosen })}
      onAgain={() => {
        setChosen(undefined);
        setIsRefused(false);
      }}
    />
  );
}
