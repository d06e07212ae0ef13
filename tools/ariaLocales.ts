import type { Plugin } from 'vite';

/** What react-aria says to screen readers in the languages of the interface. */
const spoken: ReadonlySet<string> = new Set(['en-US', 'zh-CN']);

/** Leaves out what react-aria brings along in some thirty other languages: a twelfth of the start page. */
export function ariaLocales(): Plugin {
  return {
    name: 'aria-locales',
    // The development server would have to bundle its dependencies through it, for nothing.
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
