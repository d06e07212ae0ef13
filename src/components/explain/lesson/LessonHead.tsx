import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { parseAsString } from 'nuqs';
import { courseChapters, questionCount } from '../../../course/chapters';
import type { Lesson } from '../../../course/lesson';
import { useAddressValue } from '../../ui/address/useAddress';
import { embedding } from '../../ui/embedding';
import { listText } from '../../ui/numberText';
import { useWords } from './useWords';
import styles from './LessonHead.module.css';
import { PageLink } from '../../ui/PageLink';
import { openingScreen, presentParameter } from '../../ui/presentParameter';

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
        {embedding === null ? <TeachingLinks path={lesson.path} /> : null}
      </p>
    </div>
  );
}

/** The chapter screen by screen, and its sheet to print. */
function TeachingLinks({ path }: { readonly path: string }) {
  const [, setPresented] = useAddressValue(presentParameter, presented);
  return (
    <span className={styles.links}>
      <PageLink
        to={`${path}?${presentParameter}=${openingScreen}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          // Keeps what is chosen on the page.
          event.preventDefault();
          void setPresented(openingScreen, { history: 'push' });
        }}
      >
        <Trans>Present</Trans>
      </PageLink>
      <PageLink to={`/worksheet?chapter=${path.slice(1)}`}>
        <Trans>Worksheet</Trans>
      </PageLink>
    </span>
  );
}

const presented = parseAsString.withDefault('');
