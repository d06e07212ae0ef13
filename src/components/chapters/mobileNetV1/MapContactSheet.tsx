import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { ChannelBound } from '../../../viz/chapters/silentChannels';
import type { FeatureMaps } from '../../../viz/maps/featureMap';
import { channelAt, cornerOf, mapSheetOf, type MapSheet } from '../../../viz/maps/mapSheet';
import { ramp } from '../../../viz/maps/ramp';
import styles from './MapContactSheet.module.css';

type MapContactSheetProps = {
  /** Null until they are computed. */
  readonly maps: FeatureMaps | 'failed' | null;
  readonly bounds: readonly ChannelBound[];
  readonly chosen: number;
  readonly onChoose: (channel: number) => void;
};

/** In px of the drawing, which is scaled to the room there is. */
const columns = 8;
const cell = 56;
const width = columns * (cell + 6) - 6;

/** All channels of a layer side by side; the silent ones have a frame. The slider beside it chooses by keyboard. */
export function MapContactSheet({ maps, bounds, chosen, onChoose }: MapContactSheetProps) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = bounds.length;
  const sheet = mapSheetOf({
    count,
    mapWidth: 1,
    mapHeight: 1,
    width,
    maxHeight: Math.ceil(count / columns) * (cell + 6),
  });
  useLayoutEffect(() => {
    if (canvas.current !== null && maps !== null && maps !== 'failed') draw(canvas.current, maps);
  }, [maps]);
  const choose = ({ nativeEvent, currentTarget }: PointerEvent) => {
    const scale = width / currentTarget.clientWidth;
    const channel = channelAt(sheet, count, nativeEvent.offsetX * scale, nativeEvent.offsetY * scale);
    if (channel !== null) onChoose(channel);
  };
  return (
    <div>
      <div className={styles.sheet} style={{ aspectRatio: `${sheet.width} / ${sheet.height}` }} onPointerDown={choose}>
        <canvas ref={canvas} className={styles.maps} width={sheet.width} height={sheet.height} aria-hidden="true" />
        <svg
          className={styles.frames}
          viewBox={`0 0 ${sheet.width} ${sheet.height}`}
          role="img"
          aria-label={t`The ${count} channels as pictures: most show the photo’s edges and shades, the framed ones nothing`}
        >
          {bounds.map(({ fate }, channel) =>
            fate === 'alive' ? null : <Frame key={channel} sheet={sheet} channel={channel} look={fate} />,
          )}
          <Frame sheet={sheet} channel={chosen} look="chosen" />
        </svg>
      </div>
      {maps === 'failed' ? (
        <p className={styles.failed} role="status">
          <Trans>
            The sample photo could not be loaded, so its maps are missing. The frames and the numbers need no photo.
          </Trans>
        </p>
      ) : null}
    </div>
  );
}

type FrameProps = { readonly sheet: MapSheet; readonly channel: number; readonly look: 'zero' | 'constant' | 'chosen' };

function Frame({ sheet, channel, look }: FrameProps) {
  const { x, y } = cornerOf(sheet, channel);
  const out = look === 'chosen' ? 1.5 : 0;
  return (
    <rect
      className={styles.frame}
      data-look={look}
      x={x - out}
      y={y - out}
      width={sheet.cellWidth + 2 * out}
      height={sheet.cellHeight + 2 * out}
    />
  );
}

/** Each map from 0 to its own largest value, or to 1 where it has none as large. */
function draw(canvas: HTMLCanvasElement, { shape: [height, mapWidth, count], values }: FeatureMaps): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  for (let channel = 0; channel < count; channel += 1) {
    const own = values.filter((_, at) => at % count === channel);
    const largest = own.reduce((max, value) => Math.max(max, value), 1);
    const pixels = new ImageData(mapWidth, height);
    for (const [at, value] of own.entries()) pixels.data.set([...ramp(value / largest), 255], at * 4);
    context.putImageData(pixels, (channel % columns) * (cell + 6), Math.floor(channel / columns) * (cell + 6));
  }
}
