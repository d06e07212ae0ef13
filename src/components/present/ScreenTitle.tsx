import { useEffect, useState } from 'react';
import styles from './Presenter.module.css';
import type { Screen } from './screens';

/** The finding or question of the screen; hidden for the opening, which has its own. */
export function ScreenTitle({ screen }: { readonly screen: Screen<HTMLElement> | undefined }) {
  const title = useTitle(screen);
  return (
    <h2 className={styles.title} data-presenter="title" data-length={lengthOf(title)} aria-live="polite">
      {title}
    </h2>
  );
}

/** The part's own title, which the presenter shows large in its place; it may change while the part is shown. */
function useTitle(screen: Screen<HTMLElement> | undefined): string {
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (screen === undefined || screen.kind === 'opening') return undefined;
    const read = () => {
      const own = screen.element.querySelector<HTMLElement>('[data-screen-title]');
      if (own !== null) own.dataset['shownAbove'] = '';
      setTitle(own?.textContent ?? screen.section?.title ?? screen.element.ariaLabel ?? '');
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(screen.element, { subtree: true, characterData: true, childList: true });
    return () => {
      observer.disconnect();
      for (const each of screen.element.querySelectorAll('[data-shown-above]'))
        each.removeAttribute('data-shown-above');
    };
  }, [screen]);
  return screen?.kind === 'opening' ? '' : title;
}

/** How large it may be set: a Chinese character is as wide as two Latin letters. */
function lengthOf(title: string): 'short' | 'long' | 'longer' {
  const letters = title.length + (title.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  return letters <= 52 ? 'short' : letters <= 130 ? 'long' : 'longer';
}
