import { Trans } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover, type PopoverProps } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { Spoken } from '../../ui/Spoken';
import styles from './Panel.module.css';

type PanelProps = {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly placement: NonNullable<PopoverProps['placement']>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What a button of the page opens beside it. The run goes on and can be seen; Escape and the focus elsewhere close it. */
export function Panel({ trigger, label, placement, onClose, children }: PanelProps) {
  return (
    <Popover
      className={styles.panel}
      isNonModal
      isOpen
      triggerRef={trigger}
      placement={placement}
      offset={8}
      containerPadding={12}
      shouldCloseOnInteractOutside={(element) => trigger.current?.contains(element) !== true}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className={styles.dialog} aria-label={label}>
        <div className={styles.head}>
          <span className={styles.title}>{label}</span>
          <Button icon="close" look="quiet" onPress={onClose}>
            <Spoken>
              <Trans>Close</Trans>
            </Spoken>
          </Button>
        </div>
        {children}
      </Dialog>
    </Popover>
  );
}
