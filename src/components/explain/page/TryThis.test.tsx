import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { TryThis } from './TryThis';

/** Experiments on paper, which shows all answers that are not hidden. */
function paperOf(query: string): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <MemoryRouter>
        <NuqsTestingAdapter searchParams={query}>
          <TryThis prompts={[{ id: 'g', text: 'What costs 12 groups?', answer: 'A twelfth.', set: () => undefined }]} />
        </NuqsTestingAdapter>
      </MemoryRouter>
    </I18nProvider>,
  );
}

test('a teacher who hides the answers hides those of the experiments', () => {
  expect(paperOf('')).toContain('A twelfth.');
  expect(paperOf('?answers=hidden')).toContain('What costs 12 groups?');
  expect(paperOf('?answers=hidden')).not.toContain('A twelfth.');
});
