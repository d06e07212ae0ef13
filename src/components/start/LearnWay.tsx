import { useLingui } from '@lingui/react/macro';
import { courseChapters } from '../../course/chapters';
import { chapterProgress, leftOff } from '../../course/progress/chapterProgress';
import { useProgress } from '../explain/lesson/useProgress';
import styles from './Doors.module.css';
import { PageLink } from '../ui/PageLink';

/** Where one left off, and how far each chapter is; the beginning of the course before the first answer. */
export function LearnWay() {
  const { t, i18n } = useLingui();
  const answers = [...useProgress((progress) => progress.answers).values()];
  const left = leftOff(answers);
  const shares = courseChapters.map((chapter) => {
    const { answered, questions } = chapterProgress(chapter, answers);
    return answered / questions;
  });
  const done = shares.filter((share) => share === 1).length;
  const count = shares.length;
  const title = left === undefined ? '' : i18n._(left.chapter.title);
  return (
    <>
      {answers.length === 0 ? null : (
        <span className={styles.progress} role="img" aria-label={t`${done} of ${count} chapters done`}>
          {courseChapters.map(({ path }, at) => (
            <span key={path}>
              <span style={{ inlineSize: `${String(100 * (shares[at] ?? 0))}%` }} />
            </span>
          ))}
        </span>
      )}
      <PageLink to={addressOf(left)} className={styles.go}>
        {left === undefined ? t`Begin with Counting` : t`Continue: ${title}`}
      </PageLink>
    </>
  );
}

function addressOf(left: ReturnType<typeof leftOff>): string {
  if (left === undefined) return '/counting';
  const { chapter, place } = left;
  return place === undefined ? chapter.path : `${chapter.path}?at=${encodeURIComponent(place)}`;
}
