import { useLingui } from '@lingui/react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { RouterProvider } from 'react-router';
import { router } from './router';

/** The app inside the language provider. */
export function App() {
  const { i18n } = useLingui();
  return (
    <AriaLocale locale={i18n.locale}>
      <RouterProvider router={router} />
    </AriaLocale>
  );
}
