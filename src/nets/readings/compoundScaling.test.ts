import { expect, it } from 'vitest';
import { efficientNetFamily } from '../papers/efficientNetFamily';
import { growthOf } from './compoundScaling';

it('nearly doubles the multiply-adds with each power', () => {
  expect(growthOf({ depth: 1, width: 1, resolution: 1 }).macs).toBeCloseTo(1.92, 2);
});

it('counts width and resolution squared, depth once', () => {
  expect(growthOf({ depth: 2, width: 0, resolution: 0 }).macs).toBeCloseTo(1.44);
  expect(growthOf({ depth: 0, width: 2, resolution: 0 }).macs).toBeCloseTo(1.4641);
  expect(growthOf({ depth: 0, width: 0, resolution: 2 }).macs).toBeCloseTo(1.749, 3);
});

it('comes within a tenth of what the paper prints for its largest networks', () => {
  const [base] = efficientNetFamily;
  for (const power of [5, 6, 7]) {
    const predicted = (base?.macsMillions ?? 0) * growthOf({ depth: power, width: power, resolution: power }).macs;
    expect(predicted / (efficientNetFamily[power]?.macsMillions ?? 1)).toBeCloseTo(1, 1);
  }
});
