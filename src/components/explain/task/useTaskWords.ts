import { useLingui } from '@lingui/react/macro';
import type { Condition, ConditionState, Metric } from '../../../classroom/goal';
import type { Subject } from '../../../classroom/subject';
import { exactNumberText } from '../../ui/numberText';
import { useKnobNames } from './useKnobNames';

/** Says what goals ask and what they read, in the language of the page. */
export function useTaskWords(subjects: readonly Subject[]) {
  const { t, i18n } = useLingui();
  const knobName = useKnobNames();
  const names = useMetricNames();
  const number = (value: number | undefined, metric: Metric): string =>
    value === undefined ? t`not published` : metric === 'top1' ? `${numberOf(value)}%` : numberOf(value);
  const numberOf = (value: number): string => exactNumberText(value, i18n.locale);
  const subjectName = (id: string): string => {
    const subject = subjects.find((each) => each.id === id);
    return subject === undefined ? id : i18n._(subject.name);
  };
  const conditionText = (condition: Condition): string => {
    const what = names[condition.metric];
    if (condition.kind === 'step') {
      const knob = knobName(condition.knob);
      const texts = {
        up: t`${what} rises with the next value of “${knob}”`,
        down: t`${what} falls with the next value of “${knob}”`,
        same: t`${what} stays with the next value of “${knob}”`,
      };
      return texts[condition.turns];
    }
    if (condition.kind === 'against') {
      const factor = numberOf(condition.factor);
      const texts = {
        '<=': t`${what} at most ${factor}× of what it replaces`,
        '>=': t`${what} at least ${factor}× of what it replaces`,
        '=': t`${what} exactly ${factor}× of what it replaces`,
      };
      return texts[condition.is];
    }
    const value = number(condition.value, condition.metric);
    const texts = {
      '<=': t`${what} at most ${value}`,
      '>=': t`${what} at least ${value}`,
      '=': t`${what} exactly ${value}`,
    };
    return texts[condition.is];
  };
  const nowText = ({ condition, value, other }: ConditionState): string => {
    const now = number(value, condition.metric);
    if (condition.kind === 'measure') return t`now ${now}`;
    const compared = other === undefined ? '–' : number(other, condition.metric);
    return condition.kind === 'step' ? t`now ${now}, then ${compared}` : t`now ${now} against ${compared}`;
  };
  return { names, subjectName, conditionText, nowText };
}

export function useMetricNames(): Readonly<Record<Metric, string>> {
  const { t } = useLingui();
  return {
    params: t`Params`,
    macs: t`MACs`,
    memoryAccess: t`Memory access`,
    peakActivations: t`Peak activations`,
    outputChannels: t`Output channels`,
    outputSize: t`Height of the output map`,
    top1: t`Published top-1`,
  };
}
