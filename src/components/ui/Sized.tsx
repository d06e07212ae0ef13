import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import styles from './Sized.module.css';

type SizedProps = { readonly children: (widthPx: number) => ReactNode };

/** A block that measures its own width, in CSS px, and draws its content to it; on paper, to `--sheet-width`. */
export function Sized({ children }: SizedProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(widthBeforeMeasuring);
  useLayoutEffect(() => {
    const observed = place.current;
    if (observed === null) return;
    const measure = () => {
      // A hidden block measures 0; it keeps its last width until it is shown.
      if (observed.clientWidth > 0) setWidth(observed.clientWidth);
    };
    // Nothing is measured between this event and the sheets, so their style sheet says how wide its places are.
    const drawForPaper = () => {
      const sheetWidth = sheetWidthOf(observed);
      flushSync(() => {
        setWidth(sheetWidth);
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    window.addEventListener('beforeprint', drawForPaper);
    window.addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', drawForPaper);
      window.removeEventListener('afterprint', measure);
    };
  }, []);
  return (
    <div ref={place} className={styles.sized}>
      {children(width)}
    </div>
  );
}

const widthBeforeMeasuring = 640;

function sheetWidthOf(element: Element): number {
  return Number(getComputedStyle(element).getPropertyValue('--sheet-width'));
}
