import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef } from 'react';
import type { FrameSource } from '../../../run/frames/frameSource';
import styles from './Picture.module.css';

/** The element of a source, cut to the square in the middle that the network reads. */
export function Picture({ source, isMirrored }: { readonly source: FrameSource; readonly isMirrored: boolean }) {
  const { t } = useLingui();
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Frames are taken from this very element, so it cannot be one of React's.
    holder.current?.replaceChildren(source.element);
    // The holder has the name; a name at the source would be in no language.
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
      className={styles['picture']}
      data-mirrored={isMirrored}
      role="img"
      aria-label={names[source.kind]}
    />
  );
}
