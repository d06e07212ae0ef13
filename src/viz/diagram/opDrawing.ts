import type { OpKind } from '../../nets/op';

/** How the diagram draws an op. */
export type OpDrawing = {
  /**
   * `port`: a bare word. `layer` and `operation`: a box with glyphs, name and detail. `plus` and `times`: a small circle
   * with that sign. `bar`: spans the lanes it joins. `pill`: a rounded name, which the box before it can carry as a badge.
   */
  readonly form: 'port' | 'layer' | 'operation' | 'plus' | 'times' | 'bar' | 'pill';
  /** The glyphs in its box: a spatial window, wires between channels, both, or neither. */
  readonly glyphs: 'window' | 'wires' | 'both' | 'none';
  /** Whether pills that follow it sit on its box as badges. */
  readonly carriesBadges: boolean;
};

const pill = { form: 'pill', glyphs: 'none', carriesBadges: false } as const;

export const opDrawings: { readonly [K in OpKind]: OpDrawing } = {
  input: { form: 'port', glyphs: 'none', carriesBadges: false },
  conv: { form: 'layer', glyphs: 'both', carriesBadges: true },
  fullyConnected: { form: 'layer', glyphs: 'wires', carriesBadges: true },
  batchNorm: pill,
  activation: pill,
  maxPool: { form: 'operation', glyphs: 'window', carriesBadges: false },
  averagePool: { form: 'operation', glyphs: 'window', carriesBadges: false },
  globalAveragePool: { form: 'operation', glyphs: 'window', carriesBadges: true },
  add: { form: 'plus', glyphs: 'none', carriesBadges: true },
  scale: { form: 'times', glyphs: 'none', carriesBadges: false },
  concat: { form: 'bar', glyphs: 'none', carriesBadges: true },
  channelSlice: { form: 'operation', glyphs: 'wires', carriesBadges: false },
  channelShuffle: { form: 'operation', glyphs: 'wires', carriesBadges: false },
  flatten: pill,
  dropout: pill,
};
