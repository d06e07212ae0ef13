import { useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';
import { labPages } from './pages';
import styles from './LabLinks.module.css';

/** Links between the lab's pages; nothing on other pages. */
export function LabLinks({ path }: { readonly path: string }) {
  const { t, i18n } = useLingui();
  if (labPages.length < 2 || labPages.every((page) => page.path !== path)) return null;
  return (
    <nav aria-label={t`Lab`} className={styles.links}>
      {labPages.map((page) => (
        <NavLink key={page.path} to={page.path} end className={styles.link}>
          {i18n._(page.title)}
        </NavLink>
      ))}
    </nav>
  );
}
