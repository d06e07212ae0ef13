import { Trans, useLingui } from '@lingui/react/macro';
import { use, useRef, type ReactNode } from 'react';
import { CopyLink } from '../../ui/CopyLink';
import { ChapterPlace } from './chapterPlace';
import { ContentsContext, useContents, useContentsEntry } from './contents';
import { ContentsRail } from './ContentsRail';
import styles from './ExplorePage.module.css';

type ExplorePageProps = {
  readonly title: string;
  /** Who and when: `Megvii, 2017`. */
  readonly origin?: string;
  /** What the page teaches, in two or three sentences. */
  readonly lede: ReactNode;
  /** The chapter's picture, large, beside the title. */
  readonly opening?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A page of sections. A chapter has an opening picture, and the list of contents beside its numbered sections; a page that
 * measures has neither. Text keeps a readable measure, with a margin for notes; figures use the full width.
 */
export function ExplorePage({ title, origin, lede, opening, children }: ExplorePageProps) {
  const { entries, contents } = useContents();
  const isChapter = use(ChapterPlace) !== undefined;
  return (
    <article className={isChapter ? styles.chapter : styles.tool}>
      <header className={styles.head} data-pictured={opening !== undefined}>
        <div className={styles.words}>
          <Kicker origin={origin} />
          <h1>{title}</h1>
          <p className={styles.lede}>{lede}</p>
        </div>
        {opening === undefined ? null : <div className={styles.opening}>{opening}</div>}
      </header>
      {isChapter ? <ContentsRail entries={entries} /> : null}
      <div className={styles.sections}>
        <ContentsContext value={contents}>{children}</ContentsContext>
      </div>
    </article>
  );
}

/** Which chapter it is, and whose network. */
function Kicker({ origin }: { readonly origin: string | undefined }) {
  const { t } = useLingui();
  const place = use(ChapterPlace);
  if (place === undefined) return null;
  const { number, count } = place;
  const parts = [t`Chapter ${number} of ${count}`, ...(origin === undefined ? [] : [origin])];
  return <p className={styles.kicker}>{parts.join(' · ')}</p>;
}

type SectionProps = {
  readonly title: string;
  /** Names the section in links, in every language: `fire-module`. */
  readonly id: string;
  readonly children: ReactNode;
};

/** A section of a page with its heading, and a link to it. Text is in the first column, notes are in the margin. */
export function Section({ title, id, children }: SectionProps) {
  const section = useRef<HTMLElement>(null);
  useContentsEntry(section, id, title);
  return (
    <section ref={section} className={styles.section} id={id} tabIndex={-1}>
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

/** A later piece of text of a section with the notes that belong to it; notes beside the first need no passage. */
export function Passage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.passage}>{children}</div>;
}

/** Several notes, one above the other in the margin. */
export function Notes({ children }: { readonly children: ReactNode }) {
  return <div className={styles.notes}>{children}</div>;
}

/** Things to compare, side by side where there is room. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sideBySide}>{children}</div>;
}

export type Reference = { readonly title: string; readonly url: string; readonly detail?: string };

/** The sources of the page's facts. */
export function References({ items }: { readonly items: readonly Reference[] }) {
  const { i18n } = useLingui();
  return (
    <section className={styles.sources}>
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
