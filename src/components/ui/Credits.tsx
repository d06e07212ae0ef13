import { Trans } from '@lingui/react/macro';

/** Licences and credits: two paragraphs. */
export function Credits() {
  return (
    <>
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
    </>
  );
}
