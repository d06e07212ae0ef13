import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  // English is the text in the source and has no catalogue of its own.
  sourceLocale: 'en',
  locales: ['zh'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'], exclude: ['**/*.test.*'] }],
  // Without origins, a catalogue changes only when a text does.
  format: formatter({ origins: false }),
  orderBy: 'message',
});
