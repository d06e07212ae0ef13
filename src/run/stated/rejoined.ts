import { lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';
import { scalarOf, type Affine } from './affine';
import type { StatedNode } from './statedGraph';

/** Some channels of a value, times a factor and plus a term. */
type Part = {
  readonly source: StatedNode;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
  readonly shift: number;
};

/**
 * Channels that are taken apart, scaled and joined in their order: what they are of, and the scaling of each.
 * torchvision's Inception does so to its image. Undefined for any other concatenation.
 */
export function rejoined({
  name,
  inputs,
}: StatedNode): { readonly source: StatedNode; readonly op: Affine } | undefined {
  const parts = inputs.flatMap((input) => partOf(input) ?? []);
  const [first] = parts;
  const channels = first?.source.shape.channels ?? null;
  if (first === undefined || channels === null || parts.length !== inputs.length) return undefined;
  const isWhole = parts.every(
    ({ source, from }, index) => source === first.source && from === (parts[index - 1]?.to ?? 0),
  );
  if (!isWhole || parts.at(-1)?.to !== channels) return undefined;
  const values = (of: 'scale' | 'shift'): StoredTensor => {
    const each = parts.flatMap((part) => Array.from({ length: part.to - part.from }, () => part[of]));
    return lazyTensor(name, [channels], () => Float32Array.from(each));
  };
  return { source: first.source, op: { kind: 'affine', scale: values('scale'), shift: values('shift') } };
}

function partOf(node: StatedNode): Part | undefined {
  const [slice = node] = node.op.kind === 'affine' ? node.inputs : [node];
  const [source] = slice.inputs;
  if (slice.op.kind !== 'channelSlice' || source === undefined) return undefined;
  const plain = { source, from: slice.op.from, to: slice.op.to, scale: 1, shift: 0 };
  if (node.op.kind !== 'affine') return plain;
  const { scale, shift } = node.op;
  const [factor, term] = [scale === undefined ? 1 : scalarOf(scale), shift === undefined ? 0 : scalarOf(shift)];
  return factor === undefined || term === undefined ? undefined : { ...plain, scale: factor, shift: term };
}
