import { useLayoutEffect, useRef } from 'react';
import type { Activation } from '../../../run/device/executor';
import { channelAt, cornerOf, type MapSheet } from '../../../viz/maps/mapSheet';
import type { Colouring } from '../../../viz/maps/ramp';
import { drawSheet } from './drawSheet';
import styles from './LookInside.module.css';

type FeatureSheetProps = {
  readonly activation: Activation;
  readonly sheet: MapSheet;
  /** How each channel is coloured. */
  readonly colourOf: (channel: number) => Colouring;
  readonly name: string;
  /** The channel that is enlarged beside the sheet. */
  readonly chosen: number;
  /** Called with the channel under the pointer; `isKept` when it was pressed. */
  readonly onPoint: (channel: number | null, isKept: boolean) => void;
};

/** Feature maps side by side, on a canvas because there are far too many pixels for SVG. */
export function FeatureSheet({ activation, sheet, colourOf, name, chosen, onPoint }: FeatureSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [, , count] = activation.shape;
  useLayoutEffect(() => {
    if (canvas.current !== null) drawSheet(canvas.current, activation, { ...sheet, count }, colourOf);
  }, [activation, sheet, count, colourOf]);
  const channelOf = (event: React.PointerEvent) =>
    channelAt(sheet, count, event.nativeEvent.offsetX, event.nativeEvent.offsetY);
  const { x, y } = cornerOf(sheet, chosen);
  return (
    <div className={styles.sheet} style={{ inlineSize: sheet.width, blockSize: sheet.height }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={name}
        onPointerMove={(event) => onPoint(channelOf(event), false)}
        onPointerLeave={() => onPoint(null, false)}
        onPointerDown={(event) => onPoint(channelOf(event), true)}
      />
      <span
        className={styles.mark}
        style={{ translate: `${x}px ${y}px`, inlineSize: sheet.cellWidth, blockSize: sheet.cellHeight }}
      />
    </div>
  );
}
