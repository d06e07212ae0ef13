import { describe, expect, test } from 'vitest';
import { mirroredResidual } from '../../nets/explorables/mirroredResidual';
import { widthProfileOf } from './widthProfile';

const options = { step: 100, half: 72, maxChannels: 144 };

function profiles(wanted = {}) {
  const { block, replaced } = mirroredResidual.at(wanted);
  if (replaced === undefined) throw new Error('no replaced block');
  return {
    inverted: widthProfileOf(block, options),
    residual: widthProfileOf(replaced, options),
  };
}

describe('an inverted residual is narrow, wide, wide, narrow; a residual the reverse', () => {
  const { inverted, residual } = profiles();

  test('channels', () => {
    expect(inverted.tensors.map(({ shape }) => shape.channels)).toEqual([24, 144, 144, 24]);
    expect(residual.tensors.map(({ shape }) => shape.channels)).toEqual([144, 24, 24, 144]);
  });

  test('bars on one scale, at even steps', () => {
    expect(inverted.tensors.map(({ half }) => half)).toEqual([12, 72, 72, 12]);
    expect(inverted.tensors.map(({ at }) => at)).toEqual([0, 100, 200, 300]);
    expect(inverted.convs.map(({ at }) => at)).toEqual([50, 150, 250]);
  });

  test('the shortcut joins the narrow ends of the one and the wide ends of the other', () => {
    expect(inverted.shortcut?.from.half).toBe(12);
    expect(residual.shortcut?.from.half).toBe(72);
    expect(inverted.shortcut?.conv).toBeUndefined();
  });
});

test('at stride 2 the inverted residual has no shortcut and the residual one with a convolution on it', () => {
  const { inverted, residual } = profiles({ stride: 2 });
  expect(inverted.shortcut).toBeUndefined();
  expect(residual.shortcut?.conv?.id).toBe('residual.shortcut.conv');
  expect(residual.convs.map(({ node }) => node.id)).toEqual([
    'residual.reduce.conv',
    'residual.spatial.conv',
    'residual.widen.conv',
  ]);
});

test('expansion 1 has two convolutions', () => {
  expect(profiles({ expansion: 1 }).inverted.tensors).toHaveLength(3);
});
