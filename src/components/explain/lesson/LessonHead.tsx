import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { courseChapters, questionCount } from '../../../course/chapters';
import type { Lesson } from '../../../course/lesson';
import { listText } from '../../ui/numberText';
import { useWords } from './useWords';
import styles from './LessonHead.module.css';
import { PageLink } from '../../ui/PageLink';

/** What the reader will be able to do, how long it takes, and what comes first. */
export function LessonHead({ lesson }: { readonly lesson: Lesson }) {
  const { i18n } = useLingui();
  const write = useWords();
  const chapter = courseChapters.find(({ path }) => path === lesson.path);
  const needed = courseChapters.filter(({ path }) => lesson.needs.includes(path));
  const separator = listText(['', ''], i18n.locale);
  return (
    <div className={styles.head} data-lesson-head>
      <h2 className={styles.title}>
        <Trans>Afterwards you can</Trans>
      </h2>
      <ul className={styles.goals}>
        {lesson.goals.map((goal) => {
          const text = write(goal);
          return <li key={text}>{text}</li>;
        })}
      </ul>
      <p className={styles.facts}>
        {chapter === undefined ? null : (
          <>
            <span>
              <Plural value={chapter.minutes} other="About # minutes" />
            </span>
            <span>
              <Plural value={questionCount(chapter)} other="# questions" />
            </span>
          </>
        )}
        <span>
          <Trans>First:</Trans>{' '}
          {needed.map(({ path, title }, index) => (
            <span key={path}>
              {index === 0 ? null : separator}
              <PageLink to={path}>{i18n._(title)}</PageLink>
            </span>
          ))}
          {needed.length > 0 && lesson.needsWords !== undefined ? separator : null}
          {lesson.needsWords === undefined ? null : write(lesson.needsWords)}
        </span>
        {lesson.xray === undefined ? null : (
          <PageLink to={`/xray?net=${lesson.xray.net}&at=${lesson.xray.at}`}>
            <Trans>See the block at work</Trans>
          </PageLink>
        )}
      </p>
    </div>
  );
}
