import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useStore } from 'zustand';
import { sheets } from '../../classroom/kept/sheets';
import { courseChapters } from '../../course/chapters';
import { chapterProgress } from '../../course/progress/chapterProgress';
import { progress } from '../../course/progress/progress';
import { progressFile, readProgressFile } from '../../course/progress/progressFile';
import { fittingAnswers } from '../../course/progress/fittingAnswers';
import { CheckScoreText } from '../explain/lesson/CheckScoreText';
import { useLessonSource, type LessonSource } from '../explain/lesson/lessonSource';
import { useProgress } from '../explain/lesson/useProgress';
import { Button } from '../ui/Button';
import { DownloadButton } from '../ui/DownloadButton';
import { jsonFile } from '../ui/textFiles';
import { ImportOutcome, type Outcome } from './ImportOutcome';
import { ProgressFault } from '../explain/lesson/ProgressFault';
import styles from './ProgressPage.module.css';
import { PageLink } from '../ui/PageLink';

/** How far one has come in each chapter, and all answers as a file: to keep, to take elsewhere, to erase. */
export function ProgressPage() {
  const { i18n, t } = useLingui();
  const answers = useProgress((state) => state.answers);
  const erased = useProgress((state) => state.erased);
  // Answers to a teacher’s questions that are not handed in are answers, too.
  const kept = useStore(sheets);
  useEffect(() => {
    void sheets.getState().open();
  }, []);
  const isRead = useProgress((state) => state.isRead);
  const lessonAt = useLessonSource();
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  return (
    <div className={styles.page}>
      <h1>
        <Trans>Your progress</Trans>
      </h1>
      <p className={styles.lede}>
        <Trans>
          What you answered is kept in this browser, on this device. Nothing is sent anywhere: to go on elsewhere, save
          it as a file and open that there.
        </Trans>
      </p>
      <ProgressFault />
      <ol className={styles.chapters} aria-busy={!isRead}>
        {courseChapters.map((chapter) => {
          const { answered, questions, last, score } = chapterProgress(chapter, answers.values());
          const place = last?.place === undefined ? '' : `?at=${last.place}`;
          return (
            <li key={chapter.path} data-chapter={chapter.path} data-complete={answered === questions}>
              <PageLink to={`${chapter.path}${place}`}>{i18n._(chapter.title)}</PageLink>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${String((100 * answered) / questions)}%` }} />
              </span>
              <span className={styles.count}>
                {t`${answered} of ${questions} questions`}
                <CheckScoreText score={score} className={styles.score} />
              </span>
            </li>
          );
        })}
      </ol>
      <div className={styles.buttons}>
        <DownloadButton
          label={t`Save as a file`}
          fileName="featherweight-progress.json"
          make={() => jsonFile(progressFile(answers.values()))}
        />
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void takeFile(file, lessonAt).then(setOutcome);
          }}
        >
          <Button
            icon="file"
            onPress={() => {
              setOutcome(undefined);
            }}
          >
            <Trans>Open a saved file</Trans>
          </Button>
        </FileTrigger>
        <Button
          look="quiet"
          isDisabled={answers.size + kept.records.size === 0}
          onPress={() => {
            void progress.getState().erase();
            void sheets.getState().erase([...kept.records.keys()]);
          }}
        >
          <Trans>Erase all answers</Trans>
        </Button>
      </div>
      <div role="status" className={styles.outcome}>
        {outcome === undefined ? null : <ImportOutcome outcome={outcome} />}
        {erased.length + kept.erased.length === 0 ? null : (
          <p>
            <Trans>All answers are erased.</Trans>{' '}
            <Button
              onPress={() => {
                void progress.getState().undo();
                void sheets.getState().undo();
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

/** Far more than all answers of the course take. */
const maxFileBytes = 10e6;

/** Adds a file’s answers to those of the browser, where they are answers to its questions. */
async function takeFile(file: File, lessonAt: LessonSource): Promise<Outcome> {
  const { name } = file;
  if (file.size > maxFileBytes) return { kind: 'refused', name, fault: { kind: 'other' } };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { kind: 'unreadable', name };
  const read = readProgressFile(text);
  if (!read.ok) return { kind: 'refused', name, fault: read.error };
  const { answers, refused } = read.value;
  const fitting = await fittingAnswers(answers, lessonAt, new Date()).catch(() => undefined);
  if (fitting === undefined) return { kind: 'unchecked', name };
  await progress.getState().add(fitting.fitting);
  return { kind: 'taken', name, refused, ...fitting };
}
