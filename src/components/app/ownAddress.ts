import { placeParameter } from '../ui/placeLink';

/** The parts of an address after the first `#`. */
type Address = { readonly pathname: string; readonly search: string; readonly hash: string };

/**
 * An address as the app's own links have it: `/Counting/` is `/counting`, and the place of `/counting#groups` is
 * `?at=groups`. Where no page has such a path it stays as it is.
 */
export function ownAddress({ pathname, search, hash }: Address, paths: readonly string[]): Address {
  const path = pathname
    .toLowerCase()
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1');
  if (!paths.includes(path)) return { pathname, search, hash };
  const place = hash.slice(1);
  const query = new URLSearchParams(search);
  if (place === '' || query.has(placeParameter)) return { pathname: path, search, hash };
  return {
    pathname: path,
    search: `${search === '' ? '?' : `${search}&`}${placeParameter}=${encodeURIComponent(place)}`,
    hash: '',
  };
}
