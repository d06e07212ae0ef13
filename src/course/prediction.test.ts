import { expect, test } from 'vitest';
import { isShownBy } from './prediction';

const isShown = (query: string) => isShownBy({ figure: 'fire' }, new URLSearchParams(query));

test('an address that chooses values of a figure shows the answer', () => {
  for (const query of ['fire.squeeze=32', 'net.width=1&fire.bypass=none']) expect(isShown(query), query).toBe(true);
  expect(isShownBy({ figure: 'on' }, new URLSearchParams('on=gpu'))).toBe(true);
});

test('values of other figures give nothing away', () => {
  for (const query of ['', 'on=gpu', 'firefly.wings=2', 'at=fire']) expect(isShown(query), query).toBe(false);
  expect(isShownBy({}, new URLSearchParams('fire.squeeze=32'))).toBe(false);
});
