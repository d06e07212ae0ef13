import { describe, expect, test } from 'vitest';
import { read } from '../graph';
import { weightTensorsOf } from '../weights/weightTensors';
import { costOf } from '../readings/cost';
import { tableOf } from '../readings/table';
import { listedValues } from '../parameter';
import { catalogue, modelById } from './index';
import type { Option } from './model';

/** Every network at its defaults, and the variants that the course names. */
const variants: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
  ...catalogue.map(({ id }) => [id, {}] as const),
  ['squeezenet', { version: '1.1' }],
  ['squeezenet', { bypass: 'simple' }],
  ['squeezenet', { bypass: 'complex' }],
  ['shufflenet-v1', { groups: 8 }],
  ['mobilenet-v3', { size: 'small' }],
  ['mobilenet-v3', { tail: 'original' }],
];

function build(id: string, choice: Readonly<Record<string, string | number>>) {
  const model = modelById(id);
  const graph = model.ok ? model.value.build(choice) : model;
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

describe('golden tables', () => {
  for (const [id, choice] of variants) {
    const name = [id, ...Object.entries(choice).flat()].join('-');
    test(name, async () => {
      await expect(tableOf(build(id, choice))).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }
});

/** Every listed value, or the ends of a range; the default instead of the largest whole number, which takes too long. */
function extremesOf(option: Option): readonly (number | string)[] {
  switch (option.kind) {
    case 'integer':
      return [option.minimum, option.default];
    case 'range':
      return [option.minimum, option.maximum];
    case 'number':
    case 'choice':
      return listedValues(option) ?? [];
  }
}

describe('every option of every network builds', () => {
  for (const model of catalogue) {
    const choices = Object.entries(model.options).flatMap(([name, option]) =>
      extremesOf(option).map((value) => ({ [name]: value })),
    );
    test(model.id, () => {
      for (const choice of choices) expect(model.build({ ...choice, classes: 10 })).toMatchObject({ ok: true });
    });
  }
  test('shufflenet-v1 at every combination of groups and width', () => {
    for (const groups of [1, 2, 3, 4, 8])
      for (const width of [0.25, 0.5, 1, 1.5, 2])
        expect(costOf(build('shufflenet-v1', { groups, width })).macs).toBeGreaterThan(1e7);
  });
});

test('the classes option sets the width of the logits', () => {
  for (const { id } of catalogue)
    expect(build(id, { classes: 64 }).output.shape).toEqual({ height: 1, width: 1, channels: 64 });
});

test('the tensors of a weights file add up to the params and the running statistics', () => {
  for (const { id } of catalogue) {
    const graph = build(id, {});
    const stored = weightTensorsOf(graph).reduce(
      (sum, { shape }) => sum + shape.reduce((product, side) => product * side, 1),
      0,
    );
    const { params, paramsWithoutNorm } = costOf(graph);
    expect(stored).toBe(2 * params - paramsWithoutNorm);
  }
});

test('impossible options are refused with the allowed values', () => {
  const refused = (id: string, choice: Readonly<Record<string, string | number>>): string => {
    const model = modelById(id);
    const graph = model.ok ? model.value.build(choice) : model;
    return graph.ok ? 'built' : graph.error;
  };
  expect(refused('shufflenet-v1', { groups: 7 })).toBe(
    'shufflenet-v1: groups: no such value (got 7, wanted 1, 2, 3, 4 or 8)',
  );
  expect(refused('mobilenet-v2', { width: 'wide' })).toBe(
    'mobilenet-v2: width: no such value (got wide, wanted a number from 0.1 to 2)',
  );
  expect(refused('inception-v3', { resolution: 64 })).toContain('wanted a whole number from 75 to 1024');
  expect(refused('mobilenet-v2', { depth: 3 })).toContain('no such option here');
  expect(refused('resnet', {})).toContain('wanted squeezenet, xception');
});

test('every reading visits every node', () => {
  const graph = build('mobilenet-v3', {});
  const visited = read(graph, {
    input: () => 1,
    conv: () => 1,
    fullyConnected: () => 1,
    batchNorm: () => 1,
    activation: () => 1,
    maxPool: () => 1,
    averagePool: () => 1,
    globalAveragePool: () => 1,
    add: () => 1,
    scale: () => 1,
    concat: () => 1,
    channelSlice: () => 1,
    channelShuffle: () => 1,
    flatten: () => 1,
    dropout: () => 1,
  });
  expect(visited.size).toBe(graph.nodes.length);
});
