import { createContext, use, useEffect } from 'react';

/** The section that a question stands in, and where its questions enter themselves. */
type SectionPlace = {
  readonly id: string;
  /** Returns the end of it. */
  readonly enter: (questionId: string) => () => void;
};

/** Undefined outside of sections. */
export const SectionPlaceContext = createContext<SectionPlace | undefined>(undefined);

/** Enters questions into their section, which is complete when all of its questions are answered. Returns the section's id. */
export function useSectionPlace(questionIds: readonly string[]): string | undefined {
  const place = use(SectionPlaceContext);
  const joined = questionIds.join(' ');
  useEffect(() => {
    const ends = joined.split(' ').map((id) => place?.enter(id));
    return () => {
      for (const end of ends) end?.();
    };
  }, [place, joined]);
  return place?.id;
}
