import type { PartKind } from './screens';

/** How a part is laid out on its screen. */
export type Fit = {
  /** Its pages' type of 15 px becomes 22 or 20 px of the 720 that the screen is high; 19 to 16 px where nothing else fits. */
  readonly zoom: number;
  /** Controls below the figure, or beside it. */
  readonly layout: 'stacked' | 'beside';
  /** What is left out to make room, in this order. */
  readonly without: readonly LeftOut[];
  /** Share of the width that the part takes: a lower picture, in the same type. */
  readonly width: number;
};

export type LeftOut = 'caption' | 'formula' | 'costs';

const [large, smaller] = [22 / 15, 20 / 15];

/** Where nothing else fits. */
const small = [19 / 15, 18 / 15, 17 / 15, 16 / 15];

const layouts = { guess: ['stacked', 'beside'], figure: ['beside', 'stacked'] } as const;

/**
 * The ways to lay a part out, best first; the first one that fits is taken. The rule: first the caption goes, then the chosen
 * layer's formula, then type gets smaller, then the costs below a block go, then the picture gets narrower, and at last type
 * gets smaller again. Of a table that is too high, some rows show at a time (`tableRows`); what still does not fit is scaled
 * down as a whole (`fitScreen`).
 */
export function fitsOf(kind: PartKind): readonly Fit[] {
  if (kind !== 'guess' && kind !== 'figure') {
    return [large, smaller].map((zoom) => ({ zoom, layout: 'stacked', without: [], width: 1 }));
  }
  const steps: readonly Omit<Fit, 'layout'>[] = [
    { zoom: large, without: [], width: 1 },
    { zoom: large, without: ['caption', 'formula'], width: 1 },
    { zoom: smaller, without: ['caption', 'formula'], width: 1 },
    { zoom: smaller, without: ['caption', 'formula', 'costs'], width: 1 },
    { zoom: smaller, without: ['caption', 'formula', 'costs'], width: 0.8 },
    { zoom: smaller, without: ['caption', 'formula', 'costs'], width: 0.62 },
    ...small.map((zoom) => ({ zoom, without: ['caption', 'formula', 'costs'] as const, width: 1 })),
  ];
  const tried = steps.flatMap((step) => layouts[kind].map((layout) => ({ ...step, layout })));
  // What is scaled down has its controls beside it.
  return [...tried, { zoom: smaller, without: ['caption', 'formula', 'costs'], width: 1, layout: 'beside' }];
}
