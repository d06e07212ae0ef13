import { Trans, useLingui } from '@lingui/react/macro';
import { placeLink } from '../ui/placeLink';
import { QrPicture } from '../ui/QrPicture';
import { presentedLink } from './presentedLink';
import styles from './Presenter.module.css';

type CodeScreenProps = {
  /** Where on the page it leads. */
  readonly place: string | undefined;
  readonly onLeave: () => void;
};

/** The code of what is shown, as large as the back row needs it. */
export function CodeScreen({ place, onLeave }: CodeScreenProps) {
  const { t } = useLingui();
  const link = presentedLink(placeLink(place));
  return (
    <button
      type="button"
      className={styles.code}
      data-presenter="cover"
      aria-label={t`QR code: show the screen again`}
      onClick={onLeave}
    >
      <span className={styles.largeCode}>
        <QrPicture text={link} name={t`QR code of this very screen`} />
      </span>
      <span>
        <Trans>This very screen on your device</Trans>
      </span>
    </button>
  );
}
