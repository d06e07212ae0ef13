import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import {
  outputAt,
  positionAfter,
  tileOf,
  windowAt,
  type SlideGrid,
  type SlidKernel,
} from '../../../viz/chapters/slidePlace';
import styles from './KernelFigure.module.css';

type KernelSliderProps = {
  readonly grid: SlideGrid;
  readonly kernel: SlidKernel;
  readonly output: { readonly height: number; readonly width: number };
  /** Row by row, of the output map. */
  readonly position: number;
  readonly onMove: (position: number) => void;
  /** The maps that the chosen output channel reads. */
  readonly read: readonly number[];
  readonly label: string;
  readonly valueText: string;
  /** The picture of one map. */
  readonly picture: (map: number) => ReactNode;
};

/** Maps with a kernel on them that is dragged, or moved with the arrow keys. */
export function KernelSlider(props: KernelSliderProps) {
  const { grid, kernel, output, position, onMove, read, label, valueText, picture } = props;
  const tile = tileOf(grid);
  const place = { row: Math.floor(position / output.width), column: position % output.width };
  const window = windowAt(grid, kernel, place);
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    // The grid may be drawn smaller than it is, as on a phone.
    const scale = (grid.across * tile) / width;
    const point = { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale };
    const { row, column } = outputAt(grid, kernel, output, point);
    onMove(row * output.width + column);
  };
  return (
    <div
      className={styles.slider}
      style={{
        inlineSize: grid.across * tile,
        aspectRatio: `${String(grid.across)} / ${String(Math.ceil(grid.maps / grid.across))}`,
      }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={output.height * output.width}
      aria-valuenow={position + 1}
      aria-valuetext={valueText}
      onKeyDown={(event: KeyboardEvent) => {
        const next = positionAfter(event.key, position, output);
        if (next === null) return;
        event.preventDefault();
        onMove(next);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
    >
      {Array.from({ length: grid.maps }, (_, map) => (
        <div
          key={map}
          className={styles.map}
          data-read={read.includes(map)}
          style={{ inlineSize: `${String(100 / grid.across)}%` }}
        >
          <div className={styles.inner} style={{ inset: `${String((100 * grid.border * grid.cell) / tile)}%` }}>
            {picture(map)}
          </div>
          {read.includes(map) ? (
            <span
              className={styles.window}
              style={{
                insetInlineStart: `${String((100 * window.x) / tile)}%`,
                insetBlockStart: `${String((100 * window.y) / tile)}%`,
                inlineSize: `${String((100 * window.size) / tile)}%`,
              }}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}
