import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { embedding, leavesFrame, unembeddedAddress } from '../ui/embedding';
import { heightTeller } from '../../classroom/heightTeller';
import { useStore } from '../../store';
import { LessonSourceContext } from '../explain/lesson/lessonSource';
import { late } from '../ui/late';
import { Message } from '../ui/Message';
import { useKeptFocus } from '../ui/useKeptFocus';
import { AddressNotice } from './AddressNotice';
import styles from './EmbeddedShell.module.css';
import { HashState } from './HashState';
import { useKeptPlace } from './useKeptPlace';
import { useOwnAddress } from './useOwnAddress';
import { usePageTitle } from './usePageTitle';
import { useShownAlone } from './useShownAlone';

// Only addresses of a task need it.
const TaskBar = late(async () => (await import('../classroom/TaskBar')).TaskBar);

const lessonAt = async (path: string) => (await import('./lessons')).lessonAt(path);

/**
 * The frame around a page that is part of another site's page: only the page, or one figure of it, as high as it is, and a
 * line that leads to the page on its own; a task stands above its page. Whatever leads elsewhere opens a tab.
 */
export function EmbeddedShell() {
  const { pathname, search } = useOwnAddress();
  const isLoading = useNavigation().state === 'loading';
  const main = useRef<HTMLElement>(null);
  const figure = embedding?.figure ?? null;
  const isMissing = useShownAlone(main, figure);
  const [hasTask, setHasTask] = useState(false);
  if (!hasTask && new URLSearchParams(search).has('task')) setHasTask(true);
  usePageTitle(pathname);
  useKeptFocus(main);
  useKeptPlace();
  useFrameTheme();
  useToldHeight();
  useLinksInTabs();

  return (
    <HashState defaultOptions={{ history: 'replace', clearOnDefault: true }}>
      {isMissing ? (
        <div className={styles.notice}>
          <Message tone="warning">
            <Trans>This page has no figure “{figure}”. All of the page shows instead.</Trans>
          </Message>
        </div>
      ) : null}
      <LessonSourceContext value={lessonAt}>
        {hasTask ? (
          <Suspense fallback={null}>
            <TaskBar />
          </Suspense>
        ) : null}
        <main ref={main} tabIndex={-1} className={styles.main} aria-busy={isLoading}>
          <AddressNotice />
          <Outlet />
        </main>
      </LessonSourceContext>
      <p className={styles.source}>
        <a href={unembeddedAddress(window.location.href)} data-leaves>
          <Trans>Open in Featherweight</Trans>
        </a>
      </p>
    </HashState>
  );
}

/** The theme of the page around it, where the address names it; otherwise the reader's. */
function useFrameTheme(): void {
  const chosen = useStore((state) => state.theme);
  const theme = embedding?.theme ?? chosen;
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/** Tells the page around it how high this one is, whenever that changes. */
function useToldHeight(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    if (root === null) return;
    const measured = heightTeller();
    const observer = new ResizeObserver(() => {
      measured(root.getBoundingClientRect().height);
    });
    observer.observe(root);
    return () => {
      observer.disconnect();
    };
  }, []);
}

/** Opens whatever leads out of the page in a tab of its own, where the app has its header and the reader all its pages. */
function useLinksInTabs(): void {
  useEffect(() => {
    const redirect = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return;
      const isWayOut = link.dataset['leaves'] !== undefined;
      if (!isWayOut && !leavesFrame(link.href, window.location.href)) return;
      // What is chosen on the page changes after the line was drawn.
      link.href = unembeddedAddress(isWayOut ? window.location.href : link.href);
      link.target = '_blank';
      link.rel = 'noopener';
      // The router would follow it here.
      event.stopPropagation();
    };
    document.addEventListener('click', redirect, true);
    document.addEventListener('auxclick', redirect, true);
    return () => {
      document.removeEventListener('click', redirect, true);
      document.removeEventListener('auxclick', redirect, true);
    };
  }, []);
}
