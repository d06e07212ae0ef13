import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './Sized.module.css';

type SizedProps = { readonly children: (widthPx: number) => ReactNode };

/** A block that measures its own width, in CSS px, and draws its content to it. */
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
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={place} className={styles.sized}>
      {children(width)}
    </div>
  );
}

const widthBeforeMeasuring = 640;
