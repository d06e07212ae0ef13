import type { RefusedValue } from '../ui/address/refusedValue';
import { openingScreen, presentParameter } from '../ui/presentParameter';

/**
 * What a part of a page is: the title with its opening picture, a guess at a figure, a figure with its controls, a table, a
 * claim to judge, key points, check questions, running text.
 */
export type PartKind = 'opening' | 'guess' | 'figure' | 'table' | 'claim' | 'points' | 'check' | 'words';

/** A part of a page, in page order. */
export type Part<T> = {
  readonly kind: PartKind;
  /** The `id` and title of its section; the opening has none, nor have parts of pages that are no chapters. */
  readonly section: { readonly id: string; readonly title: string } | undefined;
  /** Its own name, if it has one: that of a question, or of a figure's files. */
  readonly name: string | undefined;
  readonly element: T;
};

/** What is presented at a time. */
export type Screen<T> = Part<T> & {
  /** Its name in the address, the same in every language: `reach.p5`. */
  readonly id: string;
};

/**
 * The screens of a page. The rule: the opening first, then each guess, figure, table, claim, the key points and the check
 * questions of each section by itself. Running text is left to the speaker, except in a section that has nothing else. Notes
 * in the margin, experiments to try, exercises and sources are left out.
 */
export function screensOf<T>(parts: readonly Part<T>[]): readonly Screen<T>[] {
  const drawn = new Set(parts.flatMap(({ kind, section }) => (kind === 'words' ? [] : [section?.id])));
  const shown = parts.filter(({ kind, section }) => kind !== 'words' || !drawn.has(section?.id));
  const taken = new Set<string>();
  return shown.map((part) => {
    const id = unusedName(nameOf(part), taken);
    taken.add(id);
    return { ...part, id };
  });
}

/** The position of the screen that an address names: itself, or the first one of its section, or the first. */
export function positionOf(screens: readonly Screen<unknown>[], id: string): number {
  const exact = screens.findIndex((screen) => screen.id === id);
  if (exact >= 0) return exact;
  const [wanted = ''] = id.split('.');
  return Math.max(
    0,
    screens.findIndex(({ section }) => section?.id === wanted),
  );
}

/**
 * What an address names in the place of a screen, if it names neither a screen of the page nor a section that has some.
 * Screens of a section in which a guess is still open (`isOpen`) may come once it is made.
 */
export function refusedScreen<T>(
  screens: readonly Screen<T>[],
  text: string,
  isOpen: (guess: T) => boolean,
): RefusedValue | null {
  const [place] = text.split('.');
  const isNamed = ({ id, section, kind, element }: Screen<T>) =>
    id === text || section?.id === text || (section?.id === place && kind === 'guess' && isOpen(element));
  if (screens.some(isNamed)) return null;
  const used = screens[positionOf(screens, text)]?.id ?? null;
  return { key: presentParameter, text, used, why: { kind: 'noSuchScreen' } };
}

function nameOf({ kind, section, name }: Part<unknown>): string {
  if (kind === 'opening') return openingScreen;
  return section === undefined ? (name ?? kind) : `${section.id}.${name ?? kind}`;
}

function unusedName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${String(number)}`;
  return free;
}
