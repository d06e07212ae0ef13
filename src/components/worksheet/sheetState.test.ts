import { expect, test } from 'vitest';
import { fireModule } from '../../nets/explorables/fireModule';
import { efficientNetLite0 } from '../../nets/models/efficientNetLite0';
import { stateOfSheet } from './sheetState';

test('a sheet leads back to its chapter in the state that it shows, and takes nothing else along', () => {
  const query = '#/worksheet?chapter=x&seed=3&fire.squeeze=32&part=stage2.block1&table.width=0.5&table.sort=macs';
  const part = { kind: 'part', network: efficientNetLite0, first: 'stage3.block1' } as const;
  expect(stateOfSheet({ kind: 'block', explorable: fireModule }, query)).toBe('fire.squeeze=32');
  expect(stateOfSheet(part, query)).toBe('at=stage2.block1');
  expect(stateOfSheet({ kind: 'networks' }, query)).toBe('table.width=0.5');
  expect(stateOfSheet({ kind: 'networks' }, '#/worksheet?chapter=summary')).toBe('');
});
