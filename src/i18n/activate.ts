import { i18n, type Messages } from '@lingui/core';
import { storeLocale } from './initialLocale';
import type { Locale } from './locale';

/**
 * Switches the interface to a language. Chinese is downloaded on first use; if that fails, the promise rejects and the
 * language does not change.
 * @param isKept whether the choice is stored for the next visit
 */
export async function activate(locale: Locale, isKept = true): Promise<void> {
  const messages = await catalogues[locale]();
  // The build compiles messages with placeholders; plain strings are shown verbatim.
  i18n.setMessagesCompiler((message) => [message]);
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = languageTags[locale];
  if (isKept) storeLocale(locale);
}

const catalogues: Readonly<Record<Locale, () => Promise<Messages>>> = {
  // English is the source text, so it comes with the code.
  en: () => Promise.resolve({}),
  zh: async () => (await import('../locales/zh.po')).messages,
};

const languageTags = { en: 'en', zh: 'zh-Hans' };
