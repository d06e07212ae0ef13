import { figureIn } from './screenElement';
import type { Part, PartKind } from './screens';

/** What marks each kind of part on a page. The outermost mark counts: a figure in a workbench is shown with its controls. */
const marks: readonly (readonly [PartKind, string])[] = [
  ['guess', '[data-gate]'],
  ['figure', '[data-workbench], figure, [data-screen="figure"]'],
  ['table', '[data-table], table'],
  ['claim', '[data-claim]'],
  ['points', '[data-screen="points"]'],
  ['check', '[data-screen="check"]'],
  ['words', '[data-prose]'],
];

const anyMark = marks.map(([, selector]) => selector).join(', ');

/** The parts of a page that can be presented, in page order. */
export function partsOf(page: Element): readonly Part<HTMLElement>[] {
  const opening = page.querySelector<HTMLElement>('[data-opening]');
  const sections = [...page.querySelectorAll<HTMLElement>('section[data-section]')];
  // Pages that are no chapters have their figures outside of sections.
  const loose = sections.length > 0 ? [] : marked(page).filter(({ element }) => !opening?.contains(element));
  return [
    ...(opening === null ? [] : [{ kind: 'opening', section: undefined, name: undefined, element: opening } as const]),
    ...sections.flatMap((section) => {
      const at = { id: section.id, title: section.dataset['section'] ?? '' };
      return marked(section).map(({ kind, element }) => ({ kind, section: at, name: nameOf(kind, element), element }));
    }),
    ...loose.map(({ kind, element }) => ({ kind, section: undefined, name: nameOf(kind, element), element })),
  ];
}

type Marked = { readonly kind: PartKind; readonly element: HTMLElement };

/** The outermost marked elements. */
function marked(root: Element): readonly Marked[] {
  return [...root.children].flatMap((child) => {
    // What is folded away has nothing to show.
    if (!(child instanceof HTMLElement) || child.matches('details:not([open])')) return [];
    const kind = marks.find(([, selector]) => child.matches(selector))?.[0];
    // A table in running text is shown by itself.
    if (kind === 'words' && child.querySelector(anyMark) !== null) return [...marked(child), { kind, element: child }];
    if (kind !== undefined) return [{ kind, element: child }];
    return child.querySelector(anyMark) === null ? [] : marked(child);
  });
}

function nameOf(kind: PartKind, element: HTMLElement): string | undefined {
  if (kind === 'guess') return element.dataset['gate']?.split('/').at(-1);
  return kind === 'figure' ? figureIn(element)?.id.replace(/^figure-/, '') : undefined;
}
