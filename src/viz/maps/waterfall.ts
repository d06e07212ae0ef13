/** A sum as it grows: a bar for each term, from the sum before it to the sum with it. */
export type Waterfall = {
  /** Bars that add and bars that take away, of the terms that are done. */
  readonly positive: string;
  readonly negative: string;
  /** Bars of the terms that are still to come. */
  readonly pale: string;
  /** The bar of the last term that is done, where some are still to come. */
  readonly current: string;
  /** Where bars that have room for it are labelled with what they add, px. */
  readonly labels: readonly { readonly x: number; readonly y: number; readonly value: number }[];
  readonly zero: number;
  /** The bar of the bias, and where its end is, px. */
  readonly bias: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly end: { readonly x: number; readonly y: number };
};

/** Px: over and below the bars, what the bias takes, and its value beside it. */
export const waterfallSizes = { top: 26, foot: 22, bias: 44, value: 70 } as const;

/** A narrower bar has no room for its number, px. */
const leastLabelled = 44;

/**
 * @param terms what is added, in order
 * @param upTo how many are done
 * @param size px
 */
export function waterfallOf(
  terms: readonly number[],
  bias: number,
  upTo: number,
  size: { readonly width: number; readonly height: number },
): Waterfall {
  const { top, foot, bias: biasWidth, value: valueWidth } = waterfallSizes;
  const sums = [0];
  for (const term of terms) sums.push((sums.at(-1) ?? 0) + term);
  const products = sums.at(-1) ?? 0;
  const [least, greatest] = [Math.min(...sums, products + bias), Math.max(...sums, products + bias)];
  const span = greatest - least || 1;
  const y = (value: number): number => top + ((greatest - value) / span) * (size.height - top - foot);
  const step = (size.width - biasWidth - valueWidth) / Math.max(1, terms.length);
  const thick = Math.max(0.6, step - (step > 4 ? 1 : 0));
  const bar = (at: number): string => {
    const [from, to] = [y(sums[at] ?? 0), y(sums[at + 1] ?? 0)];
    const upper = Math.min(from, to);
    return `M${text(at * step)} ${text(upper)}h${text(thick)}V${text(Math.max(upper + 1, from, to))}H${text(at * step)}z`;
  };
  const bars = (isDrawn: (term: number, at: number) => boolean): string =>
    terms.map((term, at) => (isDrawn(term, at) ? bar(at) : '')).join('');
  return {
    positive: bars((term, at) => at < upTo && term > 0),
    negative: bars((term, at) => at < upTo && term <= 0),
    pale: bars((_, at) => at >= upTo),
    current: upTo > 0 && upTo < terms.length ? bar(upTo - 1) : '',
    labels: terms.flatMap((value, at) => {
      if (step < leastLabelled || value === 0 || at >= upTo) return [];
      const [from, to] = [y(sums[at] ?? 0), y(sums[at + 1] ?? 0)];
      return [{ x: at * step + thick / 2, y: value > 0 ? Math.min(from, to) - 6 : Math.max(from, to) + 15, value }];
    }),
    zero: y(0),
    bias: {
      x: terms.length * step + 6,
      y: Math.min(y(products), y(products + bias)),
      width: biasWidth - 12,
      height: Math.max(1, Math.abs(y(products) - y(products + bias))),
    },
    end: { x: terms.length * step + biasWidth, y: y(products + bias) },
  };
}

function text(value: number): string {
  return value.toFixed(2);
}
