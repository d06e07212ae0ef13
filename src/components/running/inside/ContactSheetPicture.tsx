import { useLayoutEffect, useRef } from 'react';
import type { Activation } from '../../../run/device/executor';
import { contactSheetOf } from '../../../viz/chapters/contactSheet';
import styles from './LookInside.module.css';

type ContactSheetPictureProps = {
  readonly activation: Activation;
  /** The group of each channel, to colour by; null for grey. */
  readonly groups: readonly (number | null)[] | null;
  readonly name: string;
};

/** Feature maps side by side, on a canvas because there are far too many pixels for SVG. */
export function ContactSheetPicture({ activation, groups, name }: ContactSheetPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const { width, height, data } = contactSheetOf(activation, groups);
    if (canvas.current === null) return;
    canvas.current.width = width;
    canvas.current.height = height;
    canvas.current.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  }, [activation, groups]);
  return <canvas ref={canvas} className={styles.sheet} role="img" aria-label={name} />;
}
