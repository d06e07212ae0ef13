import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256InPlace } from './sha256';

// 55, 56, 63 and 64 are where the padding takes another block.
test.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])(
  '%i bytes have the digest that Node has',
  (length) => {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, index) => (index * 131 + length) % 251).subarray(3);
    expect(sha256InPlace(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  },
);
