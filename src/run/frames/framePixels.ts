import { centreSquare, type Pixels } from './preprocess';

/** A picture to send to the worker. It is transferred, so the sender cannot use it afterwards. */
export type Frame = ImageBitmap | VideoFrame;

/** Reads the centre square of frames into memory, reusing one canvas. Works in a worker. */
export function framePixels(): (frame: Frame) => Pixels {
  let canvas = new OffscreenCanvas(1, 1);
  return (frame) => {
    const { left, top, side } = centreSquare(...frameSize(frame));
    if (canvas.width !== side) canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: true });
    if (context === null) throw new Error('canvas: no memory for the frame');
    // 'copy' keeps the opacity of the frame instead of blending it over the last frame.
    context.globalCompositeOperation = 'copy';
    context.drawImage(frame, -left, -top);
    return context.getImageData(0, 0, side, side);
  };
}

/** Displayed width and height of a frame, in pixels. */
export function frameSize(frame: Frame): readonly [width: number, height: number] {
  return 'displayWidth' in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
}
