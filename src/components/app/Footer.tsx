import { useLingui } from '@lingui/react';
import { Link } from 'react-router';
import { Credits } from '../ui/Credits';
import styles from './Footer.module.css';
import { pages } from './pages';

/** Credits, and links to the pages that stand nowhere else. */
export function Footer() {
  const { i18n } = useLingui();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        {pages
          .filter(({ place }) => place === 'foot')
          .map(({ path, title }) => (
            <Link key={path} to={path}>
              {i18n._(title)}
            </Link>
          ))}
        <Credits />
      </div>
    </footer>
  );
}
