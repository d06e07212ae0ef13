import type { Padding, Shape } from '../../nets/op';
import { paddingOf } from '../../nets/build';

/** tfjs's ways to write padding. */
export type TfjsPadding =
  'valid' | 'same' | number | [[number, number], [number, number], [number, number], [number, number]];

/**
 * The simplest equivalent padding: some calls refuse the explicit form, and tfjs turns a 1x1 convolution into a matrix
 * product only with 'valid'.
 */
export function tfjsPadding(
  op: { readonly stride: number; readonly padding: Padding },
  kernel: readonly [number, number],
  shape: Shape,
): TfjsPadding {
  const { top, bottom, left, right } = op.padding;
  if (top + bottom + left + right === 0) return 'valid';
  if (top === bottom && left === right && top === left) return top;
  const same = paddingOf('same', 'same', shape, kernel, op.stride);
  if (top === same.top && bottom === same.bottom && left === same.left && right === same.right) return 'same';
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}
