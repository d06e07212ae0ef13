import { Trans } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { Button } from '../ui/Button';
import styles from './Classroom.module.css';

type TaskTextProps = { readonly text: string; readonly isHidden: boolean };

/** A teacher's text in the bar: its first lines, and the rest on demand, so that the page keeps most of the window. */
export function TaskText({ text, isHidden }: TaskTextProps) {
  const words = useRef<HTMLParagraphElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const isCut = useIsCut(words);
  return (
    <div hidden={isHidden}>
      <p ref={words} className={styles.text} data-cut={isWhole ? undefined : true}>
        {text}
      </p>
      {isCut || isWhole ? (
        <Button
          look="quiet"
          onPress={() => {
            setIsWhole(!isWhole);
          }}
        >
          {isWhole ? <Trans>Show its first lines</Trans> : <Trans>Read all of it</Trans>}
        </Button>
      ) : null}
    </div>
  );
}

/** Whether the element shows fewer lines than it has. */
function useIsCut(element: RefObject<HTMLElement | null>): boolean {
  const [isCut, setIsCut] = useState(false);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const observer = new ResizeObserver(() => {
      setIsCut(observed.scrollHeight > observed.clientHeight + 1);
    });
    observer.observe(observed);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isCut;
}
