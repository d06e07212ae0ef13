import { Link, type LinkProps } from 'react-router';
import { useKeepingAddress } from './address/keptQuery';

/** A link to a page of the app, which takes along what the whole course keeps. */
export function PageLink({ to, ...props }: LinkProps & { readonly to: string }) {
  const keeping = useKeepingAddress();
  return <Link {...props} to={keeping(to)} />;
}
