import type { Activation } from '../../../run/device/executor';
import { featureMapOf } from '../../../viz/maps/featureMap';
import { cornerOf, type MapSheet } from '../../../viz/maps/mapSheet';
import type { Colouring } from '../../../viz/maps/ramp';

/** Draws the first `count` maps of a tensor where the sheet has them, at the resolution of the screen. */
export function drawSheet(
  canvas: HTMLCanvasElement,
  activation: Activation,
  sheet: MapSheet & { readonly count: number },
  colourOf: (channel: number) => Colouring,
): void {
  const [height, width] = activation.shape;
  const scale = window.devicePixelRatio;
  const one = new OffscreenCanvas(width, height);
  [canvas.width, canvas.height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  const [context, pixels] = [canvas.getContext('2d'), one.getContext('2d')];
  if (context === null || pixels === null) return;
  // Values are squares, not clouds; where a map is drawn smaller than it is, neighbours are averaged.
  context.imageSmoothingEnabled = sheet.cellWidth * scale < width;
  for (let channel = 0; channel < sheet.count; channel += 1) {
    const { data } = featureMapOf(activation, channel, colourOf(channel));
    pixels.putImageData(new ImageData(data, width, height), 0, 0);
    const { x, y } = cornerOf(sheet, channel);
    context.drawImage(one, x * scale, y * scale, sheet.cellWidth * scale, sheet.cellHeight * scale);
  }
}
