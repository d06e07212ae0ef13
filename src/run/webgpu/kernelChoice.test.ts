import { expect, test } from 'vitest';
import { depthwiseConv, conv, input } from '../../nets/build';
import { graphOf, type Node } from '../../nets/graph';
import type { TunedKernel } from '../device/executor';
import { valueOf } from '../fixtures/wasmExecutor';
import { devicePlanOf } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import { candidatesOf } from './kernelChoice';
import { stepShape } from './stepShape';
import { chosenFor } from './tuning';

const map = input({ height: 8, width: 8, channels: 16 });

function stepsOf(output: Node): readonly DeviceStep[] {
  return valueOf(devicePlanOf(graphOf(output))).steps;
}

function onlyStep(output: Node): DeviceStep {
  const [step] = stepsOf(output);
  if (step === undefined) throw new Error(`${output.id}: no step`);
  return step;
}

const core = { subgroups: false, half: false };
const pointwise = onlyStep(conv('conv', map, { outChannels: 32, kernel: 1 }));

test('candidates differ in name and in code', () => {
  for (const step of [pointwise, onlyStep(depthwiseConv('conv', map, { kernel: 3 }))]) {
    const candidates = candidatesOf(step, core);
    expect(candidates.length).toBeGreaterThan(2);
    expect(new Set(candidates.map(({ name }) => name)).size).toBe(candidates.length);
    expect(new Set(candidates.map(({ program }) => program.code)).size).toBe(candidates.length);
  }
});

test('every candidate covers the whole output', () => {
  for (const { name, program } of candidatesOf(pointwise, core)) {
    const [, pixels = 0, vectors = 0, along = 0, across = 0] =
      /(\d+) pixels x (\d+) vectors, (\d+) x (\d+) threads/.exec(name)?.map(Number) ?? [];
    expect(program.workgroups[0] * along * vectors).toBeGreaterThanOrEqual(8);
    expect(program.workgroups[1] * across * pixels).toBeGreaterThanOrEqual(64);
  }
});

test('the winner of a shape is taken again for that shape, and for no other', () => {
  const [first, second] = candidatesOf(pointwise, core);
  const shape = stepShape(pointwise);
  const known = new Map<string, TunedKernel>([[shape, { shape, kernel: second?.name ?? '', timesMs: {} }]]);
  const strided = onlyStep(conv('conv', map, { outChannels: 32, kernel: 1, stride: 2 }));
  expect(chosenFor(pointwise, known, core).name).toBe(second?.name);
  expect(chosenFor(pointwise, new Map(), core).name).toBe(first.name);
  expect(chosenFor(strided, known, core).name).toBe(candidatesOf(strided, core)[0].name);
});

test('16-bit kernels and subgroups are tried only where they are there and wanted, and never first', () => {
  const classes = onlyStep(conv('conv', input({ height: 1, width: 1, channels: 16 }), { outChannels: 32, kernel: 1 }));
  for (const step of [pointwise, classes]) {
    const plain = candidatesOf(step, core);
    expect(plain.filter(({ program: { code } }) => /enable|vec4h/.test(code))).toEqual([]);
    const halves = candidatesOf(step, { ...core, half: true }).slice(plain.length);
    expect(halves.length).toBeGreaterThan(0);
    for (const { name, program, tolerance } of halves) {
      expect(name).toContain('half precision');
      expect(program.code).toMatch(/^enable f16;\n/);
      expect(program.bindings).toContainEqual(expect.objectContaining({ source: { constants: 'halfWeights' } }));
      expect(tolerance).toBe(1e-2);
    }
  }
  expect(candidatesOf(pointwise, { ...core, subgroups: true })).toHaveLength(candidatesOf(pointwise, core).length);
  const bySubgroups = candidatesOf(classes, { ...core, subgroups: true }).at(-1);
  expect(bySubgroups?.program.code).toMatch(/^enable subgroups;\n[^]*subgroupAdd/);
  expect(bySubgroups?.program.workgroups).toEqual([8, 1, 1]);
});

test('only a pointwise convolution has 16-bit kernels', () => {
  const every = { subgroups: true, half: true };
  const others = [
    onlyStep(depthwiseConv('conv', map, { kernel: 3 })),
    onlyStep(conv('conv', map, { outChannels: 32, kernel: 3 })),
  ];
  for (const step of others) expect(candidatesOf(step, every)).toHaveLength(candidatesOf(step, core).length);
});

test('a winner that is no candidate any more is passed over', () => {
  const shape = stepShape(pointwise);
  const known = new Map<string, TunedKernel>([[shape, { shape, kernel: 'gone', timesMs: {} }]]);
  expect(chosenFor(pointwise, known, core).name).toBe(candidatesOf(pointwise, core)[0].name);
});

test('in half precision the blocks that win most often are tried: the first two of a map, the first of a vector', () => {
  const classes = onlyStep(conv('conv', input({ height: 1, width: 1, channels: 16 }), { outChannels: 32, kernel: 1 }));
  const halvesOf = (step: DeviceStep) => {
    const plain = candidatesOf(step, core).map(({ name }) => name);
    const halves = candidatesOf(step, { ...core, half: true }).slice(plain.length);
    return halves.map(({ name }) => plain.indexOf(name.replace(', half precision', '')));
  };
  expect(halvesOf(pointwise)).toEqual([0, 1]);
  expect(halvesOf(classes)).toEqual([0]);
});
