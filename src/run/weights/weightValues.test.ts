import { describe, expect, it } from 'vitest';
import { weightValues } from './weightValues';

function tensorsWith(name: string, values: readonly number[]) {
  const good = { name: 'stem.conv.weight', shape: [2], data: Float32Array.of(0.5, -3) };
  return [good, { name, shape: [values.length], data: Float32Array.from(values) }];
}

describe('the values of a network', () => {
  it('have a largest magnitude, of either sign', () => {
    expect(weightValues(tensorsWith('stem.norm.running_var', [0, 2]))).toEqual({ ok: true, value: { largest: 3 } });
  });

  it.each([
    ['stem.conv.bias', [1, NaN], 1],
    ['stem.conv.bias', [NaN, Infinity], 0],
    ['stem.norm.running_mean', [0, 0, Infinity], 2],
    ['stem.norm.bias', [1, 2, -Infinity, 4], 2],
    ['stem.norm.running_var', [1, -1e-3], 1],
  ])('are refused with tensor and place: %s %j', (tensor, values, index) => {
    const found = weightValues(tensorsWith(tensor, values));
    const value = Math.fround(values[index] ?? 0);
    expect(found).toEqual({ ok: false, error: { code: 'impossibleWeight', tensor, index, value } });
  });

  it('name the variance, not the scale that it spoils', () => {
    const scale = { name: 'norm.weight', shape: [1], data: Float32Array.of(NaN) };
    const variance = { name: 'norm.running_var', shape: [1], data: Float32Array.of(-1) };
    expect(weightValues([scale, variance])).toMatchObject({ error: { tensor: 'norm.running_var' } });
  });
});
