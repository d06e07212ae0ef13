import { useLingui } from '@lingui/react/macro';
import { Exports, type ExportsProps } from './Exports';
import styles from './ExportsMenu.module.css';
import { Icon } from './Icon';
import { PopupButton } from './PopupButton';

/** The one quiet menu of a figure or table: what can be saved and shared, and the way back to the defaults. */
export function ExportsMenu({ table, ...exported }: ExportsProps) {
  const { t } = useLingui();
  const { title } = exported;
  return (
    <PopupButton
      className={styles.button}
      label={t`Save or share: ${title}`}
      opens="dialog"
      load={async () => (await import('./Sheet')).Sheet}
      popup={(Sheet, popup) => (
        <Sheet {...popup} label={t`Save or share`} placement="bottom end">
          <Exports
            {...exported}
            table={
              table && {
                ...table,
                onShow: (isShown) => {
                  popup.onOpenChange(false);
                  table.onShow(isShown);
                },
              }
            }
          />
        </Sheet>
      )}
    >
      {() => <Icon name="more" />}
    </PopupButton>
  );
}
