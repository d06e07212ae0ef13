import { Trans, useLingui } from '@lingui/react/macro';
import { courseChapters } from '../../course/chapters';
import type { Lesson } from '../../course/lesson';
import { worksheetOf } from '../../course/worksheet';
import { useWords } from '../explain/lesson/useWords';
import { QrPicture } from '../ui/QrPicture';
import type { SheetFigure } from './chapterSheets';
import { SheetDrawing } from './SheetDrawing';
import { stateOfSheet } from './sheetState';
import { SheetQuestion } from './SheetQuestion';
import { usePunctuation } from '../ui/usePunctuation';
import styles from './WorksheetPage.module.css';

type SheetProps = {
  readonly lesson: Lesson;
  readonly figure: SheetFigure;
  readonly seed: number;
  readonly isAnswered: boolean;
};

/** One sheet of paper: questions with room to write, or the same filled in. Black and white, no controls. */
export function Sheet({ lesson, figure, seed, isAnswered }: SheetProps) {
  const { i18n, t } = useLingui();
  const { sentences } = usePunctuation();
  const write = useWords();
  const { guesses, checks } = worksheetOf(lesson, seed);
  const chapter = courseChapters.find(({ path }) => path === lesson.path);
  const title = chapter === undefined ? '' : i18n._(chapter.title);
  const state = stateOfSheet(figure, window.location.hash);
  const link = `${window.location.href.replace(/[?#].*$/s, '')}#${lesson.path}${state === '' ? '' : `?${state}`}`;
  return (
    <article className={styles.sheet} data-sheet={isAnswered ? 'answers' : 'questions'}>
      <header className={styles.head}>
        <div>
          <h2>{isAnswered ? t`${title}: answers` : title}</h2>
          <p className={styles.goals}>
            {isAnswered ? (
              <Trans>For the teacher. Numbers are counted on the network’s own graph.</Trans>
            ) : (
              sentences(lesson.goals.map((goal) => write(goal)))
            )}
          </p>
        </div>
        <div className={styles.code}>
          <QrPicture text={link} name={t`QR code of the chapter`} />
        </div>
      </header>
      {isAnswered ? null : (
        <div className={styles.person}>
          <span>
            <Trans>Name</Trans>
          </span>
          <span>
            <Trans>Class</Trans>
          </span>
          <span>
            <Trans>Date</Trans>
          </span>
        </div>
      )}
      <SheetDrawing figure={figure} isAnswered={isAnswered} />
      {[...guesses, ...checks].map((question, index) => (
        <SheetQuestion key={question.id} number={index + 2} question={question} isAnswered={isAnswered} />
      ))}
      <footer className={styles.foot}>
        <span>
          Featherweight · {title} · <Trans>sheet {seed}</Trans>
          {state === '' ? '' : ` · ${state.replaceAll('&', ' ')}`}
        </span>
        <span>{link.replace(/^https?:\/\//, '')}</span>
      </footer>
    </article>
  );
}
