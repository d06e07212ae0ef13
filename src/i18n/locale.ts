/** The interface languages; the source text is in the first. */
export const locales = ['en', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** Each language's own name for itself, for the language menu. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', zh: '简体中文' };

/** The locale for a language tag (`zh-Hans-CN`, `en_GB`), or undefined if the interface does not have it. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}
