import { themes, type Theme } from '../store';

/** The part of an address, before the `#`, that opens the app as a part of another page: `?embed&lang=zh&theme=dark`. */
export const embedParameter = 'embed';

/** The part beside it that names the one figure to show: `?embed&figure=shufflenet-v1-unit`. */
export const figureParameter = 'figure';

/** The part beside it that chooses light or dark. */
export const themeParameter = 'theme';

/** How the app is shown inside another page. */
export type Embedding = {
  /** The name of the only figure to show; null for the whole page. */
  readonly figure: string | null;
  /** The page around it knows its own ground; null leaves the choice to the reader and the system. */
  readonly theme: Theme | null;
};

/**
 * How the address asks to be shown inside another page; null where the app is its own page.
 * @param search the query before the `#`, with or without the question mark
 */
export function embeddingOf(search: string): Embedding | null {
  const query = new URLSearchParams(search);
  if (!query.has(embedParameter)) return null;
  const figure = query.get(figureParameter) ?? '';
  const wanted = query.get(themeParameter);
  return { figure: figure === '' ? null : figure, theme: themes.find((theme) => theme === wanted) ?? null };
}
