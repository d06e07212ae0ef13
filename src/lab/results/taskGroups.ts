import { inventoryItem } from '../../classroom/inventory';
import type { InventoryOutcome, Said, TaskResult } from '../../classroom/taskResult';

/** What was handed in of one task. */
export type TaskGroup = {
  readonly taskId: string;
  readonly title: string;
  readonly results: readonly TaskResult[];
};

/** Results by their task, in the order in which the first of each came; of one task in the order of the nicknames. */
export function taskGroups(results: readonly TaskResult[]): readonly TaskGroup[] {
  const groups = new Map<string, TaskResult[]>();
  for (const result of results) groups.set(result.taskId, [...(groups.get(result.taskId) ?? []), result]);
  return [...groups].map(([taskId, members]) => ({
    taskId,
    title: members.find(({ title }) => title !== '')?.title ?? '',
    results: members.toSorted(
      (one, other) =>
        one.nickname.localeCompare(other.nickname, undefined, { numeric: true }) || one.atSeconds - other.atSeconds,
    ),
  }));
}

/** How many people results come from: who hands in again under the same name is one; those without a name are one each. */
export function peopleOf(results: readonly TaskResult[]): number {
  const names = results.map(({ nickname }) => nickname).filter((name) => name !== '');
  return new Set(names).size + results.length - names.length;
}

/** How often something was said, the most frequent first. */
export type SaidCount = { readonly said: string; readonly count: number };

/** What was said to a question by all who answered it. */
export function saidCounts(said: readonly Said[]): readonly SaidCount[] {
  const counts = new Map<string, number>();
  for (const each of said) {
    const text = saidText(each);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ said: text, count })).toSorted((one, other) => other.count - one.count);
}

/** What was said, as text for tables and files. */
export function saidText(said: Said): string {
  return typeof said === 'object' ? said.join(' ') : String(said);
}

/** How a class answered one item of the concept inventory. */
export type ItemGain = {
  readonly number: number;
  /** Shares of right answers among those who were given the item; undefined where nobody was. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Of what could be gained, what was: (after - before) / (1 - before). Undefined where nothing could, or one is missing. */
  readonly gain: number | undefined;
  /** The wrong option that most chose, at the last time. */
  readonly commonest: SaidCount | undefined;
};

/** Each item that was given, before and after, whoever answered. */
export function itemGains(outcomes: readonly InventoryOutcome[]): readonly ItemGain[] {
  const numbers = [...new Set(outcomes.flatMap(({ items }) => items))].toSorted((one, other) => one - other);
  return numbers.map((number) => {
    const [before, after] = (['before', 'after'] as const).map((when) => answersTo(number, when, outcomes));
    const [beforeShare, afterShare] = [before, after].map((given) => shareRight(number, given ?? []));
    const last = after === undefined || after.length === 0 ? (before ?? []) : after;
    return {
      number,
      before: beforeShare,
      after: afterShare,
      gain: gainOf(beforeShare, afterShare),
      commonest: saidCounts(last.filter((said) => said !== '')).find(
        ({ said }) => said !== inventoryItem(number)?.answer,
      ),
    };
  });
}

/** What was answered to an item; an empty text where it was given and left open. */
function answersTo(number: number, when: 'before' | 'after', outcomes: readonly InventoryOutcome[]): readonly string[] {
  return outcomes
    .filter((outcome) => outcome.when === when && outcome.items.includes(number))
    .map(({ answers }) => saidText(answers[String(number)] ?? ''));
}

function shareRight(number: number, answers: readonly string[]): number | undefined {
  if (answers.length === 0) return undefined;
  return answers.filter((said) => said === inventoryItem(number)?.answer).length / answers.length;
}

function gainOf(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined || after === undefined || before === 1) return undefined;
  return (after - before) / (1 - before);
}
