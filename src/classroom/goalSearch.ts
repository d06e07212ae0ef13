import { catalogue } from '../nets/models/index';
import type { NamedNetwork } from '../nets/models/networkName';
import { publishedNetworks, type PublishedNetwork } from '../nets/papers/publishedNetworks';
import {
  defaultsOf,
  listedValues,
  nearestChoice,
  parametersBesides,
  sliderStops,
  type Choice,
  type Parameter,
  type Role,
} from '../nets/parameter';
import { conditionState, isWithin, type Condition } from './goal';
import { heldNetwork } from './locks';
import { networkAt, networkSetting, queryAt, settingOf, type Query, type Setting } from './setting';
import type { BlockSubject, NetworkSubject, Subject } from './subject';

/** What a search says about a goal. `settings` counts those that were tried. */
export type Verdict =
  /** A state that reaches the goal; for the teacher alone. */
  | { readonly kind: 'found'; readonly query: Query; readonly settings: number }
  /** No position of the free controls reaches it: all were tried. */
  | { readonly kind: 'impossible'; readonly settings: number; readonly unmet: string }
  /** Not all could be tried. */
  | { readonly kind: 'notFound'; readonly settings: number; readonly unmet: string };

type Searched = {
  readonly goal: readonly Condition[];
  readonly subjects: readonly Subject[];
  /** The state at which the task begins. */
  readonly start: Query;
  readonly locked: readonly string[];
  /** Settings to try for each subject, at most. */
  readonly limit?: number;
};

const defaultLimit = 20_000;

/**
 * Looks for a state that reaches the goal, within the positions of the controls that are free. Subjects do not depend on
 * each other, so each is searched alone. Yields between settings, so that a page can stay alive; `unmet` names the subject.
 */
export function* goalSearch({
  goal,
  subjects,
  start,
  locked,
  limit = defaultLimit,
}: Searched): Generator<void, Verdict> {
  let [query, settings]: [Query, number] = [start, 0];
  for (const subject of subjects) {
    const conditions = goal.filter((condition) => condition.subject === subject.id);
    if (conditions.length === 0) continue;
    const found = yield* searchSubject(subject, conditions, start, locked, limit);
    settings += found.settings;
    if (found.kind !== 'found') return { ...found, settings };
    query = { ...query, ...found.query };
  }
  return { kind: 'found', query, settings };
}

function* searchSubject(
  subject: Subject,
  conditions: readonly Condition[],
  start: Query,
  locked: readonly string[],
  limit: number,
): Generator<void, Verdict> {
  const isReached = (setting: Setting): boolean =>
    conditions.every((condition) => conditionState(condition, subject, setting).isMet);
  const here = settingOf(subject, start);
  const network = subject.kind === 'network' ? networkAt(start) : undefined;
  if (isReached(here)) return { kind: 'found', query: queryAt(subject, here.values, network), settings: 1 };
  const space =
    subject.kind === 'network'
      ? networkSpace(subject, networkAt(start), locked, conditions)
      : blockSpace(subject, here.values, locked);
  let settings = 1;
  for (const candidate of space.isWhole(limit) ? space.all() : space.some(limit)) {
    settings += 1;
    if (isReached(candidate.setting())) return { kind: 'found', query: candidate.query(), settings };
    yield;
  }
  return { kind: space.isWhole(limit) ? 'impossible' : 'notFound', settings, unmet: subject.id };
}

type Candidate = { readonly setting: () => Setting; readonly query: () => Query };

type Space = {
  /** Whether there are at most so many settings. */
  readonly isWhole: (limit: number) => boolean;
  readonly all: () => Iterable<Candidate>;
  readonly some: (limit: number) => Iterable<Candidate>;
};

function blockSpace(subject: BlockSubject, start: Choice, locked: readonly string[]): Space {
  const { knobs } = subject.explorable;
  const isHeld = (name: string): boolean => locked.includes(`${subject.id}.${name}`);
  const candidate = (values: Choice): Candidate => ({
    setting: () => settingOf(subject, queryAt(subject, values)),
    query: () => queryAt(subject, values),
  });
  return {
    isWhole: (limit) => countUpTo(choicesOf(knobs, start, isHeld), limit),
    *all() {
      for (const values of choicesOf(knobs, start, isHeld)) yield candidate(values);
    },
    *some(limit) {
      let left = limit;
      // What is least or most of anything is at an end of every control, which a draw hardly meets.
      for (const values of cornersOf(knobs, start, isHeld)) {
        if (left === 0) return;
        left -= 1;
        yield candidate(values);
      }
      const next = randomIndices();
      for (; left > 0; left -= 1) yield candidate(drawnChoice(knobs, start, isHeld, next));
    },
  };
}

/** Every choice in which each free parameter stands at its first or its last value. */
function cornersOf(
  knobs: Readonly<Record<string, Parameter>>,
  start: Choice,
  isHeld: (name: string) => boolean,
): Generator<Choice> {
  return choicesOf(knobs, start, isHeld, (values) => [...new Set([values[0], values.at(-1)])].filter(isGiven));
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}

type Values = readonly (number | string)[];

/**
 * Every choice of the free parameters, those declared later fastest. A held one stays at its nearest legal value.
 * @param tried which of the values of a free one
 */
