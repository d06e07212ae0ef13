import { storedChoice, storeText } from '../browserStorage';
import { type Locale, localeOf } from './locale';

/** Where a preferred language can come from: the browser, or a test's own values. */
export type LocaleSources = {
  /** The query of the address, with or without the question mark. */
  readonly search: string;
  readonly stored: string | null;
  readonly languages: readonly string[];
};

/** The language to start with: `?lang=` in the address, else the one stored by `activate`, else the browser's, else English. */
export function initialLocale(sources: LocaleSources = browserSources()): Locale {
  const preferences = [new URLSearchParams(sources.search).get('lang'), sources.stored, ...sources.languages];
  return preferences.map(localeOf).find((locale) => locale !== undefined) ?? 'en';
}

/** Stores the language for the next visit. */
export function storeLocale(locale: Locale): void {
  storeText(localeKey, locale);
}

export const localeKey = 'featherweight.lang';

function browserSources(): LocaleSources {
  return {
    search: window.location.search,
    stored: storedChoice(localeKey, localeOf) ?? null,
    languages: navigator.languages,
  };
}
