import { metricOf, type Condition, type Metric } from './goal';
import { settingOf, type Query } from './setting';
import type { Subject } from './subject';

/** A condition for a teacher to change, not met where the task begins: half of what is counted there, or of channels twice. */
export function offeredCondition(subject: Subject, metric: Metric, start: Query): Condition {
  const here = metricOf(settingOf(subject, start), metric);
  const about = { kind: 'measure', subject: subject.id, metric } as const;
  if (metric === 'top1') return { ...about, is: '>=', value: here === undefined ? 70 : Math.ceil(here + 0.1) };
  if (metric === 'outputChannels') return { ...about, is: '>=', value: 2 * (here ?? 1) };
  return { ...about, is: '<=', value: Math.max(1, Math.round(Number(((here ?? 2) / 2).toPrecision(2)))) };
}
