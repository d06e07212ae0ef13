import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Message.module.css';

type MessageProps = {
  /** `error`: something failed; `warning`: it works with limits; `note`: an empty state or a remark. */
  readonly tone: 'error' | 'warning' | 'note';
  readonly title?: ReactNode;
  /** What happened and what to do next. */
  readonly children: ReactNode;
  /** Buttons for the next step. */
  readonly actions?: ReactNode | undefined;
};

/** A status message, announced when it appears: errors assertively, the rest politely. */
export function Message({ tone, title, children, actions }: MessageProps) {
  return (
    <div
      className={`${styles.message} ${tone === 'note' ? '' : styles[tone]}`}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      {tone === 'note' ? null : (
        <span className={styles.icon}>
          <Icon name="warning" />
        </span>
      )}
      <div className={styles.text}>
        {title === undefined ? null : <div className={styles.title}>{title}</div>}
        <div>{children}</div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
