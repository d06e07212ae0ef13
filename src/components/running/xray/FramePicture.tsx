import { useEffect, useRef } from 'react';
import type { ClassMap } from '../../../nets/arithmetic/classMap';
import { quantum } from '../../../nets/maps/quantisedMaps';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import type { Normalisation } from '../../../run/frames/preprocess';
import styles from './FramePicture.module.css';
import type { Point } from './MapGrid';

type FramePictureProps = {
  /** The input of the network. */
  readonly input: SeenTensor;
  readonly normalisation: Normalisation;
  /** Lights up what feeds a class; the rest is dim and grey. */
  readonly classMap: ClassMap | null;
  readonly label: string;
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
};

/** The frame as the network reads it. */
export function FramePicture({ input, normalisation, classMap, label, point, onPoint }: FramePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, input, normalisation, classMap);
  }, [input, normalisation, classMap]);
  return (
    <div className={styles.frame}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        onPointerMove={({ nativeEvent: { offsetX, offsetY }, currentTarget: { clientWidth, clientHeight } }) => {
          onPoint({ down: offsetY / clientHeight, across: offsetX / clientWidth });
        }}
        onPointerLeave={() => onPoint(null)}
      />
      {point === null ? null : (
        <span
          className={styles.point}
          style={{
            insetBlockStart: `${String(100 * point.down)}%`,
            insetInlineStart: `${String(100 * point.across)}%`,
          }}
        />
      )}
    </div>
  );
}

/** How bright and how coloured a place is that adds nothing to the class. */
const dimmed = { light: 0.35, colour: 0.15 } as const;

function draw(
  canvas: HTMLCanvasElement,
  { maps: { height, width, values, limits } }: SeenTensor,
  { mean, std }: Normalisation,
  classMap: ClassMap | null,
): void {
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) return;
  const size = width * height;
  const data = new Uint8ClampedArray(size * 4);
  const lit = classMap === null ? null : litBy(classMap);
  // Of 0 and of one step, in what a screen shows.
  const zero = mean.map((value) => 255 * value);
  const step = std.map((value, channel) => (255 * value * (limits[channel] ?? 0)) / quantum);
  const colourAt = (channel: number, pixel: number): number =>
    (zero[channel] ?? 0) + (step[channel] ?? 0) * (values[channel * size + pixel] ?? 0);
  for (let pixel = 0; pixel < size; pixel += 1) {
    const [red, green, blue] = [colourAt(0, pixel), colourAt(1, pixel), colourAt(2, pixel)];
    const share = lit === null ? 1 : lit((Math.floor(pixel / width) + 0.5) / height, ((pixel % width) + 0.5) / width);
    const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
    const colour = dimmed.colour + (1 - dimmed.colour) * share;
    const light = dimmed.light + (1 - dimmed.light) * share;
    data[pixel * 4] = light * (grey + colour * (red - grey));
    data[pixel * 4 + 1] = light * (grey + colour * (green - grey));
    data[pixel * 4 + 2] = light * (grey + colour * (blue - grey));
    data[pixel * 4 + 3] = 255;
  }
  context.putImageData(new ImageData(data, width, height), 0, 0);
}

/** How strongly a place feeds the class, 0 to 1, between the middles of the cells in proportion. */
function litBy({ height, width, values }: ClassMap): (down: number, across: number) => number {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const cell = (row: number, column: number): number => {
    const at = Math.min(Math.max(row, 0), height - 1) * width + Math.min(Math.max(column, 0), width - 1);
    return most === 0 ? 0 : Math.max(0, values[at] ?? 0) / most;
  };
  return (down, across) => {
    const [y, x] = [down * height - 0.5, across * width - 0.5];
    const [row, column] = [Math.floor(y), Math.floor(x)];
    const [below, right] = [y - row, x - column];
    const upper = cell(row, column) * (1 - right) + cell(row, column + 1) * right;
    const lower = cell(row + 1, column) * (1 - right) + cell(row + 1, column + 1) * right;
    return upper * (1 - below) + lower * below;
  };
}
