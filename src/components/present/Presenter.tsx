import { parseAsString } from 'nuqs';
import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useAddressValue } from '../ui/address/useAddress';
import { BlackScreen } from './BlackScreen';
import { CodeScreen } from './CodeScreen';
import { fitScreen } from './fitScreen';
import { fitsOf } from './fits';
import { OpeningCode } from './OpeningCode';
import { PresenterFoot } from './PresenterFoot';
import './present.css';
import { actOf, type PresenterAct } from './presenterKeys';
import { presentParameter } from '../ui/presentParameter';
import { placeOfScreen, revealOn } from './screenElement';
import { ScreenTitle } from './ScreenTitle';
import { positionOf, type Screen } from './screens';
import { useScreens } from './useScreens';
import { turnRows } from './tableRows';
import { turnSide } from './turnedSide';
import { useStage } from './useStage';
import { useUnknownScreen } from './useUnknownScreen';
import { useStopwatch } from './useStopwatch';

const parser = parseAsString.withDefault('');

/** One screen of a page at a time, as large as the window, led by keys. The page stays as it is: its figures live on. */
export function Presenter() {
  const main = useSyncExternalStore(onceDrawn, pageElement);
  return main === null ? null : <PresentedPage main={main} />;
}

function pageElement(): HTMLElement | null {
  return document.querySelector('main');
}

/** An address that names a screen mounts the presenter with the page itself. */
function onceDrawn(changed: () => void): () => void {
  const frame = requestAnimationFrame(changed);
  return () => {
    cancelAnimationFrame(frame);
  };
}

function PresentedPage({ main }: { readonly main: HTMLElement }) {
  const [named, setNamed] = useAddressValue(presentParameter, parser);
  const screens = useScreens(main);
  const [cover, setCover] = useState<'none' | 'black' | 'code'>('none');
  useUnknownScreen(screens, named);
  const position = positionOf(screens, named);
  const screen = screens[position];
  const { toggle, reset } = useStopwatch();
  // Once the address names none, the screen is left where it was.
  useStage(main, named === '' ? undefined : screen);
  useFit(main, screen);

  const go = (to: number) => {
    const next = screens[Math.min(Math.max(to, 0), screens.length - 1)];
    if (next === undefined || next === screen) return;
    // A control of the screen that goes would keep the keys.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void setNamed(next.id);
  };
  const leave = () => {
    void setNamed(null);
  };
  const acts: Readonly<Record<PresenterAct, () => void>> = {
    next: () => {
      if (screen === undefined || !turnPart(screen.element, 1)) go(position + 1);
    },
    before: () => {
      if (screen === undefined || !turnPart(screen.element, -1)) go(position - 1);
    },
    first: () => {
      go(0);
    },
    last: () => {
      go(screens.length - 1);
    },
    reveal: () => {
      revealOn(screen?.element);
    },
    black: () => {
      setCover(cover === 'black' ? 'none' : 'black');
    },
    code: () => {
      setCover(cover === 'code' ? 'none' : 'code');
    },
    time: toggle,
    zero: reset,
    leave,
  };
  usePresenterKeys((act) => {
    if (cover === 'none') acts[act]();
    // A covered screen comes back first.
    else if (act === cover || act === 'time' || act === 'zero') acts[act]();
    else setCover('none');
  });

  return (
    <>
      <ScreenTitle screen={screen} />
      {screen?.kind === 'opening' ? <OpeningCode screen={screen} /> : null}
      <PresenterFoot {...{ screens, position, acts }} />
      {cover === 'black' ? <BlackScreen onLeave={acts.black} /> : null}
      {cover === 'code' ? <CodeScreen place={placeOfScreen(screen)} onLeave={acts.code} /> : null}
    </>
  );
}

/** Goes on, or back, within what does not fit on one screen. */
function turnPart(screen: HTMLElement, by: 1 | -1): boolean {
  return turnRows(screen, by) || turnSide(screen, by);
}

/** Hears keys before the controls of the page do, so that a clicker turns the screen while a slider has the focus. */
function usePresenterKeys(act: (act: PresenterAct) => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const meant = actOf(event);
    if (meant === undefined) return;
    event.preventDefault();
    // Whoever waits for a person to take over the page may know that they left.
    if (event.key !== 'Escape') event.stopPropagation();
    act(meant);
  });
  useEffect(() => {
    window.addEventListener('keydown', hear, { capture: true });
    return () => {
      window.removeEventListener('keydown', hear, { capture: true });
    };
  }, []);
}

/** Lays the screen out anew when it, its kind or its state changes. */
function useFit(main: HTMLElement, screen: Screen<HTMLElement> | undefined): void {
  const [kind, element] = [screen?.kind, screen?.element];
  useLayoutEffect(() => {
    if (kind === undefined || element === undefined) return;
    const over = new AbortController();
    fitScreen(element, main, fitsOf(kind), over.signal);
    return () => {
      over.abort();
    };
  }, [main, kind, element]);
}