function* choicesOf(
  knobs: Readonly<Record<string, Parameter>>,
  start: Choice,
  isHeld: (name: string) => boolean,
  tried: (values: Values) => Values = (values) => values,
): Generator<Choice> {
  const names = Object.keys(knobs);
  function* after(at: number, chosen: Choice): Generator<Choice> {
    const name = names[at];
    const parameter = name === undefined ? undefined : knobs[name];
    if (name === undefined || parameter === undefined) {
      yield chosen;
      return;
    }
    const values = isHeld(name) ? [heldValue(knobs, name, start, chosen)] : tried(stopsOf(name, parameter, chosen));
    for (const value of values) yield* after(at + 1, { ...chosen, [name]: value });
  }
  yield* after(0, {});
}

function heldValue(
  knobs: Readonly<Record<string, Parameter>>,
  name: string,
  start: Choice,
  chosen: Choice,
): number | string {
  return nearestChoice(knobs, { ...start, ...chosen })[name] ?? '';
}

/** Where the control of a parameter can stand. */
function stopsOf(name: string, parameter: Parameter, chosen: Choice): readonly (number | string)[] {
  return parameter.kind === 'choice' ? parameter.values : sliderStops(name, parameter, chosen);
}

function drawnChoice(
  knobs: Readonly<Record<string, Parameter>>,
  start: Choice,
  isHeld: (name: string) => boolean,
  next: (count: number) => number,
): Choice {
  let chosen: Choice = {};
  for (const [name, parameter] of Object.entries(knobs)) {
    const values = isHeld(name) ? [heldValue(knobs, name, start, chosen)] : stopsOf(name, parameter, chosen);
    chosen = { ...chosen, [name]: values[next(values.length)] ?? parameter.default };
  }
  return chosen;
}

/**
 * A published accuracy belongs to printed networks alone: there, these are the whole space. Otherwise every network of the
 * catalogue with its structure, width and image; the options that change no count stay at their defaults.
 */
function networkSpace(
  subject: NetworkSubject,
  start: NamedNetwork,
  locked: readonly string[],
  conditions: readonly Condition[],
): Space {
  const held = (network: NamedNetwork): NamedNetwork => heldNetwork(network, start, locked);
  const isPrinted = conditions.some(({ metric }) => metric === 'top1');
  const candidate = (network: NamedNetwork): Candidate => ({
    setting: () => networkSetting(network),
    query: () => queryAt(subject, network.choice, network),
  });
  function* networks(): Generator<NamedNetwork> {
    if (isPrinted) {
      for (const printed of publishedNetworks())
        for (const network of releasesOf(printed, conditions)) yield held(network);
      return;
    }
    for (const model of locked.includes('net:model') ? [start.model] : catalogue) {
      const names = parametersBesides(model.options, ['release', 'padding', 'variant', 'input', 'head']).map(
        ([name]) => name,
      );
      const isHeld = (name: string): boolean => !names.includes(name) && name !== 'resolution';
      for (const choice of networkChoices(model.options, isHeld)) yield held({ model, choice });
    }
  }
  function* built(): Generator<Candidate> {
    for (const network of networks()) if (network.model.build(network.choice).ok) yield candidate(network);
  }
  return {
    isWhole: (limit) => isPrinted && countUpTo(networks(), limit),
    all: built,
    *some(limit) {
      let tried = 0;
      for (const each of built()) {
        if (tried === limit) return;
        tried += 1;
        yield each;
      }
    },
  };
}

/** A printed network in all its releases, which differ in their counts; as it is alone where its accuracy does not do. */
function releasesOf(
  { model, choice, figure: { top1 } }: PublishedNetwork,
  conditions: readonly Condition[],
): readonly NamedNetwork[] {
  const asked = conditions.filter(({ kind, metric }) => kind === 'measure' && metric === 'top1');
  if (!asked.every((condition) => condition.kind === 'measure' && isWithin(top1, condition.is, condition.value)))
    return [{ model, choice }];
  const free = Object.entries(model.options).filter(([, { kind, role }]) => kind === 'choice' && isOfRelease(role));
  const names = new Set(free.map(([name]) => name));
  return [...choicesOf(model.options, choice, (name) => !names.has(name))].map((each) => ({ model, choice: each }));
}

function isOfRelease(role: Role): boolean {
  return role === 'release' || role === 'padding' || role === 'variant';
}

/** Images as papers use them; each side of every network would be hundreds. */
const sides = [96, 128, 160, 192, 224, 256, 299];

function networkChoices(options: Readonly<Record<string, Parameter>>, isHeld: (name: string) => boolean) {
  const stops = Object.fromEntries(
    Object.entries(options).map(([name, option]): [string, Parameter] => {
      const values = name === 'resolution' ? sides : listedValues(option);
      return [
        name,
        option.kind === 'choice' || values === undefined
          ? option
          : { kind: 'number', default: option.default, values: values.map(Number) },
      ];
    }),
  );
  return choicesOf(stops, defaultsOf(options), isHeld);
}

function countUpTo(items: Iterable<unknown>, limit: number): boolean {
  const iterator = items[Symbol.iterator]();
  for (let count = 0; count <= limit; count += 1) if (iterator.next().done === true) return true;
  return false;
}

/** The same numbers in each search, so that a verdict can be repeated. */
function randomIndices(): (count: number) => number {
  let state = 0x9e3779b9;
  return (count) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
