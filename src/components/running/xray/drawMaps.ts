import { grownPicture, signedPicture } from '../../../viz/maps/signedMap';
import type { Ground } from '../../../viz/maps/signedRamp';
import { cornerAt, sizeOf, type Tiling } from '../../../viz/maps/tiling';

/** One map of a grid. */
export type DrawnMap = {
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  /** Its height and width in values, where it was reduced; the same for all maps of a grid. */
  readonly size?: readonly [height: number, width: number];
  /** The hue of its group of channels. */
  readonly hue?: number | undefined;
  /** Not read by what is shown: an outline. */
  readonly isAbsent?: boolean;
};

/** The ground that the maps lie on, and whether they fill their tiles. */
type Look = { readonly ground: Ground; readonly isFlush: boolean };

/** Draws maps in their tiles, on a canvas that takes the size of all of them. */
export function drawMaps(canvas: HTMLCanvasElement, maps: readonly DrawnMap[], tiling: Tiling, look: Look): void {
  const scale = window.devicePixelRatio;
  const size = sizeOf(tiling, maps.length);
  const context = sizedContext(canvas, Math.round(size.width * scale), Math.round(size.height * scale));
  if (context === null || maps.length === 0) return;
  const present = [...maps.keys()].filter((index) => maps[index]?.isAbsent !== true);
  const picture = signedPicture(
    present.flatMap((index) => maps[index] ?? []),
    maps[0]?.size ?? tiling.mapSize,
    look.ground,
  );
  const { across, width, height } = picture.atlas;
  const side = look.isFlush ? Math.round(tiling.tile * scale) : tiling.tile * scale;
  const times = side / width;
  // Values are squares, not clouds: a map grows by whole pixels; where it is drawn smaller than it is, neighbours are averaged.
  const drawn = times >= 1 && !look.isFlush ? Math.floor(times) * width : side;
  const inset = Math.floor((side - drawn) / 2);
  if (maps.length === 1 && present.length === 1 && Number.isInteger(drawn / width)) {
    const grown = grownPicture(picture, drawn / width);
    context.putImageData(new ImageData(grown.data, grown.width, grown.height), inset, inset);
    return;
  }
  // All maps at once: a canvas that is drawn from and written to in turn is copied each time.
  const pixels = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (pixels === null) return;
  pixels.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  context.imageSmoothingEnabled = times < 1;
  for (const [at, index] of present.entries()) {
    const { x, y } = cornerAt(tiling, index);
    const [left, top] = [(at % across) * width, Math.floor(at / across) * height];
    const place = [Math.round(x * scale) + inset, Math.round(y * scale) + inset] as const;
    context.drawImage(pixels.canvas, left, top, width, height, ...place, drawn, drawn * (height / width));
  }
  outline(context, tiling, scale, look.ground, maps);
}

/** An empty canvas of a size; one that has it keeps its memory. */
function sizedContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (canvas.width === width && canvas.height === height) context?.clearRect(0, 0, width, height);
  else [canvas.width, canvas.height] = [width, height];
  return context;
}

/** Maps that are not read, as outlines. */
function outline(
  context: CanvasRenderingContext2D,
  tiling: Tiling,
  scale: number,
  ground: Ground,
  maps: readonly DrawnMap[],
): void {
  context.globalAlpha = 0.25;
  context.strokeStyle = ground === 'dark' ? '#fff' : '#000';
  context.beginPath();
  for (const [index, { isAbsent }] of maps.entries()) {
    if (isAbsent !== true) continue;
    const { x, y } = cornerAt(tiling, index);
    context.rect(x * scale + 0.5, y * scale + 0.5, tiling.tile * scale - 1, tiling.tile * scale - 1);
  }
  context.stroke();
  context.globalAlpha = 1;
}
