import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ownAddress } from './ownAddress';
import { pages } from './pages';

const paths = pages.map(({ path }) => path);

/** The path of the page that shows. An address in other letters than the app's links becomes that of the page. */
export function useOwnAddress(): { readonly pathname: string; readonly search: string } {
  const given = useLocation();
  const navigate = useNavigate();
  const { pathname, search, hash } = ownAddress(given, paths);
  const isOwn = pathname === given.pathname && search === given.search;
  useEffect(() => {
    if (!isOwn) void navigate({ pathname, search, hash }, { replace: true });
  }, [isOwn, navigate, pathname, search, hash]);
  return { pathname, search };
}
