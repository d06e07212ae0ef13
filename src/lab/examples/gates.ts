import type { SampleId } from '../session/samples';
import file from './gates.json';

/** A number a channel, 0 to 1, for one photograph. */
export type Gates = readonly number[];

/** A block with squeeze-and-excite, and its gates for each sample photograph. */
export type GatedBlock = { readonly id: string; readonly gates: Readonly<Record<SampleId, Gates>> };

/**
 * The squeeze-and-excite gates of the trained MobileNet V3-Large (`public/weights/mobilenet-v3-large-everyday64`), in the order
 * of its blocks. `npm run gates` computes them with the app's own engine.
 */
export const gatedBlocks: readonly GatedBlock[] = Object.entries(file.photos.coffee.gates).map(([id, coffee]) => ({
  id,
  gates: { coffee: coffee.map(fromThousandths), chelsea: gatesOfCat(id).map(fromThousandths) },
}));

/** Maps before their gates: the first channels of one block, for one photograph, each to its own greatest value, 0 to 1. */
export const gatedMaps = {
  block: file.maps.block,
  side: file.maps.side,
  channels: file.maps.channels.map((values, channel) => ({
    gate: gatedBlocks.find(({ id }) => id === file.maps.block)?.gates.coffee[channel] ?? 0,
    values: values.map((value) => value / 255),
  })),
} as const;

function gatesOfCat(block: string): readonly number[] {
  return new Map(Object.entries(file.photos.chelsea.gates)).get(block) ?? [];
}

function fromThousandths(gate: number): number {
  return gate / 1000;
}
