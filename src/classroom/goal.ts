import { sliderStops, type Choice } from '../nets/parameter';
import { queryAt, settingOf, type Query, type Setting } from './setting';
import type { Subject } from './subject';

export const metrics = [
  'params',
  'macs',
  'memoryAccess',
  'peakActivations',
  'outputChannels',
  'outputSize',
  'top1',
] as const;

/** What is read of a setting. `outputSize`: height of the output map; `top1`: published, in per cent. */
export type Metric = (typeof metrics)[number];

export const relations = ['<=', '>=', '='] as const;

export type Relation = (typeof relations)[number];

/** One thing that a goal asks for. All conditions of a goal must hold at once. */
export type Condition =
  /** `params of the Fire module <= 20,000`. */
  | {
      readonly kind: 'measure';
      readonly subject: string;
      readonly metric: Metric;
      readonly is: Relation;
      readonly value: number;
    }
  /** The block against what it replaces: `at most 0.125 times its MACs`. */
  | {
      readonly kind: 'against';
      readonly subject: string;
      readonly metric: Metric;
      readonly is: Relation;
      readonly factor: number;
    }
  /** A step of one knob from here: `more groups cost more memory access`. */
  | {
      readonly kind: 'step';
      readonly subject: string;
      readonly knob: string;
      readonly metric: Metric;
      readonly turns: 'up' | 'down' | 'same';
    };

/** A condition at a state of the page. */
export type ConditionState = {
  readonly condition: Condition;
  readonly isMet: boolean;
  /** What the condition reads; undefined where there is none, such as a published accuracy. */
  readonly value: number | undefined;
  /** What it is compared with: of what the block replaces, or after the step. */
  readonly other: number | undefined;
};

/** Whether each condition holds at the state that the address has, by the readings that the pages show. */
export function conditionStates(
  conditions: readonly Condition[],
  subjects: readonly Subject[],
  query: Query,
): readonly ConditionState[] {
  const settings = new Map(subjects.map((subject) => [subject.id, { subject, setting: settingOf(subject, query) }]));
  return conditions.map((condition) => {
    const found = settings.get(condition.subject);
    if (found === undefined) return { condition, isMet: false, value: undefined, other: undefined };
    return conditionState(condition, found.subject, found.setting);
  });
}

export function conditionState(condition: Condition, subject: Subject, setting: Setting): ConditionState {
  const value = metricOf(setting, condition.metric);
  switch (condition.kind) {
    case 'measure':
      return { condition, value, other: undefined, isMet: isWithin(value, condition.is, condition.value) };
    case 'against': {
      const other = setting.replaced && metricOf({ ...setting, block: setting.replaced }, condition.metric);
      const bound = other === undefined ? undefined : other * condition.factor;
      return { condition, value, other, isMet: bound !== undefined && isWithin(value, condition.is, bound) };
    }
    case 'step': {
      const step = stepFrom(subject, setting.values, condition.knob);
      if (step === undefined) return { condition, value, other: undefined, isMet: false };
      const there = metricOf(settingAtValues(subject, step.values), condition.metric);
      const difference = value === undefined || there === undefined ? undefined : (there - value) * step.direction;
      return { condition, value, other: there, isMet: difference !== undefined && isTurn(difference, condition.turns) };
    }
  }
}

/** A metric of a setting; undefined where it has none. */
export function metricOf({ block: { graph, cost }, top1 }: Setting, metric: Metric): number | undefined {
  switch (metric) {
    case 'params':
    case 'macs':
    case 'memoryAccess':
    case 'peakActivations':
      return cost[metric];
    case 'outputChannels':
      return graph.output.shape.channels;
    case 'outputSize':
      return graph.output.shape.height;
    case 'top1':
      return top1;
  }
}

export function isWithin(value: number | undefined, relation: Relation, bound: number): boolean {
  if (value === undefined) return false;
  if (relation === '=') return value === bound;
  return relation === '<=' ? value <= bound : value >= bound;
}

function isTurn(difference: number, turns: 'up' | 'down' | 'same'): boolean {
  if (turns === 'same') return difference === 0;
  return turns === 'up' ? difference > 0 : difference < 0;
}

/** The values one step of a knob away: the next higher value, or the next lower one at its end. */
function stepFrom(subject: Subject, values: Choice, knob: string) {
  if (subject.kind === 'network') return undefined;
  const { knobs } = subject.explorable;
  const parameter = Object.hasOwn(knobs, knob) ? knobs[knob] : undefined;
  if (parameter === undefined || parameter.kind === 'choice') return undefined;
  const stops = sliderStops(knob, parameter, values);
  const at = stops.indexOf(Number(values[knob]));
  const [up, down] = [stops[at + 1], stops[at - 1]];
  if (up !== undefined) return { values: { ...values, [knob]: up }, direction: 1 };
  return down === undefined ? undefined : { values: { ...values, [knob]: down }, direction: -1 };
}

function settingAtValues(subject: Subject, values: Choice): Setting {
  if (subject.kind === 'network') return settingOf(subject, {});
  return settingOf(subject, queryAt(subject, values));
}
