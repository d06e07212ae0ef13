/**
 * How wide a label is, in em of its own size, on its widest line when it stands on at most one, two, three or four lines. The
 * style sheet shrinks the label by it, so that its longest word fits and the page never moves. Estimated from the letters,
 * a little too wide rather than too narrow.
 */
export type LabelFit = Readonly<Record<'one' | 'two' | 'three' | 'four', number>>;

export function labelFit(label: string): LabelFit {
  const words = wordsOf(label).map(emOf);
  const fit = (lines: number): number => widestLine(words, lines);
  return { one: fit(1), two: fit(2), three: fit(3), four: fit(4) };
}

/** What a line break can stand between: words, parts of a word after a hyphen or slash, Chinese characters. */
function wordsOf(label: string): readonly string[] {
  return label.match(/\p{Script=Han}[，。、）]?|[^\s\p{Script=Han}/-]+[/-]?\s?|\S/gu) ?? [];
}

function emOf(word: string): number {
  return Array.from(word).reduce((sum, letter) => sum + letterEm(letter), 0);
}

/** The widths of Figtree at 700 with the tracking of the label. */
function letterEm(letter: string): number {
  if (/[\p{Script=Han}，。、（）]/u.test(letter)) return 1;
  if (/[iljtfrI.,'’:;|\s-]/.test(letter)) return 0.34;
  return /[mwMW@%]/.test(letter) ? 0.88 : /[A-Z]/.test(letter) ? 0.68 : 0.58;
}

/** The smallest width at which the words need no more than this many lines. */
function widestLine(words: readonly number[], lines: number): number {
  const whole = words.reduce((sum, width) => sum + width, 0);
  const candidates = words.flatMap((_, from) =>
    words.slice(from).map((_width, to) => sumOf(words, from, from + to + 1)),
  );
  return candidates.filter((width) => linesAt(words, width) <= lines).reduce((a, b) => Math.min(a, b), whole);
}

function sumOf(words: readonly number[], from: number, to: number): number {
  return words.slice(from, to).reduce((sum, width) => sum + width, 0);
}

/** How many lines the words take at this width; infinitely many where one of them is wider. */
function linesAt(words: readonly number[], width: number): number {
  let [lines, filled] = [1, 0];
  for (const word of words) {
    if (word > width + rounding) return Infinity;
    if (filled + word > width + rounding) [lines, filled] = [lines + 1, 0];
    filled += word;
  }
  return lines;
}

/** Sums of the same widths in another order differ in their last digit. */
const rounding = 1e-9;
