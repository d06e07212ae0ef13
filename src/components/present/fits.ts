import type { PartKind } from './screens';

/** How a part is laid out on its screen. */
export type Fit = {
  /** Its pages' type of 15 px becomes 22 or 20 px of the 720 that the screen is high. */
  readonly zoom: number;
  /** Controls below the figure, or beside it. */
  readonly layout: 'stacked' | 'beside';
  /** What is left out to make room, in this order. */
  readonly without: readonly LeftOut[];
  /** Share of the width that the part takes: a lower picture, in the same type. */
  readonly width: number;
  /** Whether a picture takes the margins of the screen as well. */
  readonly isToEdges: boolean;
};

export type LeftOut = 'caption' | 'formula' | 'costs' | 'side';

const [large, smaller] = [22 / 15, 20 / 15];

const bare = ['caption', 'formula', 'costs'] as const;

const layouts = { guess: ['stacked', 'beside'], figure: ['beside', 'stacked'] } as const;

/**
 * The ways to lay a part out, best first; the first one that fits is taken. The rule: first the caption goes, then the chosen
 * layer's formula, then type gets smaller, then the costs below a block go, then the picture gets narrower, and at last the
 * controls come after the figure, at the next press of the same keys (`turnedSide`), which takes the margins, too. Of a table that is too high, some rows
 * show at a time (`tableRows`); what still does not fit is scaled down as a whole (`fitScreen`).
 */
export function fitsOf(kind: PartKind): readonly Fit[] {
  if (kind !== 'guess' && kind !== 'figure') {
    return [large, smaller].map((zoom) => ({ zoom, layout: 'stacked', without: [], width: 1, isToEdges: false }));
  }
  const steps: readonly Omit<Fit, 'layout' | 'isToEdges'>[] = [
    { zoom: large, without: [], width: 1 },
    { zoom: large, without: ['caption', 'formula'], width: 1 },
    { zoom: smaller, without: ['caption', 'formula'], width: 1 },
    { zoom: smaller, without: bare, width: 1 },
    { zoom: smaller, without: bare, width: 0.8 },
    { zoom: smaller, without: bare, width: 0.62 },
    ...[1, 0.8, 0.62, 0.5].map((width) => ({ zoom: smaller, without: [...bare, 'side'] as const, width })),
  ];
  const tried = steps.flatMap((step) => layouts[kind].map((layout) => ({ ...step, layout, isToEdges: false })));
  const alone = { zoom: smaller, without: [...bare, 'side'], width: 1, layout: 'stacked' } as const;
  // Drawn wider, a long block is one row instead of a column, which would have to be scaled down to 9 px.
  return [...tried, { ...alone, isToEdges: true }, { ...alone, isToEdges: false }];
}
