import { Trans, useLingui } from '@lingui/react/macro';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { defaultsOf } from '../../nets/parameter';
import { accuracyFor } from '../../nets/papers/publishedFor';
import { costOf } from '../../nets/readings/cost';
import { timeLineHeights, timeLineOf } from '../../viz/charts/timeLine';
import { courseChapters, questionCount } from '../../course/chapters';
import { chapterProgress } from '../../course/progress/chapterProgress';
import { CheckScoreText } from '../explain/lesson/CheckScoreText';
import { useProgress } from '../explain/lesson/useProgress';
import { argument, type ArgumentStep } from '../explain/network/argument';
import { chapterPaths } from '../explain/network/chapterPaths';
import { percentText, shortNumberText } from '../ui/numberText';
import { Sized } from '../ui/Sized';
import styles from './CourseMap.module.css';
import { PageLink } from '../ui/PageLink';

/** The networks of the course on one line of time: what each asked of the one before, what it answered, and its numbers. */
export function CourseMap() {
  const { t } = useLingui();
  return (
    <section className={styles.course} aria-labelledby="course">
      <div className={styles.head}>
        <div>
          <h2 id="course">
            <Trans>Eight networks, one argument</Trans>
          </h2>
          <p>
            <Trans>Each answered what the one before had left open.</Trans>
          </p>
        </div>
        <PageLink to="/counting" className={styles.first}>{t`Start at the beginning: Counting`}</PageLink>
      </div>
      <Axis />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.net} {...step} />
        ))}
      </ol>
    </section>
  );
}

/** The networks' places in time, joined to their columns. */
function Axis() {
  const { t } = useLingui();
  const { line, columns } = timeLineHeights;
  return (
    <div className={styles.axis}>
      <Sized>
        {(width) => {
          const { years, events } = timeLineOf(
            width,
            argument.map(({ published }) => published),
          );
          return (
            <svg width={width} height={columns} role="img" aria-label={t`Line of time from 2016 to 2020`}>
              <path className={styles.line} d={`M0 ${line}H${width}`} />
              {years.map(({ year, x }) => (
                <g key={year}>
                  <path className={styles.line} d={`M${x} ${line - 6}v12`} />
                  <text className={styles.year} x={x + 6} y={line - 8}>
                    {year}
                  </text>
                </g>
              ))}
              {events.map(({ x, path }) => (
                <g key={path}>
                  <path className={styles.thread} d={path} />
                  <circle className={styles.dot} cx={x} cy={line} r={6} />
                </g>
              ))}
            </svg>
          );
        }}
      </Sized>
    </div>
  );
}

type CountedStep = ArgumentStep & { readonly name: string; readonly macs: number; readonly top1: number | undefined };

/** The steps with what their networks cost at their papers' options, and how often they are right as published. */
const steps: readonly CountedStep[] = argument.flatMap((step) => {
  const found = modelById(step.net);
  if (!found.ok) return [];
  const model = found.value;
  const { macs } = costOf(builtGraph(model));
  const top1 = accuracyFor({ model, choice: defaultsOf(model.options) })?.top1;
  return [{ ...step, name: model.name, macs, top1 }];
});

function Step({ net, name, published: [year], question, answer, macs, top1 }: CountedStep) {
  const { i18n } = useLingui();
  const count = shortNumberText(macs, i18n.locale);
  const share = top1 === undefined ? undefined : percentText(top1 / 100, i18n.locale);
  return (
    <li className={styles.step}>
      <span className={styles.when}>{year}</span>
      <PageLink to={chapterPaths[net] ?? '/'} className={styles.name}>
        {name}
      </PageLink>
      <p className={styles.question}>{i18n._(question)}</p>
      <p className={styles.answer}>{i18n._(answer)}</p>
      <p className={styles.numbers}>
        <Trans>
          <b>{count}</b> multiply-adds
        </Trans>
        {share === undefined ? null : (
          <>
            <br />
            <Trans>{share} top-1</Trans>
          </>
        )}
      </p>
      <Minutes path={chapterPaths[net] ?? ''} />
    </li>
  );
}

/** About how long a chapter takes, and how many of its questions were answered. */
function Minutes({ path }: { readonly path: string }) {
  const answers = useProgress((progress) => progress.answers);
  const chapter = courseChapters.find((each) => each.path === path);
  if (chapter === undefined) return null;
  const { minutes } = chapter;
  const { answered, isComplete, score } = chapterProgress(chapter, answers.values());
  const questions = questionCount(chapter);
  return (
    <p className={styles.minutes} data-state={isComplete ? 'done' : answered > 0 ? 'begun' : 'new'}>
      {answered === 0 ? (
        <Trans>{minutes} min</Trans>
      ) : (
        <Trans>
          {minutes} min, {answered} of {questions}
        </Trans>
      )}
      <CheckScoreText score={score} className={styles.score} />
    </p>
  );
}
