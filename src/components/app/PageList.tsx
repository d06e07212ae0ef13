import { useLingui } from '@lingui/react';
import { NavLink } from 'react-router';
import { useKeepingAddress } from '../ui/address/keptQuery';
import type { Page } from './pages';
import styles from './PageList.module.css';

type PageListProps = {
  readonly pages: readonly Page[];
  /** Chapters have an order; the other pages have none. */
  readonly isNumbered?: boolean;
  readonly onFollow: () => void;
};

/** Links to pages, each with its idea. Calls `onFollow` when a link is followed. */
export function PageList({ pages, isNumbered = false, onFollow }: PageListProps) {
  const { i18n } = useLingui();
  const keeping = useKeepingAddress();
  const List = isNumbered ? 'ol' : 'ul';
  return (
    <List className={styles.list}>
      {pages.map((page, position) => (
        <li key={page.path}>
          <NavLink to={keeping(page.path)} end className={styles.page} onClick={onFollow}>
            {isNumbered ? (
              <span className={styles.number} aria-hidden="true">
                {position + 1}
              </span>
            ) : null}{' '}
            <span className={styles.title}>{i18n._(page.title)}</span>
            <span className={styles.idea}>{i18n._(page.idea)}</span>
          </NavLink>
        </li>
      ))}
    </List>
  );
}
