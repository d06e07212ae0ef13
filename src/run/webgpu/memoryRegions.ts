import type { DevicePlan } from './devicePlan';
import { readsOf, type BufferId } from './deviceStep';

/**
 * Regions of memory that a plan's buffers share: buffers that are never alive at the same time can have the same one.
 */
export type MemoryRegions = {
  /** Index of each buffer's region. */
  readonly regionOf: readonly number[];
  /** Size of each region. */
  readonly floats: readonly number[];
};

/** Greedy, in execution order: a buffer takes the free region closest to its size, which grows if necessary. */
export function memoryRegionsOf(plan: DevicePlan): MemoryRegions {
  const { births, deaths } = lifetimes(plan);
  const floats: number[] = [];
  const regionOf: number[] = plan.buffers.map(() => 0);
  const free = new Set<number>();
  for (let time = inputTime; time <= plan.steps.length; time += 1) {
    for (const buffer of births.get(time) ?? []) {
      const wanted = plan.buffers[buffer] ?? { floats: 0, keepsZeros: false };
      const found = wanted.keepsZeros ? undefined : nearest(free, floats, wanted.floats);
      const region = found ?? floats.push(0) - 1;
      free.delete(region);
      floats[region] = Math.max(floats[region] ?? 0, wanted.floats);
      regionOf[buffer] = region;
    }
    for (const buffer of deaths.get(time) ?? []) {
      const region = regionOf[buffer];
      if (region !== undefined && plan.buffers[buffer]?.keepsZeros === false) free.add(region);
    }
  }
  return { regionOf, floats };
}

/** The input is written before the first step. */
const inputTime = -1;

type BuffersByTime = ReadonlyMap<number, readonly BufferId[]>;

/** The steps at which each buffer is first written and last used. The output outlives all steps. */
function lifetimes({ steps, input, output }: DevicePlan): {
  readonly births: BuffersByTime;
  readonly deaths: BuffersByTime;
} {
  const first = new Map<BufferId, number>([[input.buffer, inputTime]]);
  const last = new Map<BufferId, number>();
  for (const [time, step] of steps.entries()) {
    if (!first.has(step.target.buffer)) first.set(step.target.buffer, time);
    for (const { buffer } of [step.target, ...readsOf(step)]) last.set(buffer, time);
  }
  last.set(output.buffer, steps.length);
  return { births: byTime(first), deaths: byTime(last) };
}

function byTime(times: ReadonlyMap<BufferId, number>): BuffersByTime {
  const buffers = new Map<number, BufferId[]>();
  for (const [buffer, time] of times) buffers.set(time, [...(buffers.get(time) ?? []), buffer]);
  return buffers;
}

function nearest(free: ReadonlySet<number>, floats: readonly number[], wanted: number): number | undefined {
  const distance = (region: number): number => Math.abs((floats[region] ?? 0) - wanted);
  return [...free].sort((a, b) => distance(a) - distance(b))[0];
}
