import { textWidth } from './textWidth';

/** A tick of an axis that runs across, with what is written under its middle. */
export type TickLabel = { readonly value: number; readonly at: number; readonly text: string };

/** Px between two labels. */
const gap = 10;

/**
 * The labels that have room side by side at `fontSize` px: all of them; else, where the ticks are 1, 2 and 5 times the powers
 * of ten, the powers alone; else every second, third and so on, from the first.
 */
export function tickLabels(ticks: readonly TickLabel[], fontSize: number): readonly TickLabel[] {
  const tenfold = isEven(ticks) ? [] : ticks.filter(({ value }) => Number.isInteger(Math.log10(value)));
  const thinned = ticks.map((_, skipped) => ticks.filter((_tick, index) => index % (skipped + 1) === 0));
  const [all = [], ...fewer] = thinned;
  return [all, ...(tenfold.length > 1 ? [tenfold] : []), ...fewer].find((some) => fit(some, fontSize)) ?? [];
}

function isEven(ticks: readonly TickLabel[]): boolean {
  const steps = ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? at));
  return Math.max(...steps) - Math.min(...steps) < 1;
}

function fit(labels: readonly TickLabel[], fontSize: number): boolean {
  return labels.slice(1).every((label, index) => {
    const before = labels[index];
    if (before === undefined) return true;
    const halves = (textWidth(label.text, fontSize) + textWidth(before.text, fontSize)) / 2;
    return label.at - before.at >= halves + gap;
  });
}
