import type { ReactNode } from 'react';
import { scaleOf, type Axis } from '../../../viz/charts/axis';
import { PlotContext } from './plotScales';

/** Room around the marks for ticks and titles, px. */
export type Margin = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const usualMargin: Margin = { left: 52, right: 16, top: 14, bottom: 46 };

export function marginOf(margin: Partial<Margin> = {}): Margin {
  return { ...usualMargin, ...margin };
}

export type PlotAreaProps = {
  readonly x: Axis;
  /** Values grow upwards, rows follow one another downwards. */
  readonly y: Axis;
  /** Px, margins included. */
  readonly width: number;
  /** Px between the margins. */
  readonly height: number;
  /** Sides that need more room or less than usual. */
  readonly margin?: Partial<Margin> | undefined;
  /** Where the area begins in its picture, px; margins not included. */
  readonly top?: number;
  readonly children: ReactNode;
};

/** The area of a chart: its marks are drawn from its top left corner, to its two scales. */
export function PlotArea({ x, y, width: outerWidth, height, margin, top: begin = 0, children }: PlotAreaProps) {
  const { left, right, top } = marginOf(margin);
  const width = outerWidth - left - right;
  const scales = { x: scaleOf(x, [0, width]), y: scaleOf(y, [height, 0]), width, height, left };
  return (
    <g transform={`translate(${left} ${begin + top})`}>
      <PlotContext value={scales}>{children}</PlotContext>
    </g>
  );
}
