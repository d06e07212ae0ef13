import { createContext } from 'react';

/** Which chapter of how many a page is; undefined for a page that is none. */
export const ChapterPlace = createContext<{ readonly number: number; readonly count: number } | undefined>(undefined);
