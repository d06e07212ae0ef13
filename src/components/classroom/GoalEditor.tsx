import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, NumberField } from 'react-aria-components';
import { metrics, relations, type Condition, type Metric } from '../../classroom/goal';
import { offeredCondition } from '../../classroom/offeredCondition';
import type { Query } from '../../classroom/setting';
import type { Subject } from '../../classroom/subject';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import styles from './Classroom.module.css';
import { useKnobNames } from '../explain/task/useKnobNames';
import { useMetricNames } from '../explain/task/useTaskWords';

type GoalEditorProps = {
  readonly subjects: readonly Subject[];
  /** The state of the page where the task begins. */
  readonly start: Query;
  readonly goal: readonly Condition[];
  readonly onChange: (goal: readonly Condition[]) => void;
};

/** Conditions of one goal; the codec takes no more. */
const maxConditions = 8;

/** The conditions of a goal, each with the block or network that it is about. */
export function GoalEditor({ subjects, start, goal, onChange }: GoalEditorProps) {
  const [first] = subjects;
  if (first === undefined) {
    return (
      <p className={styles.note}>
        <Trans>This page counts nothing that a goal could be about: the text alone says what to do.</Trans>
      </p>
    );
  }
  return (
    <>
      {goal.map((condition, index) => (
        <ConditionEditor
          key={index}
          subjects={subjects}
          start={start}
          condition={condition}
          onChange={(changed) => {
            onChange(goal.map((each, at) => (at === index ? changed : each)));
          }}
          onRemove={() => {
            onChange(goal.filter((_, at) => at !== index));
          }}
        />
      ))}
      <Button
        icon="plus"
        isDisabled={goal.length >= maxConditions}
        onPress={() => {
          onChange([...goal, offeredCondition(first, 'params', start)]);
        }}
      >
        <Trans>Add a condition</Trans>
      </Button>
    </>
  );
}

type ConditionEditorProps = {
  readonly subjects: readonly Subject[];
  readonly start: Query;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
};

function ConditionEditor({ subjects, start, condition, onChange, onRemove }: ConditionEditorProps) {
  const { t, i18n } = useLingui();
  const names = useMetricNames();
  const subject = subjects.find(({ id }) => id === condition.subject);
  if (subject === undefined) return null;
  const offered = metrics.filter((metric) => metric !== 'top1' || subject.kind === 'network');
  const hasStep = steppable(subject).length > 0;
  return (
    <div className={styles.condition}>
      {subjects.length > 1 ? (
        <Select
          label={t`About`}
          options={subjects.map(({ id, name }) => ({ value: id, label: i18n._(name) }))}
          value={condition.subject}
          onChange={(id) => {
            const next = subjects.find((each) => each.id === id);
            if (next === undefined) return;
            const metric = condition.metric === 'top1' && next.kind !== 'network' ? 'params' : condition.metric;
            onChange(offeredCondition(next, metric, start));
          }}
        />
      ) : null}
      <Select
        label={t`What`}
        options={offered.map((metric) => ({ value: metric, label: names[metric] }))}
        value={condition.metric}
        onChange={(metric: Metric) => {
          const isNumber = condition.kind === 'measure';
          onChange(isNumber ? offeredCondition(subject, metric, start) : { ...condition, metric });
        }}
      />
      <Select
        label={t`Must`}
        options={[
          { value: 'measure', label: t`meet a number` },
          ...(subject.kind === 'block' ? [{ value: 'against' as const, label: t`compare with what it replaces` }] : []),
          ...(hasStep ? [{ value: 'step' as const, label: t`change with a control` }] : []),
        ]}
        value={condition.kind}
        onChange={(kind) => {
          onChange(conditionOfKind(kind, condition.metric, subject, start));
        }}
      />
      <Bound condition={condition} subject={subject} onChange={onChange} />
      <IconButton icon="close" label={t`Remove this condition`} onPress={onRemove} />
    </div>
  );
}

type BoundProps = {
  readonly condition: Condition;
  readonly subject: Subject;
  readonly onChange: (condition: Condition) => void;
};

/** What the metric must be, or how it must change. */
function Bound({ condition, subject, onChange }: BoundProps) {
  const { t } = useLingui();
  const knobName = useKnobNames();
  if (condition.kind === 'step') {
    return (
      <>
        <Select
          label={t`Control`}
          options={steppable(subject).map((knob) => ({ value: knob, label: knobName(knob) }))}
          value={condition.knob}
          onChange={(knob) => {
            onChange({ ...condition, knob });
          }}
        />
        <Select
          label={t`One value more`}
          options={[
            { value: 'up', label: t`raises it` },
            { value: 'down', label: t`lowers it` },
            { value: 'same', label: t`does not change it` },
          ]}
          value={condition.turns}
          onChange={(turns) => {
            onChange({ ...condition, turns });
          }}
        />
      </>
    );
  }
  const words = { '<=': t`at most`, '>=': t`at least`, '=': t`exactly` };
  return (
    <>
      <Select
        label={t`Relation`}
        options={relations.map((is) => ({ value: is, label: words[is] }))}
        value={condition.is}
        onChange={(is) => {
          onChange({ ...condition, is });
        }}
      />
      <NumberField
        className={`${styles.field} ${styles.number}`}
        value={condition.kind === 'measure' ? condition.value : condition.factor}
        minValue={0}
        formatOptions={{ maximumFractionDigits: 4 }}
        isWheelDisabled
        onChange={(typed) => {
          if (Number.isNaN(typed)) return;
          onChange(condition.kind === 'measure' ? { ...condition, value: typed } : { ...condition, factor: typed });
        }}
      >
        <Label>{condition.kind === 'measure' ? t`Number` : t`Times as much`}</Label>
        <Input />
      </NumberField>
    </>
  );
}

/** The knobs of a block that have a next value. */
function steppable(subject: Subject): readonly string[] {
  if (subject.kind !== 'block') return [];
  return Object.entries(subject.explorable.knobs).flatMap(([name, { kind }]) => (kind === 'choice' ? [] : [name]));
}

function conditionOfKind(kind: Condition['kind'], metric: Metric, subject: Subject, start: Query): Condition {
  const about = { subject: subject.id, metric };
  switch (kind) {
    case 'measure':
      return offeredCondition(subject, metric, start);
    case 'against':
      return { kind, ...about, is: '<=', factor: 0.5 };
    case 'step':
      return { kind, ...about, knob: steppable(subject)[0] ?? '', turns: 'up' };
  }
}
