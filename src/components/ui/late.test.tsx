import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Suspense, type ComponentType } from 'react';
import { prerender } from 'react-dom/static';
import { expect, test } from 'vitest';
import { late } from './late';

test('a component that loads late shows with its props once it is there', async () => {
  const Late = late(async () => {
    await Promise.resolve();
    return Greeting;
  });
  expect(await markupOf(() => <Late name="Ada" />)).toBe('<p>Hello Ada</p>');
});

test('a component that does not come is a sentence with a way out, and the rest of the page goes on', async () => {
  const Late = late<{ readonly name: string }>(() => Promise.reject(new TypeError('Failed to fetch module')));
  const markup = await markupOf(() => (
    <>
      <Late name="Ada" />
      <Greeting name="Grace" />
    </>
  ));
  expect(markup).toContain('Something could not be loaded.');
  expect(markup).toContain('Check the connection and load the page again.');
  expect(markup).toMatch(/<button[^>]*>.*Reload/);
  expect(markup).toContain('<p>Hello Grace</p>');
});

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

async function markupOf(Page: ComponentType): Promise<string> {
  const { prelude } = await prerender(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <Suspense fallback="waiting">
        <Page />
      </Suspense>
    </I18nProvider>,
  );
  return (await new Response(prelude).text()).replaceAll(/<!--.*?-->/g, '');
}
