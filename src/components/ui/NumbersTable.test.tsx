import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NumbersTable } from './NumbersTable';

function markupOf(rows: readonly (readonly (string | number)[])[]): string {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <NumbersTable title="Top-1" rows={rows} />
    </I18nProvider>,
  ).replaceAll(/ class="[^"]*"/g, '');
}

test('rows and columns have heads, and numbers all their digits', () => {
  const markup = markupOf([
    ['network', 'params', 'error, %'],
    ['V2', 3504872, 27.5],
    ['V3', 5481752, ''],
  ]);
  expect(markup).toContain('<th scope="col">network</th><th scope="col" data-numeric="true">params</th>');
  expect(markup).toContain(
    '<th scope="row">V2</th><td data-numeric="true">3,504,872</td><td data-numeric="true">27.5</td>',
  );
});

test('the keyboard reaches it to scroll, and its name says whose numbers they are', () => {
  expect(markupOf([['network']])).toContain('role="group" aria-label="Numbers: Top-1" tabindex="0"');
});
