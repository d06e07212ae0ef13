import { useLingui } from '@lingui/react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { createHashRouter, RouterProvider } from 'react-router';
import { pages } from './pages';
import { PageFault } from './PageFault';
import { Shell } from './Shell';
import { Unknown } from './Unknown';

const router = createHashRouter([
  {
    Component: Shell,
    children: [
      ...pages.map((page) => ({
        path: page.path,
        lazy: async () => ({ Component: await page.load() }),
        ErrorBoundary: PageFault,
        HydrateFallback: () => null,
      })),
      { path: '*', Component: Unknown },
    ],
  },
]);

/** The app inside the language provider. Routes by the hash, so that any static host can serve it. */
export function App() {
  const { i18n } = useLingui();
  return (
    <AriaLocale locale={i18n.locale}>
      <RouterProvider router={router} />
    </AriaLocale>
  );
}
