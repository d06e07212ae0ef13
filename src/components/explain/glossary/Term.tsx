import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PopupButton } from '../../ui/PopupButton';
import { glossary, type GlossaryTerm } from './glossary';
import styles from './Term.module.css';
import { PageLink } from '../../ui/PageLink';

type TermProps = {
  readonly of: GlossaryTerm;
  /** The words of the sentence, which may differ from the term's name. */
  readonly children: ReactNode;
};

/** A word in running text that opens its meaning. For the first place on a page that uses it. */
export function Term({ of, children }: TermProps) {
  const { i18n, t } = useLingui();
  const { name, meaning } = glossary[of];
  return (
    <PopupButton
      className={styles.term}
      opens="dialog"
      load={async () => (await import('../../ui/Sheet')).Sheet}
      popup={(Sheet, popup) => (
        <Sheet {...popup} label={i18n._(name)} placement="bottom start">
          <div className={styles.meaning}>
            <p className={styles.name}>{i18n._(name)}</p>
            <p>{i18n._(meaning)}</p>
            <p>
              <PageLink to={`/glossary?at=${of}`}>{t`Glossary`}</PageLink>
            </p>
          </div>
        </Sheet>
      )}
    >
      {() => children}
    </PopupButton>
  );
}
