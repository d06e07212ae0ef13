import { createContext, use, useLayoutEffect, useState, type RefObject } from 'react';

/** A section of the page in view, for its list of contents. */
export type ContentsEntry = { readonly id: string; readonly title: string; readonly element: Element };

type Contents = { readonly enter: (entry: ContentsEntry) => () => void };

/** Where the sections of a page enter themselves. */
export const ContentsContext = createContext<Contents>({ enter: () => () => undefined });

/** The sections of a page in the order of the page, and the context's value that collects them. */
export function useContents(): { readonly entries: readonly ContentsEntry[]; readonly contents: Contents } {
  const [entries, setEntries] = useState<readonly ContentsEntry[]>([]);
  const [contents] = useState<Contents>(() => ({
    enter: (entry) => {
      setEntries((known) => [...known, entry].toSorted(inPageOrder));
      return () => {
        setEntries((known) => known.filter((other) => other !== entry));
      };
    },
  }));
  return { entries, contents };
}

/** Enters a section into the list of contents for as long as it is on the page. */
export function useContentsEntry(element: RefObject<Element | null>, id: string, title: string): void {
  const { enter } = use(ContentsContext);
  useLayoutEffect(() => {
    const section = element.current;
    return section === null ? undefined : enter({ id, title, element: section });
  }, [enter, element, id, title]);
}

function inPageOrder(a: ContentsEntry, b: ContentsEntry): number {
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
