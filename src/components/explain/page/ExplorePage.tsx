import { Trans, useLingui } from '@lingui/react/macro';
import { use, useMemo, useRef, type ReactNode } from 'react';
import type { Lesson } from '../../../course/lesson';
import { CopyLink } from '../../ui/CopyLink';
import { KeyPoints, LessonQuestions } from '../lesson/LessonEnd';
import { LessonHead } from '../lesson/LessonHead';
import { SectionPlaceContext } from '../lesson/sectionPlace';
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
  /** What the chapter teaches and asks: its head and its end. */
  readonly lesson?: Lesson;
  /** The sources of the page's facts, below all. */
  readonly references?: readonly Reference[];
  readonly children: ReactNode;
};

/**
 * A page of sections. A chapter has an opening picture, and the list of contents beside its numbered sections; a page that
 * measures has neither. Text keeps a readable measure, with a margin for notes; figures use the full width.
 */
export function ExplorePage({ title, origin, lede, opening, lesson, references, children }: ExplorePageProps) {
  const { entries, questions, contents } = useContents();
  const isChapter = use(ChapterPlace) !== undefined;
  return (
    <article className={isChapter ? styles.chapter : styles.tool}>
      <header className={styles.head} data-opening data-pictured={opening !== undefined}>
        <div className={styles.words} data-opening-words>
          <Kicker origin={origin} />
          <h1>{title}</h1>
          <p className={styles.lede}>{lede}</p>
          {lesson === undefined ? null : <LessonHead lesson={lesson} />}
        </div>
        {opening === undefined ? null : (
          <div className={styles.opening} data-opening-picture>
            {opening}
          </div>
        )}
      </header>
      {isChapter ? <ContentsRail entries={entries} questions={questions} /> : null}
      <div className={styles.sections}>
        <ContentsContext value={contents}>
          {children}
          {lesson === undefined ? null : <LessonEnd lesson={lesson} />}
        </ContentsContext>
        {references === undefined ? null : <References items={references} />}
      </div>
    </article>
  );
}

/** What every chapter ends with. */
function LessonEnd({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useLingui();
  return (
    <>
      <Section id="key-points" title={t`Key points`}>
        <div data-screen="points">
          <KeyPoints lesson={lesson} />
        </div>
      </Section>
      <Section id="check-yourself" title={t`Check yourself`}>
        <LessonQuestions lesson={lesson} />
      </Section>
    </>
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
  const { enterQuestion } = use(ContentsContext);
  const place = useMemo(
    () => ({ id, enter: (questionId: string) => enterQuestion({ section: id, id: questionId }) }),
    [id, enterQuestion],
  );
  return (
    <section ref={section} className={styles.section} id={id} tabIndex={-1} data-section={title}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        <div className={styles.link}>
          <CopyLink look="quiet" place={id} />
        </div>
      </div>
      <SectionPlaceContext value={place}>{children}</SectionPlaceContext>
    </section>
  );
}

/** Running text at a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.prose} data-prose>
      {children}
    </div>
  );
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
