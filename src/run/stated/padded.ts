import type { Padding } from '../../nets/op';
import { after, viewOperand, type Lowered } from './operand';
import type { View } from './view';

/** Numbers of values added before and behind an axis. */
export type Sides = readonly [before: number, behind: number];

/** A map with rows and columns of one value around it; `sides` has two numbers for each axis of the view. */
export function padded(name: string, view: View, sides: readonly Sides[], value: number): Lowered {
  const padding = { top: 0, left: 0, bottom: 0, right: 0 };
  for (const [axis, [before, behind]] of sides.entries()) {
    if (before === 0 && behind === 0) continue;
    const names = sidesOf(view, axis);
    if (names === undefined) return undefined;
    padding[names[0]] = before;
    padding[names[1]] = behind;
  }
  const result = after(name, view, { kind: 'pad', padding, value });
  if (result.kind !== 'view') return result;
  const { node } = result.view;
  const axes = view.axes.map((axis) =>
    axis.map((factor) =>
      factor.of === 'height' || factor.of === 'width' ? { ...factor, size: node.shape[factor.of] } : factor,
    ),
  );
  return viewOperand({ node, axes });
}

/** The sides of a map that an axis runs between. */
function sidesOf({ axes }: View, axis: number): readonly [keyof Padding, keyof Padding] | undefined {
  const [factor, ...others] = axes[axis] ?? [];
  if (others.length > 0) return undefined;
  if (factor?.of === 'height') return ['top', 'bottom'];
  return factor?.of === 'width' ? ['left', 'right'] : undefined;
}
