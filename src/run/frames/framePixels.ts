import { centreSquare, type Pixels } from './preprocess';

/** A picture on its way to the worker. It is transferred: the sender cannot use it afterwards. */
export type Frame = ImageBitmap | VideoFrame;

/** Reads the centred square of frames into memory, over one canvas that is reused. Works in a worker. */
export function framePixels(): (frame: Frame) => Pixels {
  let canvas = new OffscreenCanvas(1, 1);
  return (frame) => {
    const { left, top, side } = centreSquare(...frameSize(frame));
    if (canvas.width !== side) canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: true });
    if (context === null) throw new Error('canvas: no memory for the frame');
    // 'copy' keeps the frame's own opacity instead of laying it over the last frame.
    context.globalCompositeOperation = 'copy';
    context.drawImage(frame, -left, -top);
    return context.getImageData(0, 0, side, side);
  };
}

/** Width and height of a frame as it is seen, in pixels. */
export function frameSize(frame: Frame): readonly [width: number, height: number] {
  return 'displayWidth' in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
}
