import { Trans, useLingui } from '@lingui/react/macro';
import { glossary, type GlossaryEntry } from '../explain/glossary/glossary';
import styles from './GlossaryPage.module.css';
import { PageLink } from '../ui/PageLink';

/** All words of the glossary with their meanings; each can be linked to. */
export function GlossaryPage() {
  const { i18n } = useLingui();
  const entries: readonly (readonly [string, GlossaryEntry])[] = Object.entries(glossary);
  return (
    <div className={styles.page}>
      <h1>
        <Trans>Glossary</Trans>
      </h1>
      <p>
        <Trans>The words of this field as the app uses them.</Trans>
      </p>
      <dl className={styles.list}>
        {entries.map(([id, { name, meaning, page }]) => (
          <div key={id} id={id} className={styles.entry}>
            <dt>{i18n._(name)}</dt>
            <dd>
              {i18n._(meaning)}{' '}
              {page === undefined ? null : (
                <PageLink to={page}>
                  <Trans>Read more</Trans>
                </PageLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
