import { expect, test } from 'vitest';
import { explorables } from '../nets/explorables/index';
import { conditionStates, type Condition } from './goal';
import { goalSearch, type Verdict } from './goalSearch';
import { subjectsOf, pathsWithSubjects } from './subject';

function states(path: string, query: Readonly<Record<string, string>>, ...goal: readonly Condition[]) {
  return conditionStates(goal, subjectsOf(path), query);
}

type Options = {
  readonly start?: Record<string, string>;
  readonly locked?: readonly string[];
  readonly limit?: number;
};

function verdict(path: string, goal: readonly Condition[], { start = {}, locked = [], limit }: Options = {}): Verdict {
  const search = goalSearch({
    goal,
    subjects: subjectsOf(path),
    start,
    locked,
    ...(limit === undefined ? {} : { limit }),
  });
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

const fireParams = { kind: 'measure', subject: 'fire', metric: 'params', is: '<=', value: 20_000 } as const;
const fireChannels = { kind: 'measure', subject: 'fire', metric: 'outputChannels', is: '>=', value: 64 } as const;

test('a condition reads what the page counts at its address', () => {
  // The Fire module of SqueezeNet at its defaults: fire2 of the paper.
  expect(states('/squeezenet', {}, fireParams, fireChannels)).toMatchObject([
    { value: 11_920, isMet: true },
    { value: 128, isMet: true },
  ]);
  expect(states('/squeezenet', { 'fire.squeeze': '256' }, fireParams)).toMatchObject([{ isMet: false }]);
  const v2 = { kind: 'measure', subject: 'network', is: '<=' } as const;
  expect(
    states(
      '/networks',
      { net: 'mobilenet-v2' },
      { ...v2, metric: 'macs', value: 300_774_272 },
      { ...v2, metric: 'top1', value: 72 },
    ),
  ).toMatchObject([
    { value: 300_774_272, isMet: true },
    { value: 72, isMet: true },
  ]);
});

test('a network without a published accuracy meets no condition on it', () => {
  const top1 = { kind: 'measure', subject: 'network', metric: 'top1', is: '>=', value: 0 } as const;
  expect(states('/networks', { net: 'mobilenet-v2:classes=64' }, top1)).toMatchObject([
    { value: undefined, isMet: false },
  ]);
});

test('a block is held against what it replaces', () => {
  const eighth = { kind: 'against', subject: 'split', metric: 'macs', is: '<=', factor: 1 / 8 } as const;
  expect(states('/mobilenet-v1', {}, eighth)).toMatchObject([{ isMet: true }]);
  expect(states('/mobilenet-v1', { 'split.kernel': '1' }, eighth)).toMatchObject([{ isMet: false }]);
});

test('a step asks what one more of a knob does, also at its end', () => {
  // Guideline 2: at the same multiply-adds, more groups move more.
  const step = { kind: 'step', subject: 'g2', knob: 'groups', metric: 'memoryAccess', turns: 'up' } as const;
  expect(states('/shufflenet-v2', {}, step)).toMatchObject([{ isMet: true }]);
  expect(states('/shufflenet-v2', { 'g2.groups': '8' }, step)).toMatchObject([{ isMet: true }]);
  expect(states('/shufflenet-v2', {}, { ...step, turns: 'down' })).toMatchObject([{ isMet: false }]);
  const grouped = { ...step, subject: 'conv' } as const;
  expect(states('/counting', {}, grouped)).toMatchObject([{ isMet: false }]);
  for (const knob of ['nothing', 'constructor', '__proto__'])
    expect(states('/counting', {}, { ...grouped, knob }), knob).toMatchObject([{ isMet: false, other: undefined }]);
});

test('a goal that can be reached is, where the search says', () => {
  const goal = [fireParams, { ...fireChannels, value: 256 }];
  const found = verdict('/squeezenet', goal, { start: { 'fire.squeeze': '256' } });
  expect(found.kind).toBe('found');
  expect(states('/squeezenet', found.kind === 'found' ? found.query : {}, ...goal).map(({ isMet }) => isMet)).toEqual([
    true,
    true,
  ]);
});

test('a goal out of reach is proven where all settings were tried, and with locked controls these are fewer', () => {
  const few = { kind: 'measure', subject: 'memory', metric: 'memoryAccess', is: '<=', value: 10 } as const;
  const all = verdict('/counting', [few]);
  expect(all).toMatchObject({ kind: 'impossible', unmet: 'memory' });
  expect(verdict('/counting', [few], { locked: ['memory.channels', 'memory.kind'] }).settings).toBeLessThan(
    all.settings / 10,
  );
  const many = { ...few, is: '>=', value: 5_000_000 } as const;
  expect(verdict('/counting', [many]).kind).toBe('found');
  expect(verdict('/counting', [many], { locked: ['memory.channels', 'memory.kind'] }).kind).toBe('impossible');
});

test('where not all settings can be tried, the search says so', () => {
  const impossible = { ...fireParams, value: 1 };
  expect(verdict('/squeezenet', [impossible], { limit: 200 })).toEqual({
    kind: 'notFound',
    settings: 201,
    unmet: 'fire',
  });
});

test('the least of anything is found where all controls are at an end, however many settings there are', () => {
  const knobs = ['inChannels', 'squeeze', 'expand1x1', 'expand3x3'];
  const ends = Object.fromEntries(knobs.map((knob) => [`fire.${knob}`, '1']));
  const [smallest] = states('/squeezenet', ends, fireParams);
  const least = { ...fireParams, value: smallest?.value ?? 0 };
  expect(verdict('/squeezenet', [least], { limit: 200 }).kind).toBe('found');
  expect(verdict('/squeezenet', [{ ...least, value: least.value - 1 }], { limit: 200 }).kind).toBe('notFound');
});

test('a network is found among those with a published accuracy, and only there', () => {
  const about = { kind: 'measure', subject: 'network' } as const;
  const light = { ...about, metric: 'macs', is: '<=', value: 150_000_000 } as const;
  const good = { ...about, metric: 'top1', is: '>=', value: 69 } as const;
  const found = verdict('/networks', [light, good]);
  expect(found).toMatchObject({ kind: 'found' });
  expect(verdict('/networks', [light, { ...good, value: 90 }])).toMatchObject({ kind: 'impossible' });
  // Each printed network counts as tried.
  expect(verdict('/networks', [{ ...good, value: 99 }]).settings).toBeGreaterThan(20);
  expect(verdict('/networks', [light, good], { locked: ['net:model'], start: { net: 'squeezenet' } }).kind).toBe(
    'impossible',
  );
});

test('every explorable is a subject of the page that shows it, and of no other', () => {
  const listed = pathsWithSubjects().flatMap((path) =>
    subjectsOf(path).flatMap((subject) => (subject.kind === 'block' ? [{ path, explorable: subject.explorable }] : [])),
  );
  for (const explorable of explorables)
    expect(
      listed.filter((each) => each.explorable === explorable),
      explorable.id,
    ).toHaveLength(1);
});
