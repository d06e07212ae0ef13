import type { Plugin } from 'vite';

/** The texts of react-aria for screen readers, in the languages of the interface. */
const spoken: ReadonlySet<string> = new Set(['en-US', 'zh-CN']);

/** Removes the texts of react-aria in some thirty other languages: a twelfth of the start page. */
export function ariaLocales(): Plugin {
  return {
    name: 'aria-locales',
    // The development server would have to bundle its dependencies with it, for no gain.
    apply: 'build',
    load: {
      filter: { id: /\/react-(aria|stately|aria-components)\/dist\/private\/intl\/.*[a-z]{2}-[A-Z]{2}\.m?js$/ },
      handler(id) {
        const [locale = ''] = /[a-z]{2}-[A-Z]{2}(?=\.m?js$)/.exec(id) ?? [];
        return spoken.has(locale) ? null : 'export default undefined;';
      },
    },
  };
}
