import { Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { ChapterPlace } from '../explain/page/chapterPlace';
import { chapters, hasCovers, pages, presentKeyOf } from './pages';
import { AddressNotice } from './AddressNotice';
import { Footer } from './Footer';
import { HashState, useWatchedQuery } from './HashState';
import { Header } from './Header';
import { useKeptFocus } from '../ui/useKeptFocus';
import styles from './Shell.module.css';
import { useKeptPlace } from './useKeptPlace';
import { Presentation } from './Presentation';
import { useMayBeBroken } from './useMayBeBroken';
import { useOwnAddress } from './useOwnAddress';
import { usePageTitle } from './usePageTitle';
import { VersionNotice } from './VersionNotice';
import { answersHidden, answersParameter, KeptQuery } from '../ui/address/keptQuery';
import { late } from '../ui/late';
import { LessonSourceContext } from '../explain/lesson/lessonSource';
import { tourParameter } from '../explain/tour/tourParameter';

// Only browsers that keep something need it.
const BrokenKept = late(async () => (await import('./BrokenKept')).BrokenKept);

// At the end of a chapter; it reads the address, which other pages do not at once.
const ChapterLinks = late(async () => (await import('./ChapterLinks')).ChapterLinks);

// Only the links that a teacher gives to a class need it.
const HiddenAnswers = late(async () => (await import('./HiddenAnswers')).HiddenAnswers);

// Only the lab has them.
const Covers = late(async () => (await import('./Covers')).Covers);

// Only addresses of the tour need it.
const TourBar = late(async () => (await import('./TourBar')).TourBar);

// Only addresses of a task need it.
const TaskBar = late(async () => (await import('../classroom/TaskBar')).TaskBar);

const lessonAt = async (path: string) => (await import('./lessons')).lessonAt(path);

const watched = [answersParameter];

/** The frame around every page. */
export function Shell() {
  const { pathname, search } = useOwnAddress();
  const isLoading = useNavigation().state === 'loading';
  const main = useRef<HTMLElement>(null);
  const hidesAnswers = useWatchedQuery(watched).get(answersParameter) === answersHidden;
  const mayBeBroken = useMayBeBroken();
  const page = pages.find(({ path }) => path === pathname);
  const startKey = presentKeyOf(pathname);
  const chapter = chapters.findIndex(({ path }) => path === pathname);

  // The task stays open on the way over other pages.
  const [hasTask, setHasTask] = useState(false);
  if (!hasTask && new URLSearchParams(search).has('task')) setHasTask(true);

  usePageTitle(pathname);
  useFocusOnArrival(main, pathname);
  useKeptFocus(main);
  useKeptPlace();

  return (
    <HashState defaultOptions={{ history: 'replace', clearOnDefault: true }}>
      <KeptQuery value={hidesAnswers ? `${answersParameter}=${answersHidden}` : ''}>
        <Header
          onSkip={() => {
            main.current?.focus();
          }}
        />
        <VersionNotice />
        {hidesAnswers && (page?.place === 'learn' || page?.place === 'start') ? (
          <Suspense fallback={<div className={styles.notice} />}>
            <HiddenAnswers
              onShow={() => {
                main.current?.focus();
              }}
            />
          </Suspense>
        ) : null}
        <main ref={main} tabIndex={-1} className={styles.main} aria-busy={isLoading}>
          {mayBeBroken ? (
            <Suspense fallback={null}>
              <BrokenKept />
            </Suspense>
          ) : null}
          <AddressNotice />
          <ChapterPlace value={chapter < 0 ? undefined : { number: chapter + 1, count: chapters.length }}>
            <LessonSourceContext value={lessonAt}>
              <Outlet />
            </LessonSourceContext>
          </ChapterPlace>
          {/* Keyed, as the footer is: a page's own are put where they belong, where those of the page before would jump. */}
          {chapter < 0 ? null : (
            <Suspense fallback={null}>
              <ChapterLinks key={pathname} path={pathname} />
            </Suspense>
          )}
        </main>
        {new URLSearchParams(search).has(tourParameter) ? (
          <Suspense fallback={null}>
            <TourBar />
          </Suspense>
        ) : null}
        {hasTask ? (
          <Suspense fallback={null}>
            <TaskBar />
          </Suspense>
        ) : null}
        <Footer key={pathname} />
        {startKey === undefined ? null : <Presentation key={`present ${pathname}`} startKey={startKey} />}
        {hasCovers(pathname) ? (
          <Suspense fallback={null}>
            <Covers key={`covers ${pathname}`} />
          </Suspense>
        ) : null}
      </KeptQuery>
    </HashState>
  );
}

/** Moves the focus to the new content after navigation, as loading a document would. */
function useFocusOnArrival(main: RefObject<HTMLElement | null>, pathname: string): void {
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    // The guide of the tour leads from page to page.
    if (document.activeElement?.closest('[data-keeps-focus]') != null) return;
    main.current?.focus({ preventScroll: true });
  }, [main, pathname]);
}
