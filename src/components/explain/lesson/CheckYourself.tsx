import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsInteger } from 'nuqs';
import { useMemo, useState } from 'react';
import { tellParent } from '../../../classroom/tellParent';
import { drawChecks, type ShownCheck } from '../../../course/drawChecks';
import type { Lesson } from '../../../course/lesson';
import { chapterOf } from '../../../course/progress/answer';
import { progress } from '../../../course/progress/progress';
import { useAddressValue } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import type { Marked } from './CheckFeedback';
import { useSectionPlace } from './sectionPlace';
import { CheckQuestion } from './CheckQuestion';
import styles from './CheckYourself.module.css';

/** Zero, where the address has none. */
const drawParser = parseAsInteger.withDefault(0);

type CheckYourselfProps = { readonly lesson: Lesson; readonly isHidden: boolean };

/** Five questions of the chapter's pool, right or wrong at once; another draw brings other numbers. */
export function CheckYourself({ lesson, isHidden }: CheckYourselfProps) {
  const [drawn, setDrawn] = useAddressValue('draw', drawParser);
  const [first] = useState(randomSeed);
  const seed = drawn === 0 ? first : drawn;
  const checks = useMemo(() => drawChecks(lesson.checks, seed), [lesson, seed]);
  return (
    <Sheet
      key={seed}
      checks={checks}
      isHidden={isHidden}
      onDraw={() => {
        void setDrawn(randomSeed());
      }}
    />
  );
}

function randomSeed(): number {
  return 1 + Math.floor(Math.random() * 99_999);
}

type SheetProps = { readonly checks: readonly ShownCheck[]; readonly isHidden: boolean; readonly onDraw: () => void };

function Sheet({ checks, isHidden, onDraw }: SheetProps) {
  const { t } = useLingui();
  const [layout, setLayout] = useState<'one' | 'all'>('one');
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlyMap<string, Marked>>(new Map());
  const shown = layout === 'all' ? checks : checks.slice(at, at + 1);
  const count = checks.length;
  const place = useSectionPlace(checks.map(({ id }) => id));
  const rights = [...marked.values()].filter(({ isRight }) => isRight).length;
  return (
    <section className={styles.sheet} aria-label={t`Check yourself`} data-screen="check">
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
        <Dots checks={checks} marked={marked} at={layout === 'one' ? at : undefined} isHidden={isHidden} />
      </header>
      <ol className={styles.list}>
        {shown.map((check) => (
          <li key={check.id} value={checks.indexOf(check) + 1}>
            <CheckQuestion
              check={check}
              number={checks.indexOf(check) + 1}
              count={count}
              marked={marked.get(check.id)}
              isHidden={isHidden}
              onMark={(mark) => {
                const next = new Map(marked).set(check.id, mark);
                setMarked(next);
                tellResult(chapterOf(check.id), count, next);
                const at = new Date().toISOString();
                void progress
                  .getState()
                  .answer({ id: check.id, at, ...mark, ...(place === undefined ? {} : { place }) });
              }}
            />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        {layout === 'one' && at > 0 ? (
          <Button
            look="quiet"
            onPress={() => {
              setAt(at - 1);
            }}
          >
            <Trans>Question before</Trans>
          </Button>
        ) : null}
        {layout === 'one' && at < count - 1 ? (
          <Button
            onPress={() => {
              setAt(at + 1);
            }}
          >
            <Trans>Next question</Trans>
          </Button>
        ) : null}
        <Button icon="reset" look="quiet" onPress={onDraw}>
          <Trans>Draw new ones</Trans>
        </Button>
        <p role="status" className={styles.count}>
          {marked.size === count && !isHidden ? (
            <Trans>
              {rights} of {count} right.
            </Trans>
          ) : null}
        </p>
      </div>
    </section>
  );
}

/** Tells the page around an embedded chapter how many of its questions are right. */
function tellResult(task: string, max: number, marked: ReadonlyMap<string, Marked>): void {
  const score = [...marked.values()].filter(({ isRight }) => isRight).length;
  tellParent({ kind: 'result', task, score, max, done: marked.size === max, solved: score === max });
}

type DotsProps = {
  readonly checks: readonly ShownCheck[];
  readonly marked: ReadonlyMap<string, Marked>;
  readonly at: number | undefined;
  readonly isHidden: boolean;
};

/** A mark a question: not answered, right, wrong. */
function Dots({ checks, marked, at, isHidden }: DotsProps) {
  const { t } = useLingui();
  const [answered, count] = [marked.size, checks.length];
  return (
    <span className={styles.dots} role="img" aria-label={t`${answered} of ${count} answered`}>
      {checks.map(({ id }, index) => {
        const mark = marked.get(id);
        const state = mark === undefined ? 'open' : isHidden ? 'kept' : mark.isRight ? 'right' : 'wrong';
        return <span key={id} data-state={state} data-now={index === at} />;
      })}
    </span>
  );
}
