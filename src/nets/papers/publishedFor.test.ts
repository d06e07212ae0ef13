import { expect, test } from 'vitest';
import { networkOfName } from '../models/networkName';
import { publishedFor } from './publishedFor';

function top1Of(name: string): readonly (number | undefined)[] {
  const network = networkOfName(name);
  return network.ok ? publishedFor(network.value).map(({ top1 }) => top1) : [];
}

test('finds the rows of exactly these options', () => {
  expect(top1Of('mobilenet-v2')).toEqual([72, 71.8, 71.878, 71.3]);
  expect(top1Of('mobilenet-v1:width=0.5:resolution=160')).toEqual([60.2, 59.1]);
  expect(top1Of('shufflenet-v1:groups=8')).toEqual([67.6, 68]);
});

test('finds nothing for options that nobody published', () => {
  expect(top1Of('mobilenet-v2:width=0.9')).toEqual([]);
  expect(top1Of('mobilenet-v2:classes=64')).toEqual([]);
  expect(top1Of('mobilenet-v3:tail=original')).toEqual([]);
});
