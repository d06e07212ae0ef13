import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import styles from './Message.module.css';
import { Spoken } from './Spoken';

type MessageProps = {
  /** `error`: something failed; `warning`: it works with limits; `note`: an empty state or a remark. */
  readonly tone: 'error' | 'warning' | 'note';
  readonly title?: ReactNode;
  /** What happened and what to do next. */
  readonly children: ReactNode;
  /** Buttons for the next step. */
  readonly actions?: ReactNode | undefined;
  /** Gives the message a button that ends it; `useDismissal` has the rest. */
  readonly onDismiss?: () => void;
};

/** A status message, announced when it appears: errors assertively, the rest politely. */
export function Message({ tone, title, children, actions, onDismiss }: MessageProps) {
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
      {onDismiss === undefined ? null : (
        <span className={styles.dismiss}>
          <Button icon="close" look="quiet" onPress={onDismiss}>
            <Spoken>
              <Trans>Dismiss</Trans>
            </Spoken>
          </Button>
        </span>
      )}
    </div>
  );
}
