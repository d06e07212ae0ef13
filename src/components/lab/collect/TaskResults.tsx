import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { subjectsOf } from '../../../classroom/subject';
import { addressOf, type Task } from '../../../classroom/task';
import { secondsOver, type InventoryOutcome } from '../../../classroom/taskResult';
import { pageTitles } from '../../../course/pageTitles';
import { peopleOf, taskGroups, type TaskGroup } from '../../../lab/results/taskGroups';
import type { HandedIn } from '../../../lab/results/storedRows';
import { useLessonSource } from '../../explain/lesson/lessonSource';
import { useTaskWords } from '../../explain/task/useTaskWords';
import { Button } from '../../ui/Button';
import { DownloadButton } from '../../ui/DownloadButton';
import { csvFile } from '../../ui/textFiles';
import { Sentences } from '../../ui/Sentences';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './CollectPage.module.css';
import { GuessSpread } from './GuessSpread';
import { HandedTable } from './HandedTable';
import { InventoryTable } from './InventoryTable';
import { QuizTable } from './QuizTable';
import { handedRows } from './handedRows';
import { timeText } from './timeText';
import { chapterOfResult, useLessons } from './useLessons';

type TaskResultsProps = {
  readonly handedIn: readonly HandedIn[];
  /** The tasks that this browser knows, by their ids. */
  readonly tasks: ReadonlyMap<string, Task>;
  readonly onRemove: (codes: readonly string[], position: number) => void;
};

/** What was handed in, task by task: who solved what, and where the wrong answers gather. */
export function TaskResults({ handedIn, tasks, onRemove }: TaskResultsProps) {
  const source = useLessonSource();
  const results = handedIn.map(({ result }) => result);
  const lessons = useLessons(source, results);
  if (results.length === 0) return null;
  const codes = new Map(handedIn.map(({ code, result }) => [result, code]));
  const outcomes = results.flatMap(({ outcome }): readonly InventoryOutcome[] =>
    outcome.kind === 'inventory' ? [outcome] : [],
  );
  return (
    <section className={styles.collection}>
      {outcomes.length === 0 ? null : <InventoryTable outcomes={outcomes} />}
      {taskGroups(results).map((group) => (
        <section key={group.taskId} className={styles.collection}>
          <GroupHead group={group} task={tasks.get(group.taskId)} />
          <HandedTable
            group={group}
            lessons={lessons}
            onRemove={(result, position) => {
              onRemove([codes.get(result) ?? ''], position);
            }}
          />
          <QuizTable group={group} lessons={lessons} />
          <GuessSpread group={group} lessons={lessons} />
        </section>
      ))}
      <div className={styles.tools}>
        <DownloadButton
          label="CSV"
          fileName="handed-in.csv"
          make={() => csvFile(handedRows(taskGroups(results), lessons))}
        />
        <Button
          icon="reset"
          onPress={() => {
            onRemove(
              handedIn.map(({ code }) => code),
              0,
            );
          }}
        >
          <Trans>Remove all of these</Trans>
        </Button>
      </div>
    </section>
  );
}

type GroupHeadProps = { readonly group: TaskGroup; readonly task: Task | undefined };

function GroupHead({ group, task }: GroupHeadProps) {
  const { t } = useLingui();
  const { title, results } = group;
  const solved = peopleOf(results.filter(({ outcome }) => outcome.kind === 'page' && outcome.isSolved === true));
  const late = results.filter((result) => secondsOver(result) > 0).length;
  const [count, people] = [results.length, peopleOf(results)];
  return (
    <div>
      <h2 className={styles.theirs}>{title === '' ? t`A task without a name` : title}</h2>
      <p className={styles.about}>
        <AboutTask group={group} />
      </p>
      {task === undefined ? null : <Asked task={task} />}
      <p className={styles.empty}>
        <Sentences>
          {people === count ? (
            <Plural value={count} one="# handed in." other="# handed in." />
          ) : (
            <Plural
              value={people}
              one={`# person handed in ${count} results.`}
              other={`# people handed in ${count} results.`}
            />
          )}
          {results.some(({ outcome }) => outcome.kind === 'page' && outcome.isSolved !== null) ? (
            <Plural value={solved} one="# reached the goal." other="# reached the goal." />
          ) : null}
          {late === 0 ? null : (
            <Plural
              value={late}
              one="# took longer than the time of the task."
              other="# took longer than the time of the task."
            />
          )}
        </Sentences>
      </p>
    </div>
  );
}

/** What was asked, as far as this browser knows the task: the text, and the goal that the numbers of the table answer. */
function Asked({ task }: { readonly task: Task }) {
  const { pair } = usePunctuation();
  const { subjectName, conditionText } = useTaskWords(subjectsOf(addressOf(task).replace(/\?.*$/, '')));
  return (
    <>
      {task.text === '' ? null : <p className={styles.theirs}>{task.text}</p>}
      {task.kind !== 'page' || task.goal.length === 0 ? null : (
        <ol className={styles.faults}>
          {task.goal.map((condition, index) => (
            <li key={index}>{pair(subjectName(condition.subject), conditionText(condition))}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Tells tasks of one name apart: what they ask, and since when. */
function AboutTask({ group: { results } }: { readonly group: TaskGroup }) {
  const { i18n } = useLingui();
  const [first] = results;
  if (first === undefined) return null;
  const { outcome } = first;
  const chapter = chapterOfResult(first);
  const title = Object.entries(pageTitles).find(([path]) => path === chapter)?.[1];
  const page = title === undefined ? chapter : i18n._(title);
  const since = timeText(Math.min(...results.map(({ atSeconds }) => atSeconds)), i18n.locale);
  switch (outcome.kind) {
    case 'page':
      return (
        <Trans>
          Task on the page {page}, first handed in {since}
        </Trans>
      );
    case 'quiz':
      return (
        <Trans>
          Questions of {page}, draw {outcome.seed}, first handed in {since}
        </Trans>
      );
    case 'inventory':
      return outcome.when === 'before' ? (
        <Trans>Concept inventory before the course, first handed in {since}</Trans>
      ) : (
        <Trans>Concept inventory after the course, first handed in {since}</Trans>
      );
  }
}
