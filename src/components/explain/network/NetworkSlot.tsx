import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { Spoken } from '../../ui/Spoken';
import styles from './NetworkSlot.module.css';

type NetworkSlotProps = {
  /** Chooses the network. */
  readonly select: ReactNode;
  /** Its options in words, on one line: `0.5×, 192 px`. */
  readonly options: string;
  /** Its options as controls, folded away. */
  readonly children: ReactNode;
  /** As the button that removes it names it. */
  readonly title: string;
  /** Null where there would be too few left. */
  readonly onRemove: (() => void) | null;
};

/** One of several networks that are chosen together: its name, its options on a line that opens, and a way to remove it. */
export function NetworkSlot({ select, options, children, title, onRemove }: NetworkSlotProps) {
  return (
    <li className={styles.slot}>
      <div className={styles.head}>
        {select}
        {onRemove === null ? null : (
          <Button look="quiet" icon="close" onPress={onRemove}>
            <Spoken>
              <Trans>Remove {title}</Trans>
            </Spoken>
          </Button>
        )}
      </div>
      <details className={styles.options}>
        <summary>
          <Trans>Options: {options}</Trans>
        </summary>
        <div className={styles.controls}>{children}</div>
      </details>
    </li>
  );
}

/** The slots, side by side where there is room. */
export function NetworkSlots({ children }: { readonly children: ReactNode }) {
  return <ol className={styles.slots}>{children}</ol>;
}
