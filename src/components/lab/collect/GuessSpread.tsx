import { useLingui } from '@lingui/react/macro';
import type { Prediction } from '../../../course/prediction';
import { saidCounts, type TaskGroup } from '../../../lab/results/taskGroups';
import { dotStacks } from '../../../viz/charts/dotStacks';
import { useWords } from '../../explain/lesson/useWords';
import { exactNumberText } from '../../ui/numberText';
import { Figure } from '../../ui/Figure';
import styles from './CollectPage.module.css';
import { chapterOfResult, type Lessons } from './useLessons';

type GuessSpreadProps = { readonly group: TaskGroup; readonly lessons: Lessons };

/** What was guessed on the page of a task before its figures showed the answers: a dot a guess. */
export function GuessSpread({ group: { results }, lessons }: GuessSpreadProps) {
  const [first] = results;
  const lesson = first === undefined ? undefined : lessons.get(chapterOfResult(first));
  if (lesson === undefined) return null;
  return Object.values(lesson.predictions).map((prediction) => {
    const said = results.flatMap(({ outcome }) =>
      outcome.kind === 'page' ? (outcome.guesses[prediction.id] ?? []) : [],
    );
    if (said.length === 0) return null;
    return prediction.kind === 'number' ? (
      <NumberSpread
        key={prediction.id}
        prediction={prediction}
        guesses={said.flatMap((each) => (typeof each === 'number' ? [each] : []))}
      />
    ) : prediction.kind === 'choice' ? (
      <ChoiceSpread key={prediction.id} prediction={prediction} said={said.map(String)} />
    ) : null;
  });
}

type NumberSpreadProps = {
  readonly prediction: Extract<Prediction, { readonly kind: 'number' }>;
  readonly guesses: readonly number[];
};

const plot = { width: 640, height: 132, dot: 6 };

function NumberSpread({ prediction, guesses }: NumberSpreadProps) {
  const { t, i18n } = useLingui();
  const write = useWords();
  const answer = prediction.answer();
  const text = (value: number) => exactNumberText(Number(value.toPrecision(4)), i18n.locale);
  const { dots, truth, ends } = dotStacks(guesses, answer, plot);
  const [count, right] = [guesses.length, text(answer)];
  return (
    <Figure title={write(prediction.question)} caption={t`A dot a guess; the line is the answer, ${right}.`}>
      <svg
        className={styles.spread}
        viewBox={`0 0 ${String(plot.width)} ${String(plot.height)}`}
        role="img"
        aria-label={t`${count} guesses from ${text(Math.min(...guesses))} to ${text(Math.max(...guesses))}; the answer is ${right}`}
      >
        <path className={styles.axis} d={`M0 ${String(plot.height - 24)}H${String(plot.width)}`} />
        <path className={styles.truth} d={`M${String(truth)} 6V${String(plot.height - 24)}`} />
        {dots.map(({ x, y }, index) => (
          <circle key={index} className={styles.guess} cx={x} cy={y} r={plot.dot - 1} />
        ))}
        <text x={0} y={plot.height - 4}>
          {text(ends[0])}
        </text>
        <text x={plot.width} y={plot.height - 4} textAnchor="end">
          {text(ends[1])}
        </text>
      </svg>
    </Figure>
  );
}

type ChoiceSpreadProps = {
  readonly prediction: Extract<Prediction, { readonly kind: 'choice' }>;
  readonly said: readonly string[];
};

function ChoiceSpread({ prediction, said }: ChoiceSpreadProps) {
  const { t } = useLingui();
  const write = useWords();
  const counts = saidCounts(said);
  return (
    <section>
      <h3>{write(prediction.question)}</h3>
      <ul className={styles.faults}>
        {prediction.options.map(({ value, label }) => (
          <li key={value}>
            {String(counts.find((each) => each.said === value)?.count ?? 0)}× {write(label)}
            {value === prediction.answer ? ` (${t`right`})` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
