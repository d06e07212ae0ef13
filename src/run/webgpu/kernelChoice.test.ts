import { expect, test } from 'vitest';
import { depthwiseConv, conv, input } from '../../nets/build';
import { graphOf, type Node } from '../../nets/graph';
import type { TunedKernel } from '../executor';
import { devicePlanOf } from './devicePlan';
import type { DeviceStep } from './deviceStep';
import { candidatesOf } from './kernelChoice';
import { stepShape } from './stepShape';
import { chosenFor } from './tuning';

const map = input({ height: 8, width: 8, channels: 16 });

function stepsOf(output: Node): readonly DeviceStep[] {
  return devicePlanOf(graphOf(output))?.steps ?? [];
}

function onlyStep(output: Node): DeviceStep {
  const [step] = stepsOf(output);
  if (step === undefined) throw new Error(`${output.id}: no step`);
  return step;
}

const pointwise = onlyStep(conv('conv', map, { outChannels: 32, kernel: 1 }));

test('candidates differ in name and in code', () => {
  for (const step of [pointwise, onlyStep(depthwiseConv('conv', map, { kernel: 3 }))]) {
    const candidates = candidatesOf(step);
    expect(candidates.length).toBeGreaterThan(2);
    expect(new Set(candidates.map(({ name }) => name)).size).toBe(candidates.length);
    expect(new Set(candidates.map(({ program }) => program.code)).size).toBe(candidates.length);
  }
});

test('every candidate covers the whole output', () => {
  for (const { name, program } of candidatesOf(pointwise)) {
    const [, pixels = 0, vectors = 0, along = 0, across = 0] =
      /(\d+) pixels x (\d+) vectors, (\d+) x (\d+) threads/.exec(name)?.map(Number) ?? [];
    expect(program.workgroups[0] * along * vectors).toBeGreaterThanOrEqual(8);
    expect(program.workgroups[1] * across * pixels).toBeGreaterThanOrEqual(64);
  }
});

test('the winner of a shape is taken again for that shape, and for no other', () => {
  const [first, second] = candidatesOf(pointwise);
  const shape = stepShape(pointwise);
  const known = new Map<string, TunedKernel>([[shape, { shape, kernel: second?.name ?? '', timesMs: {} }]]);
  const strided = onlyStep(conv('conv', map, { outChannels: 32, kernel: 1, stride: 2 }));
  expect(chosenFor(pointwise, known).name).toBe(second?.name);
  expect(chosenFor(pointwise, new Map()).name).toBe(first.name);
  expect(chosenFor(strided, known).name).toBe(candidatesOf(strided)[0].name);
});

test('a winner that is no candidate any more is passed over', () => {
  const shape = stepShape(pointwise);
  const known = new Map<string, TunedKernel>([[shape, { shape, kernel: 'gone', timesMs: {} }]]);
  expect(chosenFor(pointwise, known).name).toBe(candidatesOf(pointwise)[0].name);
});
