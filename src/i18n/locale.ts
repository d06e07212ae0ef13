/** The languages of the interface; the first is the one its source text is written in. */
export const locales = ['en', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** The name of each language in that language, for the language menu. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', zh: '简体中文' };

/** The locale that a language tag (`zh-Hans-CN`, `en_GB`) belongs to, or undefined when there is none for it. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}
