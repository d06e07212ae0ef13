import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef } from 'react';
import type { FrameSource } from '../../../run/frames/frameSource';
import styles from './Picture.module.css';

/** The element of a source, with the central square that the network sees as high as the frame, or as wide. */
export function Picture({ source, isMirrored }: { readonly source: FrameSource; readonly isMirrored: boolean }) {
  const { t } = useLingui();
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Frames are captured from this element, so React cannot own it.
    holder.current?.replaceChildren(source.element);
    // The holder has a translated name; the element's own would be read twice.
    source.element.setAttribute('aria-hidden', 'true');
  }, [source]);
  const names = {
    camera: t`Live picture of the camera`,
    photo: t`The photo that the network is looking at`,
    video: t`The video that the network is looking at`,
  };
  return (
    <div
      ref={holder}
      className={styles.picture}
      data-mirrored={isMirrored}
      data-tall={source.heightPixels > source.widthPixels}
      role="img"
      aria-label={names[source.kind]}
    />
  );
}
