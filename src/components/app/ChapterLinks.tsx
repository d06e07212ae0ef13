import { useLingui } from '@lingui/react/macro';
import { chapters, type Page } from './pages';
import styles from './ChapterLinks.module.css';
import { PageLink } from '../ui/PageLink';

/** Links to the previous and next chapter at the end of a chapter; nothing on other pages. */
export function ChapterLinks({ path }: { readonly path: string }) {
  const { t } = useLingui();
  const position = chapters.findIndex((chapter) => chapter.path === path);
  if (position < 0) return null;
  const previous = chapters[position - 1];
  const next = chapters[position + 1];
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={t`Previous and next chapter`} className={styles.links}>
      {previous === undefined ? <span /> : <ChapterLink chapter={previous} direction={t`Previous`} />}
      {next === undefined ? null : <ChapterLink chapter={next} direction={t`Next`} />}
    </nav>
  );
}

function ChapterLink({ chapter, direction }: { readonly chapter: Page; readonly direction: string }) {
  const { i18n } = useLingui();
  return (
    <PageLink to={chapter.path} className={styles.link}>
      <span className={styles.direction}>{direction}</span>{' '}
      <span className={styles.title}>{i18n._(chapter.title)}</span>
    </PageLink>
  );
}
