/** The part of an address that names a section or figure of the page: `#/squeezenet?at=fire-module`. */
export const placeParameter = 'at';

/** The place of a figure, which may have the name of its section. */
export function figurePlace(name: string): string {
  return `figure-${name}`;
}

/** The address of the page with all that is chosen on it, arriving at this place. */
export function placeLink(place: string | undefined, address = window.location.href): string {
  const url = new URL(address);
  if (place === undefined && !url.hash.includes(`${placeParameter}=`)) return address;
  const [path = '#/', query = ''] = (url.hash === '' ? '#/' : url.hash).split('?');
  // Not parsed and written again: nuqs writes some characters as they are, which keeps links short.
  const others = query.split('&').filter((part) => part !== '' && !part.startsWith(`${placeParameter}=`));
  const parts = place === undefined ? others : [...others, `${placeParameter}=${encodeURIComponent(place)}`];
  url.hash = parts.length === 0 ? path : `${path}?${parts.join('&')}`;
  return url.href;
}
