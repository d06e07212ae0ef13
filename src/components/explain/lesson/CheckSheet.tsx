import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { tellParent } from '../../../classroom/tellParent';
import type { ShownCheck } from '../../../course/drawChecks';
import type { Marked } from '../../../course/marked';
import { chapterOf } from '../../../course/progress/answer';
import { progress } from '../../../course/progress/progress';
import { reader } from '../../../course/progress/reader';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { CheckDots } from './CheckDots';
import { CheckQuestion } from './CheckQuestion';
import styles from './CheckYourself.module.css';
import { useSectionPlace } from './sectionPlace';

type CheckSheetProps = {
  readonly checks: readonly ShownCheck[];
  /** What drew them. */
  readonly seed: number;
  /** What was answered to them before. */
  readonly kept: ReadonlyMap<string, Marked>;
  readonly isHidden: boolean;
  /** Whether the keyboard goes on at these questions, which took the place of others. */
  readonly takesFocus: boolean;
  readonly onDraw: () => void;
  /** Further buttons. */
  readonly children: ReactNode;
};

/** Questions that were drawn together, one at a time or all on one sheet, and how many are right. */
export function CheckSheet({ checks, seed, kept, isHidden, takesFocus, onDraw, children }: CheckSheetProps) {
  const { t } = useLingui();
  const [layout, setLayout] = useState<'one' | 'all'>('one');
  const [at, setAt] = useState(() => firstOpen(checks, kept));
  const [said, setSaid] = useState<ReadonlyMap<string, Marked>>(new Map());
  const marked = new Map([...kept, ...said]);
  const shown = layout === 'all' ? checks : checks.slice(at, at + 1);
  const count = checks.length;
  const place = useSectionPlace(checks.map(({ id }) => id));
  const rights = [...marked.values()].filter(({ isRight }) => isRight).length;
  const isDone = marked.size === count && !isHidden;
  const { list, outcome, focusNext } = useSheetFocus(takesFocus);
  useToldAgain(checks, kept);
  const go = (to: number): void => {
    setAt(to);
    focusNext('question');
  };
  const mark = (check: ShownCheck, result: Marked): void => {
    const next = new Map(marked).set(check.id, result);
    setSaid(new Map(said).set(check.id, result));
    if (next.size === count && !isHidden && check === shown.at(-1)) focusNext('outcome');
    tellResult(chapterOf(check.id), count, next);
    const { given, isRight } = result;
    const answer = { id: check.id, at: new Date().toISOString(), given, isRight, seed };
    void progress.getState().answer({ ...answer, ...(place === undefined ? {} : { place }) });
  };
  return (
    <>
      <header className={styles.head}>
        <ChoiceControl
          label={t`Questions`}
          labelled="hidden"
          options={[
            { value: 'one', label: t`One at a time` },
            { value: 'all', label: t`All on one sheet` },
          ]}
          value={layout}
          onChange={setLayout}
        />
        <CheckDots checks={checks} marked={marked} at={layout === 'one' ? at : undefined} isHidden={isHidden} />
      </header>
      <ol className={styles.list} ref={list}>
        {shown.map((check) => (
          <li key={check.id} value={checks.indexOf(check) + 1}>
            <CheckQuestion
              check={check}
              number={checks.indexOf(check) + 1}
              count={count}
              marked={marked.get(check.id)}
              isHidden={isHidden}
              onMark={(result) => {
                mark(check, result);
              }}
            />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <p ref={outcome} tabIndex={-1} role="status" className={styles.outcome}>
          {isDone ? (
            <Trans>
              {rights} of {count} right.
            </Trans>
          ) : null}
        </p>
        <Ways at={layout === 'one' ? at : undefined} count={count} onGo={go} />
        <Button icon="reset" look="quiet" onPress={onDraw}>
          <Trans>Draw new ones</Trans>
        </Button>
        {children}
      </div>
    </>
  );
}

type WaysProps = {
  /** Undefined where all questions show. */
  readonly at: number | undefined;
  readonly count: number;
  readonly onGo: (to: number) => void;
};

/** To the questions before and after. */
function Ways({ at, count, onGo }: WaysProps) {
  if (at === undefined) return null;
  return (
    <>
      {at > 0 ? (
        <Button
          look="quiet"
          onPress={() => {
            onGo(at - 1);
          }}
        >
          <Trans>Question before</Trans>
        </Button>
      ) : null}
      {at < count - 1 ? (
        <Button
          onPress={() => {
            onGo(at + 1);
          }}
        >
          <Trans>Next question</Trans>
        </Button>
      ) : null}
    </>
  );
}

/** The first question that is not answered; the last one where all are. */
function firstOpen(checks: readonly ShownCheck[], kept: ReadonlyMap<string, Marked>): number {
  const open = checks.findIndex(({ id }) => !kept.has(id));
  return open === -1 ? checks.length - 1 : open;
}

/** Moves the keyboard to what took the place of the pressed button: a question, or the outcome after the last one. */
function useSheetFocus(takesFocus: boolean) {
  const list = useRef<HTMLOListElement>(null);
  const outcome = useRef<HTMLParagraphElement>(null);
  const [wanted, setWanted] = useState<{ readonly at: 'question' | 'outcome' } | undefined>(
    takesFocus ? { at: 'question' } : undefined,
  );
  useEffect(() => {
    if (wanted === undefined) return;
    const question = list.current?.querySelector<HTMLElement>('[data-check]');
    const field = question?.querySelector<HTMLElement>('input:not([tabindex="-1"])');
    (wanted.at === 'outcome' ? outcome.current : (field ?? question))?.focus({ preventScroll: true });
  }, [wanted]);
  return {
    list,
    outcome,
    focusNext: (at: 'question' | 'outcome') => {
      setWanted({ at });
    },
  };
}

/** Tells a system that knows who reads what was answered on an earlier visit: it may have missed it. */
function useToldAgain(checks: readonly ShownCheck[], kept: ReadonlyMap<string, Marked>): void {
  const [first] = checks;
  const [begun] = useState(kept);
  const [path, count] = [first === undefined ? '' : chapterOf(first.id), checks.length];
  useEffect(() => {
    if (reader !== null && begun.size > 0) tellResult(path, count, begun);
  }, [begun, path, count]);
}

/** Tells the page around an embedded chapter how many of its questions are right. */
function tellResult(task: string, max: number, marked: ReadonlyMap<string, Marked>): void {
  const score = [...marked.values()].filter(({ isRight }) => isRight).length;
  tellParent({ kind: 'result', task, score, max, done: marked.size === max, solved: score === max });
}
