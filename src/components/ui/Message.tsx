import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Message.module.css';

type MessageProps = {
  /** `error`: something failed; `warning`: it works, but not as wished; `note`: an empty state or a remark. */
  readonly tone: 'error' | 'warning' | 'note';
  readonly title?: ReactNode;
  /** What happened and what to do next. */
  readonly children: ReactNode;
  /** Buttons that do it. */
  readonly actions?: ReactNode | undefined;
};

/** A sentence about the state of things, spoken when it appears: at once for errors, politely for the rest. */
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
