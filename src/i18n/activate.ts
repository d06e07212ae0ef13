import { i18n, type Messages } from '@lingui/core';
import { storeLocale } from './initialLocale';
import type { Locale } from './locale';

/**
 * Shows the interface in a language and keeps the choice for the next visit. Chinese is downloaded at its first use;
 * rejects when that download fails, and the language then stays as it was.
 */
export async function activate(locale: Locale): Promise<void> {
  const messages = await catalogues[locale]();
  // Messages with places for values are compiled in the build; what is still a string is shown as it is.
  i18n.setMessagesCompiler((message) => [message]);
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = languageTags[locale];
  storeLocale(locale);
}

const catalogues: Readonly<Record<Locale, () => Promise<Messages>>> = {
  // English is what stands in the source, and comes with the page that says it.
  en: () => Promise.resolve({}),
  zh: async () => (await import('../locales/zh.po')).messages,
};

const languageTags = { en: 'en', zh: 'zh-Hans' };
