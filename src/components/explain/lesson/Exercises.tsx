import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { addressOf, isMeasured, type Exercise, type ExerciseLink } from '../../../course/exercise';
import type { Lesson } from '../../../course/lesson';
import { pageTitles } from '../../../course/pageTitles';
import { progress } from '../../../course/progress/progress';
import { Fold } from '../../ui/Fold';
import { PageLink } from '../../ui/PageLink';
import styles from './Exercises.module.css';
import { SliderBench } from './SliderBench';
import { usePrinting } from './usePrinting';
import { useAnswer, useProgress } from './useProgress';
import { useWords } from './useWords';

type ExercisesProps = { readonly lesson: Lesson; readonly isHidden: boolean };

/** Exercises with their answers folded; those with sliders tell at once when they are solved. */
export function Exercises({ lesson, isHidden }: ExercisesProps) {
  const write = useWords();
  return (
    <section className={styles.exercises}>
      <h3>
        <Trans>Exercises</Trans>
      </h3>
      <ol className={styles.list}>
        {lesson.exercises.map((exercise) => (
          <li key={exercise.id} data-exercise={exercise.id} data-measured={isMeasured(exercise)}>
            <p>{write(exercise.question)}</p>
            {exercise.kind === 'sliders' ? <SliderBench exercise={exercise} /> : null}
            {exercise.kind === 'paper' && exercise.link !== undefined ? <LinkToPage link={exercise.link} /> : null}
            {isHidden ? null : <FoldedAnswer exercise={exercise} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The way to the page where an exercise is done. */
function LinkToPage({ link }: { readonly link: ExerciseLink }) {
  const { i18n } = useLingui();
  const title = i18n._(pageTitles[link.path]);
  return (
    <p className={styles.link}>
      <PageLink to={addressOf(link)}>
        <Trans>Do it in {title}</Trans>
      </PageLink>
    </p>
  );
}

function FoldedAnswer({ exercise }: { readonly exercise: Exercise }) {
  const write = useWords();
  const isPrinting = usePrinting();
  if (isPrinting) return <p className={styles.answer}>{write(exercise.answer)}</p>;
  return (
    <Fold className={styles.answer} summary={<Trans>Answer</Trans>}>
      <Unfolded exercise={exercise} />
    </Fold>
  );
}

/** The answer, and the note that it was looked at, unless the exercise was solved before. */
function Unfolded({ exercise }: { readonly exercise: Exercise }) {
  const write = useWords();
  const { id } = exercise;
  const isRead = useProgress((state) => state.isRead);
  const isAnswered = useAnswer(id) !== undefined;
  useEffect(() => {
    if (isRead && !isAnswered)
      void progress.getState().answer({ id, at: new Date().toISOString(), given: { kind: 'shown' } });
  }, [id, isRead, isAnswered]);
  return <p>{write(exercise.answer)}</p>;
}
