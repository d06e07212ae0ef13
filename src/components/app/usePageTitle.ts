import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { appName } from './appName';
import { pages, startPage } from './pages';

/** Gives the document the title and the description of the page at this path. */
export function usePageTitle(pathname: string): void {
  const { i18n, t } = useLingui();
  const page = pages.find(({ path }) => path === pathname);
  const title = page === undefined ? t`Page not found` : i18n._(page.title);
  const description = i18n._((page ?? startPage).idea);
  useEffect(() => {
    document.title = `${title} · ${appName}`;
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
  }, [title, description]);
}
