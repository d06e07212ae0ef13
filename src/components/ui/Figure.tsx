import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Files } from './Exports';
import { ExportsMenu } from './ExportsMenu';
import { figurePlace } from './placeLink';
import styles from './Figure.module.css';
import { useNumbersTable } from './useNumbersTable';

type FigureProps = {
  /** Short title above the picture; also the accessible name when it scrolls. */
  readonly title: string;
  /** The picture: usually one `<svg role="img" aria-label="...">`. */
  readonly children: ReactNode;
  /** What the picture shows, below it. */
  readonly caption?: ReactNode;
  /** Controls right of the title: a switch, a choice. */
  readonly actions?: ReactNode;
  /** The files it offers; the picture is always among them. */
  readonly files?: Files;
  /** Its name in links and presentations while it has no files, so that it keeps its place there. */
  readonly name?: string;
  /** Restores the picture's defaults. */
  readonly onReset?: () => void;
};

/** Frames a picture with its title, controls and menu above, and its caption below. A picture wider than the page scrolls inside. */
export function Figure({ title, children, caption, actions, files, name = files?.name, onReset }: FigureProps) {
  const viewport = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(viewport);
  const { toggle, table } = useNumbersTable(title, files);
  return (
    <figure className={styles.figure} {...(name === undefined ? {} : { id: figurePlace(name) })}>
      <div className={styles.head}>
        <span className={styles.title} data-screen-title>
          {title}
        </span>
        {actions === undefined ? null : <span className={styles.actions}>{actions}</span>}
        {files === undefined ? null : (
          <span className={styles.menu} data-menu>
            <ExportsMenu
              title={title}
              files={files}
              picture={viewport}
              place={figurePlace(files.name)}
              table={toggle}
              {...(onReset === undefined ? {} : { onReset })}
            />
          </span>
        )}
      </div>
      <div
        ref={viewport}
        className={styles.viewport}
        data-viewport
        {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
      >
        {children}
      </div>
      {table}
      {caption === undefined ? null : <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}

/** Whether the content is wider than the element: only then must the keyboard reach it to scroll. */
function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const measure = () => {
      setOverflows(observed.scrollWidth > observed.clientWidth + 1);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    for (const child of observed.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return overflows;
}
