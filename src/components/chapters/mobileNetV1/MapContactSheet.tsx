import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { ChannelBound } from '../../../viz/chapters/silentChannels';
import type { MapValues } from '../../../nets/arithmetic/mapValues';
import { signedPicture } from '../../../viz/maps/signedMap';
import type { Ground } from '../../../viz/maps/signedRamp';
import { cornerAt, indexAt, sizeOf, type Tiling } from '../../../viz/maps/tiling';
import { channelOf } from '../../../nets/arithmetic/mapValues';
import { useGround } from '../../running/xray/useGround';
import styles from './MapContactSheet.module.css';

type MapContactSheetProps = {
  /** Null until they are computed. */
  readonly maps: MapValues | 'failed' | null;
  readonly bounds: readonly ChannelBound[];
  readonly chosen?: number;
  readonly onChoose?: (channel: number) => void;
  /** Whether it is still to be guessed which channels are silent: none has a frame. */
  readonly isAsked?: boolean;
};

/** In px of the drawing, which is scaled to the room there is. */
const tiling: Tiling = { columns: 8, tile: 56, gap: 6, mapSize: [56, 56] };

/** All channels of a layer side by side; the silent ones have a frame. The slider beside it chooses by keyboard. */
export function MapContactSheet({ maps, bounds, chosen, onChoose, isAsked = false }: MapContactSheetProps) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = bounds.length;
  const sheet = sizeOf(tiling, count);
  const ground = useGround();
  useLayoutEffect(() => {
    if (canvas.current !== null && maps !== null && maps !== 'failed') draw(canvas.current, maps, ground);
  }, [maps, ground]);
  const choose = ({ nativeEvent, currentTarget }: PointerEvent) => {
    const scale = sheet.width / currentTarget.clientWidth;
    const channel = indexAt(tiling, count, nativeEvent.offsetX * scale, nativeEvent.offsetY * scale);
    if (channel !== null) onChoose?.(channel);
  };
  return (
    <div>
      <div className={styles.sheet} style={{ aspectRatio: `${sheet.width} / ${sheet.height}` }} onPointerDown={choose}>
        <canvas ref={canvas} className={styles.maps} width={sheet.width} height={sheet.height} aria-hidden="true" />
        <svg
          className={styles.frames}
          viewBox={`0 0 ${sheet.width} ${sheet.height}`}
          role="img"
          aria-label={
            isAsked
              ? t`The ${count} channels as pictures: most show the photo’s edges and shades, some are blank`
              : t`The ${count} channels as pictures: most show the photo’s edges and shades, the framed ones nothing`
          }
        >
          {bounds.map(({ fate }, channel) =>
            fate === 'alive' || isAsked ? null : <Frame key={channel} channel={channel} look={fate} />,
          )}
          {chosen === undefined ? null : <Frame channel={chosen} look="chosen" />}
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

type FrameProps = { readonly channel: number; readonly look: 'zero' | 'constant' | 'chosen' };

function Frame({ channel, look }: FrameProps) {
  const { x, y } = cornerAt(tiling, channel);
  const out = look === 'chosen' ? 1.5 : 0;
  return (
    <rect
      className={styles.frame}
      data-look={look}
      x={x - out}
      y={y - out}
      width={tiling.tile + 2 * out}
      height={tiling.tile + 2 * out}
    />
  );
}

/** Each map up to its own largest value, or to 1 where it has none as large. */
function draw(canvas: HTMLCanvasElement, maps: MapValues, ground: Ground): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const [height, width, count] = maps.shape;
  for (let channel = 0; channel < count; channel += 1) {
    const values = channelOf(maps, channel);
    const limit = values.reduce((largest, value) => Math.max(largest, value), 1);
    const picture = signedPicture([{ values, limit }], [height, width], ground);
    const { x, y } = cornerAt(tiling, channel);
    context.putImageData(new ImageData(picture.data, picture.width, picture.height), x, y);
  }
}
