import { createContext, use, useLayoutEffect, useState, type RefObject } from 'react';

/** A section of the page in view, for its list of contents. */
export type ContentsEntry = { readonly id: string; readonly title: string; readonly element: Element };

/** A question of a lesson and the section where it is asked. */
export type ContentsQuestion = { readonly section: string; readonly id: string };

type Contents = {
  readonly enter: (entry: ContentsEntry) => () => void;
  readonly enterQuestion: (question: ContentsQuestion) => () => void;
};

/** Where the sections of a page enter themselves, and the questions in them. */
export const ContentsContext = createContext<Contents>({
  enter: () => () => undefined,
  enterQuestion: () => () => undefined,
});

type CollectedContents = {
  readonly entries: readonly ContentsEntry[];
  readonly questions: readonly ContentsQuestion[];
  readonly contents: Contents;
};

/** The sections of a page in the order of the page, the questions in them, and the context's value that collects both. */
export function useContents(): CollectedContents {
  const [entries, setEntries] = useState<readonly ContentsEntry[]>([]);
  const [questions, setQuestions] = useState<readonly ContentsQuestion[]>([]);
  const [contents] = useState<Contents>(() => ({
    enter: (entry) => {
      setEntries((known) => [...known, entry].toSorted(inPageOrder));
      return () => {
        setEntries((known) => known.filter((other) => other !== entry));
      };
    },
    enterQuestion: (question) => {
      setQuestions((known) => [...known, question]);
      return () => {
        setQuestions((known) => known.filter((other) => other !== question));
      };
    },
  }));
  return { entries, questions, contents };
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
