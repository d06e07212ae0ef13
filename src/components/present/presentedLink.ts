import { presentParameter } from '../ui/presentParameter';

/** The address of a page as its readers open it: not presented. */
export function presentedLink(address: string): string {
  const [before = '', query = ''] = address.split('?');
  const parts = query.split('&').filter((part) => part !== '' && !part.startsWith(`${presentParameter}=`));
  return parts.length === 0 ? before : `${before}?${parts.join('&')}`;
}
