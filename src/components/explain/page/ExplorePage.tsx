import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CopyLink } from '../../ui/CopyLink';
import styles from './ExplorePage.module.css';

type ExplorePageProps = {
  readonly title: string;
  /** What the page teaches, in two or three sentences. */
  readonly lede: ReactNode;
  readonly children: ReactNode;
};

/** A page of Explore: title, lede and a column of sections. Text keeps a readable measure; workbenches use the full width. */
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

type SectionProps = {
  readonly title: string;
  /** Names the section in links, in every language: `fire-module`. */
  readonly id: string;
  readonly children: ReactNode;
};

/** A section of a page with its heading, and a link to it. */
export function Section({ title, id, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        <div className={styles.link}>
          <CopyLink look="quiet" place={id} />
        </div>
      </div>
      {children}
    </section>
  );
}

/** Running text at a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>;
}

/** Things to compare, side by side where there is room. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sideBySide}>{children}</div>;
}

/** Corrects a claim that many texts get wrong. `sources` says where to check. */
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

/** The sources of the page's facts. */
export function References({ items }: { readonly items: readonly Reference[] }) {
  const { i18n } = useLingui();
  return (
    <section className={styles.section}>
      <h2>
        <Trans>Sources</Trans>
      </h2>
      <ul className={styles.references}>
        {items.map(({ title, url, detail }) => (
          <li key={url}>
            <a href={url}>{i18n._(title)}</a>
            {detail === undefined ? null : <span className={styles.detail}> {detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
