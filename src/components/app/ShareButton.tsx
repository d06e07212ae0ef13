import { useLingui } from '@lingui/react/macro';
import { Icon } from '../ui/Icon';
import { PopupButton } from '../ui/PopupButton';
import styles from './Setting.module.css';

/** Opens the page's link, its QR code, and what else can be made of the page. */
export function ShareButton() {
  const { t } = useLingui();
  return (
    <PopupButton
      className={styles.button}
      label={t`Share this page`}
      opens="dialog"
      load={async () => (await import('./ShareSheet')).ShareSheet}
      popup={(ShareSheet, popup) => <ShareSheet {...popup} />}
    >
      {() => <Icon name="share" />}
    </PopupButton>
  );
}
