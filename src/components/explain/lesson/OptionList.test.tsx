import { setupI18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OptionList } from './OptionList';

/** The options that Tab reaches. */
function reached(value: string | undefined): number {
  const markup = renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <OptionList
        options={[
          { value: 'more', label: msg`More` },
          { value: 'fewer', label: msg`Fewer` },
        ]}
        value={value}
        onChange={() => undefined}
        isRefused={false}
      />
    </I18nProvider>,
  );
  return [...markup.matchAll(/<input[^>]*type="radio"[^>]*>/g)].filter(([tag]) => !tag.includes('tabindex="-1"'))
    .length;
}

test('Tab reaches the options before one is chosen, and the chosen one after', () => {
  expect(reached(undefined)).toBe(2);
  expect(reached('fewer')).toBe(1);
});

test('a choice that is no option any more keeps no key from the options', () => {
  expect(reached('gone')).toBe(2);
});
