import type { ReactNode } from 'react';
import { scaleOf, type Axis } from '../../../viz/charts/axis';
import { PlotContext } from './plotScales';

/** Px around the plot for ticks and titles. */
export type Margin = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const defaultMargin: Margin = { left: 64, right: 28, top: 36, bottom: 54 };

export function marginOf(margin: Partial<Margin> = {}): Margin {
  return { ...defaultMargin, ...margin };
}

export type PlotAreaProps = {
  readonly x: Axis;
  /** Numbers increase upwards; rows run downwards. */
  readonly y: Axis;
  /** Px, margins included. */
  readonly width: number;
  /** Px between the margins. */
  readonly height: number;
  /** The sides that differ from the default margin. */
  readonly margin?: Partial<Margin> | undefined;
  /** The y in its picture where its top margin starts, px. */
  readonly top?: number;
  readonly children: ReactNode;
};

/** A plot with its two scales; its marks are placed from its top left corner. */
export function PlotArea({ x, y, width: outerWidth, height, margin, top: pictureTop = 0, children }: PlotAreaProps) {
  const { left, top } = marginOf(margin);
  return (
    <g transform={`translate(${left} ${pictureTop + top})`}>
      <PlotContext value={scalesIn({ x, y, width: outerWidth, height, margin })}>{children}</PlotContext>
    </g>
  );
}

/** The scales of a plot in a picture of so many px. */
export function scalesIn({ x, y, width: outerWidth, height, margin }: Omit<PlotAreaProps, 'children' | 'top'>) {
  const { left, right } = marginOf(margin);
  const width = outerWidth - left - right;
  return { x: scaleOf(x, [0, width]), y: scaleOf(y, [height, 0]), width, height, left };
}
