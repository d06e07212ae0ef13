import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { MapValues } from '../../../nets/arithmetic/mapValues';
import type { Sliding } from '../../../nets/arithmetic/weightLayer';
import { neighbourhoodOf, type MapNeighbourhood } from '../../../viz/maps/neighbourhood';
import { signedColour, type Ground } from '../../../viz/maps/signedRamp';
import styles from './PixelLevel.module.css';
import { useGround } from './useGround';

type NeighbourhoodProps = {
  readonly map: MapValues;
  readonly channel: number;
  readonly sliding: Sliding;
  readonly row: number;
  readonly column: number;
  /** Whether it has the middle of the screen for itself. */
  readonly isWide: boolean;
};

/** Cells beside the window: across and down. */
const beside = { wide: [9, 2], narrow: [7, 2] } as const;

/** The side of a cell, px. */
const cell = 15;

/** The input around the window, enlarged, with the windows of the values before and after. */
export function Neighbourhood({ map, channel, sliding, row, column, isWide }: NeighbourhoodProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  const shown = neighbourhoodOf(map, channel, sliding, { row, column }, beside[isWide ? 'wide' : 'narrow']);
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, shown, ground);
  });
  const { window: own, neighbours } = shown;
  const [width, height] = [shown.columns * cell, shown.rows * cell];
  return (
    <figure className={styles.around} aria-hidden="true">
      <div className={styles.windowed} style={{ inlineSize: width, blockSize: height }}>
        <canvas ref={canvas} style={{ inlineSize: width, blockSize: height }} />
        <svg width={width} height={height}>
          {neighbours.map((left) => (
            <rect
              key={left}
              {...{ x: left * cell, y: own.row * cell, width: own.columns * cell, height: own.rows * cell }}
              data-kind="neighbour"
            />
          ))}
          <rect
            {...{ x: own.column * cell, y: own.row * cell, width: own.columns * cell, height: own.rows * cell }}
            data-kind="edge"
          />
          <rect {...{ x: own.column * cell, y: own.row * cell, width: own.columns * cell, height: own.rows * cell }} />
        </svg>
      </div>
      <figcaption>
        <Trans>Input channel {channel} around the window; dotted: the windows before and after</Trans>
      </figcaption>
    </figure>
  );
}

/** Cells with a line between them; what lies outside the map is grey. */
function draw(canvas: HTMLCanvasElement, { rows, columns, values, limit }: MapNeighbourhood, ground: Ground): void {
  const scale = window.devicePixelRatio;
  [canvas.width, canvas.height] = [Math.round(columns * cell * scale), Math.round(rows * cell * scale)];
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(scale, scale);
  context.strokeStyle = ground === 'dark' ? '#ffffff30' : '#00000020';
  for (const [at, value] of values.entries()) {
    const [x, y] = [(at % columns) * cell, Math.floor(at / columns) * cell];
    const colour = value === null ? null : signedColour(limit === 0 ? 0 : value / limit, ground);
    context.fillStyle = colour === null ? context.strokeStyle : `rgb(${colour.join(' ')})`;
    context.fillRect(x, y, cell, cell);
    if (colour !== null) context.strokeRect(x + 0.5, y + 0.5, cell, cell);
  }
}
