import { useLingui } from '@lingui/react';
import { NavLink } from 'react-router';
import { chapters } from './pages';
import styles from './ChapterList.module.css';

/** The chapters of Explore, each with its idea. Calls `onFollow` when a link is followed. */
export function ChapterList({ onFollow }: { readonly onFollow: () => void }) {
  const { i18n } = useLingui();
  if (chapters.length === 0) return null;
  return (
    <ol className={styles.list}>
      {chapters.map((chapter, position) => (
        <li key={chapter.path}>
          <NavLink to={chapter.path} className={styles.chapter} onClick={onFollow}>
            <span className={styles.number} aria-hidden="true">
              {position + 1}
            </span>{' '}
            <span className={styles.title}>{i18n._(chapter.title)}</span>
            {chapter.idea === undefined ? null : <span className={styles.idea}>{i18n._(chapter.idea)}</span>}
          </NavLink>
        </li>
      ))}
    </ol>
  );
}
