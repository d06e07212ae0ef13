import { useLingui } from '@lingui/react';
import { NavLink } from 'react-router';
import { useKeepingAddress } from '../ui/address/keptQuery';
import styles from './Header.module.css';
import { pages } from './pages';

/** Links to the pages that stand in the bar alone. */
export function BarLinks({ onFollow }: { readonly onFollow?: () => void }) {
  const { i18n } = useLingui();
  const keeping = useKeepingAddress();
  return pages
    .filter(({ place }) => place === 'bar')
    .map(({ path, title }) => (
      <NavLink
        key={path}
        to={keeping(path)}
        end
        className={styles.link}
        {...(onFollow === undefined ? {} : { onClick: onFollow })}
      >
        {i18n._(title)}
      </NavLink>
    ));
}
