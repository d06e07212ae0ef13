import { useEffect, useRef } from 'react';
import type { ClassMap } from '../../../nets/arithmetic/classMap';
import type { Activation } from '../../../run/device/executor';
import type { Normalisation } from '../../../run/frames/preprocess';
import styles from './FramePicture.module.css';
import type { Point } from './MapGrid';

type FramePictureProps = {
  /** The input of the network. */
  readonly input: Activation;
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
  { shape: [height, width, channels], values }: Activation,
  { mean, std }: Normalisation,
  classMap: ClassMap | null,
): void {
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) return;
  const data = new Uint8ClampedArray(width * height * 4);
  const lit = classMap === null ? null : litBy(classMap);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = mean.map(
      (middle, channel) => 255 * ((values[pixel * channels + channel] ?? 0) * (std[channel] ?? 1) + middle),
    );
    const share = lit === null ? 1 : lit((Math.floor(pixel / width) + 0.5) / height, ((pixel % width) + 0.5) / width);
    const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
    const colour = dimmed.colour + (1 - dimmed.colour) * share;
    const light = dimmed.light + (1 - dimmed.light) * share;
    data.set(
      [red, green, blue].map((value) => light * (grey + colour * (value - grey))),
      pixel * 4,
    );
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
