/** Light or dark, for a page around it that knows its own ground. */
export type EmbedTheme = 'light' | 'dark';

/** How the app is shown inside another page. */
export type Embedding = {
  /** The name of the only figure to show; null for the whole page. */
  readonly figure: string | null;
  /** Null leaves the theme to the reader and the system. */
  readonly theme: EmbedTheme | null;
};

/** Parts of the address, before the `#`: `?embed&figure=shufflenet-v1-unit&lang=zh&theme=dark#/shufflenet-v1`. */
const [embedParameter, figureParameter, themeParameter, languageParameter] = ['embed', 'figure', 'theme', 'lang'];

/**
 * How the address asks to be shown inside another page; null where the app is its own page.
 * @param search the query before the `#`, with or without the question mark
 */
export function embeddingOf(search: string): Embedding | null {
  const query = new URLSearchParams(search);
  if (!query.has(embedParameter)) return null;
  const figure = query.get(figureParameter) ?? '';
  const theme = query.get(themeParameter);
  return { figure: figure === '' ? null : figure, theme: theme === 'light' || theme === 'dark' ? theme : null };
}

/** How this page is shown; null in Node, too. */
export const embedding: Embedding | null = 'location' in globalThis ? embeddingOf(globalThis.location.search) : null;

/** The address that shows a page, with all that is chosen on it, inside another page. */
export function embedAddress(page: string, { figure, theme, lang }: Embedding & { readonly lang: string }): string {
  const url = new URL(page);
  const parts = [
    embedParameter,
    ...(figure === null ? [] : [`${figureParameter}=${encodeURIComponent(figure)}`]),
    `${languageParameter}=${encodeURIComponent(lang)}`,
    ...(theme === null ? [] : [`${themeParameter}=${theme}`]),
  ];
  url.search = parts.join('&');
  return url.href;
}

/** The address of the same page on its own, in the same language. */
export function unembeddedAddress(address: string): string {
  const url = new URL(address);
  for (const name of [embedParameter, figureParameter, themeParameter]) url.searchParams.delete(name);
  return url.href;
}

/** Whether a link of an embedded page leads to anything that its frame does not show. */
export function leavesFrame(link: string, address: string): boolean {
  const [to, from] = [new URL(link), new URL(address)];
  // Files that the page itself made are saved where it is.
  if (to.protocol === 'blob:' || to.protocol === 'data:') return false;
  return to.origin !== from.origin || to.pathname !== from.pathname || pageOf(to) !== pageOf(from);
}

function pageOf({ hash }: URL): string {
  return hash.slice(1).split('?')[0] ?? '';
}
