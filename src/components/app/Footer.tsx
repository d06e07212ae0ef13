import { Trans } from '@lingui/react/macro';
import styles from './Footer.module.css';

/** Licences and credits. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>
          <Trans>
            Featherweight is free software under the MIT licence. Pictures stay on this device: nothing is uploaded.
          </Trans>
        </p>
        <p>
          <Trans>
            Sample photos: <cite>Chelsea</cite> and <cite>coffee</cite>, both in the public domain (CC0), from{' '}
            <a href="https://scikit-image.org/docs/stable/api/skimage.data.html">scikit-image</a>.
          </Trans>
        </p>
      </div>
    </footer>
  );
}
