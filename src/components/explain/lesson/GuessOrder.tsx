import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { OrderPrediction } from '../../../course/prediction';
import { listText } from '../../ui/numberText';
import { Gate, type Seen } from './Gate';
import { MoveHint } from './MoveHint';
import { OrderedList } from './OrderedList';
import { RankLines } from './RankLines';
import styles from './GuessOrder.module.css';
import { useGate } from './useGate';
import { useWords } from './useWords';

type GuessOrderProps<V extends string> = {
  readonly of: OrderPrediction<V>;
  /** A figure above the list. */
  readonly figure?: (seen: Seen<readonly V[]>) => ReactNode;
};

/** Asks to put things into order, by dragging or with the arrow keys. */
export function GuessOrder<V extends string>({ of: prediction, figure }: GuessOrderProps<V>) {
  const { i18n } = useLingui();
  const write = useWords();
  const gate = useGate(prediction);
  const { items, ends, answer, misses = [] } = prediction;
  const [moved, setMoved] = useState<readonly V[] | undefined>(undefined);
  const [isRefused, setIsRefused] = useState(false);
  const order = moved ?? items.map(({ value }) => value);
  const isOpen = gate.state === 'open';
  const given = gate.given?.kind === 'order' ? sortedAs(items, gate.given.values) : undefined;
  const labelOf = (value: V): string => {
    const item = items.find((each) => each.value === value);
    return item === undefined ? value : write(item.label);
  };
  const detailOf = (value: V): string | undefined => {
    const detail = items.find((each) => each.value === value)?.detail;
    return detail === undefined ? undefined : write(detail);
  };
  const [right, pairs] = given === undefined ? [0, 0] : pairsInOrder(given, answer);
  const rightText = listText(answer.map(labelOf), i18n.locale);
  const miss = given === undefined ? undefined : misses.find(({ said }) => isSame(said, given));
  const [first, last] = ends.map(write);
  return (
    <Gate
      prediction={prediction}
      gate={gate}
      isMadeInFigure
      control={
        <MoveHint isRefused={isRefused && moved === undefined}>
          <Trans>Put them in order: drag, or use the arrow keys.</Trans>
        </MoveHint>
      }
      said={moved === undefined ? null : { kind: 'order', values: moved }}
      onRefuse={() => {
        setIsRefused(true);
      }}
      distance={
        given === undefined || right === pairs ? undefined : (
          <Trans>
            {right} of {pairs} pairs
          </Trans>
        )
      }
      verdict={
        given !== undefined && right === pairs ? (
          <Trans>So it is: {rightText}.</Trans>
        ) : (
          <Trans>It is: {rightText}.</Trans>
        )
      }
      reason={miss === undefined ? undefined : write(miss.why)}
      figure={
        <div className={styles.figure}>
          {figure?.({ isOpen, guess: isOpen ? given : order })}
          <div className={styles.figure} {...(figure === undefined ? {} : { 'data-second': '' })}>
            <p className={styles.end}>{first}</p>
            {isOpen ? (
              <RankLines said={given} answer={answer} labelOf={labelOf} detailOf={detailOf} />
            ) : (
              <OrderedList order={order} labelOf={labelOf} onChange={setMoved} />
            )}
            <p className={styles.end}>{last}</p>
          </div>
        </div>
      }
      onAgain={() => {
        setMoved(undefined);
        setIsRefused(false);
      }}
    />
  );
}

/** The stored order, if it has all items once. */
function sortedAs<V extends string>(
  items: readonly { readonly value: V }[],
  stored: readonly string[],
): readonly V[] | undefined {
  const order = stored.flatMap((name) => items.flatMap(({ value }) => (value === name ? [value] : [])));
  return new Set(order).size === items.length && order.length === items.length ? order : undefined;
}

/** How many pairs stand in the right order, and how many pairs there are. */
function pairsInOrder<V>(said: readonly V[], answer: readonly V[]): readonly [number, number] {
  const pairs = answer.flatMap((first, index) => answer.slice(index + 1).map((second) => [first, second] as const));
  const right = pairs.filter(([first, second]) => said.indexOf(first) < said.indexOf(second)).length;
  return [right, pairs.length];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
