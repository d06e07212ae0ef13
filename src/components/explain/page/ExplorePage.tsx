import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './ExplorePage.module.css';

type ExplorePageProps = {
  readonly title: string;
  /** What the page teaches, in two or three sentences. */
  readonly lede: ReactNode;
  readonly children: ReactNode;
};

/** A chapter of Explore: title, lede, and sections in a column; text keeps a readable measure, workbenches take it all. */
export function ExplorePage({ title, lede, children }: ExplorePageProps) {
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lede}>{lede}</p>
      </header>
      {children}
    </article>
  );
}

/** A part of a chapter with a heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Paragraphs and lists of running text, at a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>;
}

/** A mistake that many texts make, put right. `sources` says where to check. */
export function Misstated({
  claim,
  sources,
  children,
}: {
  readonly claim: ReactNode;
  readonly sources: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <aside className={styles.misstated}>
      <p className={styles.tag}>
        <Trans>Often mis-stated</Trans>
      </p>
      <p className={styles.claim}>
        <q>{claim}</q>
      </p>
      <div>{children}</div>
      <p className={styles.sources}>{sources}</p>
    </aside>
  );
}

export type Reference = { readonly title: string; readonly url: string; readonly detail?: string };

/** Where the page's facts come from. */
export function References({ items }: { readonly items: readonly Reference[] }) {
  return (
    <section className={styles.section}>
      <h2>
        <Trans>Sources</Trans>
      </h2>
      <ul className={styles.references}>
        {items.map(({ title, url, detail }) => (
          <li key={url}>
            <a href={url}>{title}</a>
            {detail === undefined ? null : <span className={styles.detail}> {detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
