import type { Shape } from '../op';
import type { DesignRow } from './design';

/**
 * Why a row cannot read what the row before it gives.
 * - `groups`: so many channels do not divide into its groups.
 * - `multiple`: its channels are no multiple of this number.
 * - `keeps`: at stride 1 the input is added or passed on, so the channels must be those that it reads.
 * - `widens`: at stride 2 the input is passed on beside the result, so there must be more channels than it reads.
 * - `window`: without padding, the window is larger than the map.
 */
export type RowMisfit =
  | { readonly kind: 'groups'; readonly channels: number; readonly groups: number }
  | { readonly kind: 'multiple'; readonly of: number }
  | { readonly kind: 'keeps'; readonly channels: number }
  | { readonly kind: 'widens'; readonly channels: number }
  | { readonly kind: 'window'; readonly kernel: number; readonly map: number };

/** What is wrong first with a row that reads a map of this shape; undefined where it can be built. */
export function rowMisfit(row: DesignRow, input: Shape): RowMisfit | undefined {
  switch (row.kind) {
    case 'conv':
      return (
        indivisible(input.channels, row.groups) ?? indivisible(row.channels, row.groups) ?? windowMisfit(row, input)
      );
    case 'maxPool':
      return windowMisfit(row, input);
    case 'fire':
      return notMultiple(row.channels, 2);
    case 'xception':
      return row.stride === 1 ? changed(row, input) : undefined;
    case 'shuffleV1': {
      const odd = notMultiple(row.channels, 4 * row.groups);
      if (row.stride === 1) return changed(row, input) ?? odd;
      const isWider = row.channels > input.channels;
      const narrow: RowMisfit | undefined = isWider ? undefined : { kind: 'widens', channels: input.channels };
      return narrow ?? indivisible(input.channels, row.groups) ?? odd;
    }
    case 'shuffleV2':
      return (row.stride === 1 ? changed(row, input) : undefined) ?? notMultiple(row.channels, 2);
    case 'bottleneck':
      return indivisible(row.inner, row.groups);
    case 'separable':
    case 'depthwiseSeparable':
    case 'invertedResidual':
      return undefined;
  }
}

function indivisible(channels: number, groups: number): RowMisfit | undefined {
  return channels % groups === 0 ? undefined : { kind: 'groups', channels, groups };
}

function notMultiple(channels: number, of: number): RowMisfit | undefined {
  return channels % of === 0 ? undefined : { kind: 'multiple', of };
}

function changed({ channels }: DesignRow, input: Shape): RowMisfit | undefined {
  return channels === input.channels ? undefined : { kind: 'keeps', channels: input.channels };
}

/** Every repeat without padding takes `kernel - 1` from the map; the first also halves it at stride 2. */
export function windowMisfit(row: DesignRow, input: Shape): RowMisfit | undefined {
  const { stride } = row;
  const [kernel, repeats] = row.kind === 'maxPool' ? [3, 1] : [row.kernel, row.repeats];
  if (row.border === 'padded' || (row.kind !== 'conv' && row.kind !== 'maxPool')) return undefined;
  let map = Math.min(input.height, input.width);
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    if (map < kernel) return { kind: 'window', kernel, map };
    map = Math.floor((map - kernel) / (repeat === 1 ? stride : 1)) + 1;
  }
  return undefined;
}
