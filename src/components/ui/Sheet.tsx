import type { ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Popup } from './PopupButton';
import styles from './Sheet.module.css';

export type SheetProps = Popup & {
  readonly label: string;
  /** The edge of the button to align with. */
  readonly placement: 'bottom start' | 'bottom end';
  readonly children: ReactNode;
};

/** A sheet that a button opens beside itself: links, or what can be done with a figure. */
export function Sheet({ trigger, isOpen, onOpenChange, label, placement, children }: SheetProps) {
  return (
    <Popover
      className={styles.sheet}
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={8}
      containerPadding={12}
    >
      <Dialog className={styles.dialog} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
