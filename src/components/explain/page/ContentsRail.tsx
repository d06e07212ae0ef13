import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../ui/Icon';
import { placeLink } from '../../ui/placeLink';
import { Spoken } from '../../ui/Spoken';
import { useProgress } from '../lesson/useProgress';
import type { ContentsEntry, ContentsQuestion } from './contents';
import styles from './ContentsRail.module.css';

type ContentsRailProps = {
  readonly entries: readonly ContentsEntry[];
  readonly questions: readonly ContentsQuestion[];
};

/**
 * The sections of a chapter, with the one in view marked, and those whose questions are all answered: beside the text, or one
 * line that opens on a narrow page. A section that asks nothing has no circle to fill.
 */
export function ContentsRail({ entries, questions }: ContentsRailProps) {
  const { t } = useLingui();
  const isDone = useDone(questions);
  const asking = new Set(questions.map(({ section }) => section));
  const [answered, count] = [[...asking].filter(isDone).length, asking.size];
  const [isOpen, setIsOpen] = useState(false);
  const current = useCurrent(entries);
  const position = entries.findIndex(({ id }) => id === current);
  return (
    <nav className={styles.rail} aria-label={t`In this chapter`} data-open={isOpen}>
      <p className={styles.title}>
        <Trans>In this chapter</Trans>
      </p>
      <Button
        className={styles.line}
        aria-expanded={isOpen}
        onPress={() => {
          setIsOpen(!isOpen);
        }}
      >
        <Icon name="menu" />
        <span className={styles.here}>
          {position < 0 ? t`In this chapter` : `${String(position + 1)} · ${entries[position]?.title ?? ''}`}
        </span>
        {count === 0 ? null : (
          <span className={styles.answered}>
            <span className={styles.whole}>{t`${answered} of ${count} sections answered`}</span>
            <span className={styles.brief} aria-hidden="true">
              {answered}/{count}
            </span>
          </span>
        )}
        <Icon name="chevronDown" />
      </Button>
      <ol className={styles.list}>
        {entries.map(({ id, title, element }) => (
          <li key={id} data-current={id === current} data-asks={asking.has(id)} data-done={isDone(id)}>
            <a
              href={placeLink(id)}
              {...(id === current ? { 'aria-current': 'location' } : {})}
              onClick={(event) => {
                // Keeps what is chosen on the page, and its place in the history.
                event.preventDefault();
                setIsOpen(false);
                element.scrollIntoView({ block: 'start' });
                if (element instanceof HTMLElement) element.focus({ preventScroll: true });
              }}
            >
              {title}
              {isDone(id) ? (
                <Spoken>
                  {' '}
                  <Trans>(answered)</Trans>
                </Spoken>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The last section whose top is above the upper third of the window. */
function useCurrent(entries: readonly ContentsEntry[]): string | undefined {
  const [current, setCurrent] = useState<string | undefined>(undefined);
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3;
      setCurrent(entries.findLast(({ element }) => element.getBoundingClientRect().top < line)?.id);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [entries]);
  return current;
}

/** Tells of a section whether it asks something and everything it asks was answered. */
function useDone(questions: readonly ContentsQuestion[]): (section: string) => boolean {
  const answers = useProgress((progress) => progress.answers);
  return (section) => {
    const own = questions.filter((question) => question.section === section);
    return own.length > 0 && own.every(({ id }) => answers.has(id));
  };
}
