import { MapGrid, type Point } from './MapGrid';

type SingleMapProps = {
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** How many rows and columns of values, where the map was reduced. */
  readonly size?: readonly [height: number, width: number];
  readonly height: number;
  readonly width: number;
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  /** The side of the drawn map, px. */
  readonly tile: number;
  /** Its accessible name. */
  readonly label: string;
  /** What pressing it does, for screen readers. */
  readonly action?: string;
  readonly onOpen?: (point: Point | null) => void;
  readonly point?: Point | null;
  readonly onPoint?: (point: Point | null) => void;
  readonly flies?: boolean;
  readonly isGoal?: boolean;
};

/** One map, drawn again only when its values change. */
export function SingleMap({
  values,
  size,
  height,
  width,
  limit,
  tile,
  label,
  action = '',
  onOpen,
  ...pointing
}: SingleMapProps) {
  const maps = [{ values, limit, ...(size === undefined ? {} : { size }) }];
  const tiling = { columns: 1, tile, gap: 0, mapSize: [height, width] as const };
  const open = onOpen === undefined ? {} : { onOpen: (_: number, at: Point | null) => onOpen(at) };
  return <MapGrid maps={maps} tiling={tiling} label={label} nameOf={() => action} {...open} {...pointing} />;
}
