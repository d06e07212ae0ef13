import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import styles from './Classroom.module.css';

type TimeLeftProps = {
  /** When the task was opened; counts from 1970. */
  readonly openedMs: number;
  readonly minutes: number;
};

/** Minutes and seconds that are left. Nothing is taken away when they are over. */
export function TimeLeft({ openedMs, minutes }: TimeLeftProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = secondsLeft(openedMs, minutes, now);
  if (seconds === 0) {
    return (
      <p className={styles.time} role="status">
        <Trans>Time is over: hand in what you have.</Trans>
      </p>
    );
  }
  const left = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className={styles.time} role="timer">
      <Trans>{left} left</Trans>
    </p>
  );
}

/** Whole seconds, none below zero. */
function secondsLeft(openedMs: number, minutes: number, nowMs: number): number {
  return Math.max(0, Math.ceil((openedMs - nowMs) / 1000 + minutes * 60));
}
