import { Trans, useLingui } from '@lingui/react/macro';
import { createPortal } from 'react-dom';
import { placeLink } from '../ui/placeLink';
import { QrPicture } from '../ui/QrPicture';
import { presentedLink } from './presentedLink';
import styles from './Presenter.module.css';
import type { Screen } from './screens';

/** Below the words of the opening: the page's code, for the phones of a class. */
export function OpeningCode({ screen }: { readonly screen: Screen<HTMLElement> }) {
  const { t } = useLingui();
  const words = screen.element.querySelector('[data-opening-words]');
  if (words === null) return null;
  return createPortal(
    <div className={styles.join} data-join>
      <div className={styles.smallCode}>
        <QrPicture text={presentedLink(placeLink(undefined))} name={t`QR code of this page`} />
      </div>
      <p>
        <Trans>
          Follow along:
          <br />
          <strong>this very page</strong>
        </Trans>
      </p>
    </div>,
    words,
  );
}
