import { Trans, useLingui } from '@lingui/react/macro';
import type { Lesson } from '../../../course/lesson';
import { CopyLink } from '../../ui/CopyLink';
import { Fold } from '../../ui/Fold';
import { Switch } from '../../ui/Switch';
import { ProgressFault } from './ProgressFault';
import { CheckYourself } from './CheckYourself';
import { Exercises } from './Exercises';
import styles from './LessonEnd.module.css';
import { useAnswersHidden } from './useAnswersHidden';
import { usePrinting } from './usePrinting';
import { useProgress } from './useProgress';
import { useWords } from './useWords';

/** What to keep of a chapter: folded while it would answer a question that is still closed. */
export function KeyPoints({ lesson }: { readonly lesson: Lesson }) {
  const isPrinting = usePrinting();
  const isAnswered = useProgress(({ answers }) => Object.values(lesson.predictions).every(({ id }) => answers.has(id)));
  if (isPrinting || isAnswered) return <Points lesson={lesson} />;
  return (
    <Fold className={styles.fold} summary={<Trans>Show key points</Trans>}>
      <Points lesson={lesson} />
    </Fold>
  );
}

function Points({ lesson }: { readonly lesson: Lesson }) {
  const write = useWords();
  return (
    <ol className={styles.keys}>
      {lesson.keyPoints.map((point) => {
        const text = write(point);
        return <li key={text}>{text}</li>;
      })}
    </ol>
  );
}

/** Questions and exercises of a chapter, and the teacher's switch for their answers. */
export function LessonQuestions({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useLingui();
  const [isHidden, hide] = useAnswersHidden();
  return (
    <div className={styles.questions}>
      <ProgressFault />
      <CheckYourself lesson={lesson} isHidden={isHidden} />
      <Exercises lesson={lesson} isHidden={isHidden} />
      <div className={styles.teacher}>
        <Switch label={t`Hide the answers`} isOn={isHidden} onChange={hide} />
        <p>
          <Trans>
            For teachers: hides the answers to the questions, the exercises and “Try this” of all chapters, on the page
            and on paper. It is part of the link that a class gets. Guesses at figures still show theirs.
          </Trans>
        </p>
        {isHidden ? <CopyLink look="quiet" place="check-yourself" /> : null}
      </div>
    </div>
  );
}
