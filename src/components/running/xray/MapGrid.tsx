import { useEffect, useRef } from 'react';
import { cornerAt, indexAt, placeAt, sizeOf, type Tiling } from '../../../viz/maps/tiling';
import { drawMaps, type DrawnMap } from './drawMaps';
import { leaveFrom } from './flight';
import styles from './MapGrid.module.css';
import { useGround } from './useGround';

/** A row and a column of a map, as fractions of its height and width. */
export type Point = { readonly down: number; readonly across: number };

type MapGridProps = {
  /** Keep the same array while the maps are the same. */
  readonly maps: readonly DrawnMap[];
  readonly tiling: Tiling;
  /** Its accessible name; empty for a part of a picture that has one. */
  readonly label: string;
  /** How a map is called, for screen readers: `channel 17`. */
  readonly nameOf: (index: number) => string;
  /** The map that arrow keys go on from. */
  readonly chosen?: number | undefined;
  /** Maps with a frame; by default none, and the chosen one while the keyboard is here. */
  readonly framed?: readonly number[];
  readonly onChoose?: (index: number) => void;
  /** Called when a map is pressed, or with Enter. */
  readonly onOpen?: (index: number, point: Point | null) => void;
  /** Called with Enter, where a press only chooses. */
  readonly onEnter?: ((index: number) => void) | undefined;
  /** The places in the network that lie below: coming up from one of them, the keyboard goes on here. */
  readonly leadsTo?: readonly string[] | undefined;
  /** Where the pointer is in any map that shows; the place lights up in all. */
  readonly point?: Point | null;
  readonly onPoint?: (point: Point | null, index: number | null) => void;
  /** Whether a map that is pressed flies to the next level. */
  readonly flies?: boolean;
  /** Whether the map that was pressed on another level lands here. */
  readonly isGoal?: boolean;
  /** Whether maps fill their tiles, though their values are then not all equally large. */
  readonly isFlush?: boolean;
};

/** Maps side by side on one canvas. Arrow keys choose among them, Enter opens. */
export function MapGrid(props: MapGridProps) {
  const {
    maps,
    tiling,
    label,
    nameOf,
    chosen = 0,
    framed = nothing,
    onChoose,
    onOpen,
    onEnter,
    leadsTo,
    point = null,
    onPoint,
    flies = false,
    isGoal = false,
    isFlush = false,
  } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  // By its parts: a step of the keyboard brings the same tiling as another object, and 1,280 maps take a while to draw.
  const { columns, tile, gap } = tiling;
  const [rows, across] = tiling.mapSize;
  useEffect(() => {
    if (canvas.current === null) return;
    drawMaps(canvas.current, maps, { columns, tile, gap, mapSize: [rows, across] }, { ground, isFlush });
  }, [maps, columns, tile, gap, rows, across, ground, isFlush]);
  const { width, height } = sizeOf(tiling, maps.length);
  const under = (event: React.PointerEvent) => {
    const { offsetX, offsetY } = event.nativeEvent;
    const index = indexAt(tiling, maps.length, offsetX, offsetY);
    return { index, point: index === null ? null : placeAt(tiling, index, offsetX, offsetY) };
  };
  const open = (index: number, at: Point | null): void => {
    const { x, y } = cornerAt(tiling, index);
    if (canvas.current !== null && flies) leaveFrom(canvas.current, x, y, tiling.tile);
    onOpen?.(index, at);
  };
  const enter = (index: number): void => {
    if (onEnter === undefined) open(index, null);
    else onEnter(index);
  };
  const isLive = onOpen !== undefined || onChoose !== undefined;
  return (
    <div
      className={styles.grid}
      data-flight={isGoal ? 'lands' : undefined}
      data-leads={leadsTo?.join(' ')}
      style={{ inlineSize: width, blockSize: height }}
      {...(isLive
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label': label,
            'aria-valuemin': 0,
            'aria-valuemax': Math.max(0, maps.length - 1),
            'aria-valuenow': chosen,
            'aria-valuetext': nameOf(chosen),
            onKeyDown: (event: React.KeyboardEvent) => {
              const next = nextIndex(event.key, chosen, tiling.columns, maps.length);
              if (event.key === 'Enter' || event.key === ' ') enter(chosen);
              else if (next !== null && next !== chosen && onChoose !== undefined) onChoose(next);
              else return;
              event.preventDefault();
              event.stopPropagation();
            },
          }
        : label === ''
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': label })}
    >
      <canvas
        ref={canvas}
        onPointerMove={(event) => {
          const { index, point: at } = under(event);
          onPoint?.(at, index);
          // A single map can be dragged over.
          if (event.buttons === 1 && maps.length === 1 && index !== null) onOpen?.(index, at);
        }}
        onPointerLeave={() => onPoint?.(null, null)}
        onClick={(event) => {
          const { offsetX, offsetY } = event.nativeEvent;
          const index = indexAt(tiling, maps.length, offsetX, offsetY);
          if (index === null) return;
          onChoose?.(index);
          open(index, placeAt(tiling, index, offsetX, offsetY));
        }}
      />
      {point === null ? null : <Marks maps={maps.length} tiling={tiling} point={point} />}
      {maps.length === 0
        ? null
        : [...framed, ...(isLive ? [chosen] : [])].map((index, at) => (
            <Frame key={`${String(at)} ${String(index)}`} tiling={tiling} index={index} isKeyed={at >= framed.length} />
          ))}
    </div>
  );
}

const nothing: readonly number[] = [];

function Frame({
  tiling,
  index,
  isKeyed,
}: {
  readonly tiling: Tiling;
  readonly index: number;
  readonly isKeyed: boolean;
}) {
  const { x, y } = cornerAt(tiling, index);
  const style = { translate: `${String(x)}px ${String(y)}px`, inlineSize: tiling.tile, blockSize: tiling.tile };
  return <span className={isKeyed ? styles.keyed : styles.framed} style={style} />;
}

/** The same place in every map. */
function Marks({ maps, tiling, point }: { readonly maps: number; readonly tiling: Tiling; readonly point: Point }) {
  const side = Math.max(5, tiling.tile / 14);
  const squares = Array.from({ length: Math.min(maps, 80) }, (_, index) => {
    const { x, y } = cornerAt(tiling, index);
    const [left, top] = [x + point.across * tiling.tile - side / 2, y + point.down * tiling.tile - side / 2];
    return `M${left.toFixed(1)} ${top.toFixed(1)}h${String(side)}v${String(side)}h-${String(side)}z`;
  });
  const { width, height } = sizeOf(tiling, maps);
  return (
    <svg className={styles.marks} width={width} height={height} aria-hidden="true">
      <path d={squares.join('')} />
      <path d={squares.join('')} />
    </svg>
  );
}

/** Where a key leads among tiles in rows, a page being a quarter of them; null for other keys. */
function nextIndex(key: string, from: number, columns: number, count: number): number | null {
  const page = columns * Math.max(1, Math.floor(Math.ceil(count / columns) / 4));
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns },
    ...{ PageDown: page, PageUp: -page },
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? null : Math.min(Math.max(from + step, 0), count - 1);
}
