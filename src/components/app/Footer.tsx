import { useLingui } from '@lingui/react';
import { Credits } from '../ui/Credits';
import styles from './Footer.module.css';
import { pages } from './pages';
import { PageLink } from '../ui/PageLink';

/** Credits, and links to the pages that stand nowhere else. */
export function Footer() {
  const { i18n } = useLingui();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        {pages
          .filter(({ place }) => place === 'foot')
          .map(({ path, title }) => (
            <PageLink key={path} to={path}>
              {i18n._(title)}
            </PageLink>
          ))}
        <Credits />
      </div>
    </footer>
  );
}
