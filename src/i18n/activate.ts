import { i18n } from '@lingui/core';
import { messages as english } from '../locales/en.po';
import { storeLocale } from './initialLocale';
import type { Locale } from './locale';

/**
 * Shows the interface in a language and keeps the choice for the next visit. Chinese is downloaded at its first use;
 * rejects when that download fails, and the language then stays as it was.
 */
export async function activate(locale: Locale): Promise<void> {
  const messages = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = languageTags[locale];
  storeLocale(locale);
}

const catalogues = {
  en: () => Promise.resolve(english),
  zh: async () => (await import('../locales/zh.po')).messages,
};

const languageTags = { en: 'en', zh: 'zh-Hans' };
