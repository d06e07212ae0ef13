import { useEffect, useState } from 'react';
import { partsOf } from './partsOf';
import { screensOf, type Screen } from './screens';

/** The screens of the page in `main`, kept up to date: what a guess hides comes when it is made. */
export function useScreens(main: HTMLElement): readonly Screen<HTMLElement>[] {
  const [screens, setScreens] = useState<readonly Screen<HTMLElement>[]>([]);
  useEffect(() => {
    let frame = 0;
    const collect = () => {
      const found = screensOf(partsOf(main));
      setScreens((known) => (isSame(known, found) ? known : found));
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(collect);
    });
    observer.observe(main, { childList: true, subtree: true });
    collect();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [main]);
  return screens;
}

function isSame(known: readonly Screen<HTMLElement>[], found: readonly Screen<HTMLElement>[]): boolean {
  return (
    known.length === found.length &&
    known.every(
      ({ id, element, section }, index) =>
        id === found[index]?.id && element === found[index].element && section?.title === found[index].section?.title,
    )
  );
}
