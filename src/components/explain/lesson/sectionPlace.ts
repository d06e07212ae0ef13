import { createContext, use, useEffect } from 'react';

/** The section that a question stands in, and where its questions enter themselves. */
type SectionPlace = {
  readonly id: string;
  /** Returns the end of it. */
  readonly enter: (questionId: string) => () => void;
};

/** Undefined outside of sections. */
export const SectionPlaceContext = createContext<SectionPlace | undefined>(undefined);

/** Enters a question into its section, which is complete when all its questions are answered. Returns the section's id. */
export function useSectionPlace(questionId: string): string | undefined {
  const place = use(SectionPlaceContext);
  useEffect(() => place?.enter(questionId), [place, questionId]);
  return place?.id;
}
