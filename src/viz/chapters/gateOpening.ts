/** A channel through squeeze-and-excite, px. `gate` is the factor that its map is multiplied by, 0 to 1. */
export type GatedChannel = { readonly gate: number; readonly middle: number };

/** A map on its way through squeeze-and-excite, in rows from top to bottom. */
export type GateOpening = {
  readonly width: number;
  readonly height: number;
  readonly channels: readonly GatedChannel[];
  /** Side of a channel's map. */
  readonly map: number;
  /** The middles of the squeezed numbers: a quarter of the channels. */
  readonly squeezed: readonly number[];
  /** The y of each row: upper edge of the maps, middle of the numbers, foot of the gates, upper edge of the scaled maps. */
  readonly rows: {
    readonly maps: number;
    readonly means: number;
    readonly squeezed: number;
    readonly gates: number;
    readonly scaled: number;
  };
  /** The height of a gate of 1. */
  readonly gateHeight: number;
};

/** Fits a channel for each gate into `width` px, of which `labelWidth` on the left are free for words. */
export function gateOpening(gates: readonly number[], width: number, labelWidth: number): GateOpening {
  const pitch = (width - labelWidth) / gates.length;
  const squeezedCount = Math.ceil(gates.length / 4);
  const map = Math.min(56, pitch * 0.84);
  const middleOf = (index: number, count: number): number =>
    labelWidth + ((index + 0.5) * (width - labelWidth)) / count;
  const gateHeight = 40;
  const means = map + 34;
  const squeezed = means + 42;
  const foot = squeezed + 36 + gateHeight;
  const scaled = foot + 32;
  return {
    width,
    height: scaled + map + 1,
    channels: gates.map((gate, index) => ({ gate, middle: middleOf(index, gates.length) })),
    map,
    squeezed: Array.from({ length: squeezedCount }, (_, index) => middleOf(index, squeezedCount)),
    rows: { maps: 1, means, squeezed, gates: foot, scaled },
    gateHeight,
  };
}
