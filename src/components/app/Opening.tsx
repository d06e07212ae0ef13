import { useLingui } from '@lingui/react';
import { useLocation } from 'react-router';
import { Spoken } from '../ui/Spoken';
import { pages } from './pages';
import styles from './Shell.module.css';

/** Stands for the first page until its script is here; keeps hidden what comes after a page, which would jump. */
export function Opening() {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  const page = pages.find(({ path }) => path === pathname);
  return (
    <div className={styles.opening} aria-busy>
      {page === undefined ? null : (
        <h1>
          <Spoken>{i18n._(page.title)}</Spoken>
        </h1>
      )}
    </div>
  );
}
