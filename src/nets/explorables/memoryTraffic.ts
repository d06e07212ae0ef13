import { conv, input } from '../build';
import type { Graph } from '../graph';
import type { Choice } from '../parameter';
import { defineExplorable } from './explorable';
import { steps } from '../steps';

/** The kinds of convolution, most multiply-adds first. */
export const convolutionKinds = ['standard', 'grouped', 'pointwise', 'depthwise'] as const;

/**
 * One layer of c to c channels as each kind of convolution, compared with the standard one: multiply-adds differ by orders of
 * magnitude, elements moved hardly do, because all of them read and write the same maps.
 */
export const memoryTraffic = defineExplorable({
  id: 'memory',
  knobs: {
    kind: { kind: 'choice', default: 'depthwise', values: convolutionKinds },
    channels: { kind: 'number', default: 128, values: [...steps(16, 128, 16), 192, 256, 384, 512, 1024] },
    resolution: { kind: 'number', default: 56, values: [1, 7, 14, 28, 56, 112] },
  },
  block: (values) => layer(values, values.kind),
  replaced: (values) => layer(values, 'standard'),
});

/** The layer as every kind of convolution, for the same channels and map. */
export function everyKind(
  values: Choice,
): readonly { readonly kind: (typeof convolutionKinds)[number]; readonly graph: Graph }[] {
  return convolutionKinds.map((kind) => ({ kind, graph: memoryTraffic.graph({ ...values, kind }) }));
}

function layer(
  { channels, resolution }: { readonly channels: number; readonly resolution: number },
  kind: (typeof convolutionKinds)[number],
) {
  const map = input({ height: resolution, width: resolution, channels });
  const groups = { standard: 1, grouped: 8, pointwise: 1, depthwise: channels }[kind];
  return conv('conv', map, { outChannels: channels, kernel: kind === 'pointwise' ? 1 : 3, groups });
}
