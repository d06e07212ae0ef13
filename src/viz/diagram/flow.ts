import type { Direction } from './diagramSize';

/** A place by the flow of data: how far along it, and how far across, px. */
export type FlowPoint = { readonly along: number; readonly across: number };

/** A rectangle by the flow of data: `length` along it and `breadth` across. */
export type FlowRect = FlowPoint & { readonly length: number; readonly breadth: number };

/** On the page. */
export function pointOf(
  { along, across }: FlowPoint,
  direction: Direction,
): { readonly x: number; readonly y: number } {
  return direction === 'right' ? { x: along, y: across } : { x: across, y: along };
}

/** On the page: `x` and `y` are the top left corner. */
export function rectOf(rect: FlowRect, direction: Direction) {
  const { length, breadth } = rect;
  const size = direction === 'right' ? { width: length, height: breadth } : { width: breadth, height: length };
  return { ...pointOf(rect, direction), ...size };
}
