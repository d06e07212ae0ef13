import type { TfNode } from '../../formats/tfjs/tfGraph';
import { UnstatedNetwork } from '../unstatedNetwork';
import type { Pair, StatedPadding, StatedWindow } from '../statedGraph';

/** Stride, dilation and padding of a convolution or pool; attributes list batch, rows, columns, channels. */
export function windowOf(node: TfNode): StatedWindow {
  return {
    stride: pairOf(node, 'strides'),
    dilation: pairOf(node, 'dilations'),
    padding: paddingOf(node),
  };
}

function pairOf({ attributes }: TfNode, name: string): Pair {
  const values = attributes.get(name);
  const [, rows, columns] = typeof values === 'object' ? values : [];
  return [typeof rows === 'number' ? rows : 1, typeof columns === 'number' ? columns : 1];
}

function paddingOf({ name, attributes }: TfNode): StatedPadding {
  const padding = attributes.get('padding');
  if (padding === 'SAME') return 'same';
  if (padding === 'VALID') return { top: 0, bottom: 0, left: 0, right: 0 };
  const explicit = attributes.get('explicit_paddings');
  const sides = typeof explicit === 'object' ? explicit.map(Number) : [];
  const [, , top, bottom, left, right] = sides;
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) {
    throw new UnstatedNetwork(name, `padding ${String(padding)} (wanted SAME, VALID or EXPLICIT)`);
  }
  return { top, bottom, left, right };
}
