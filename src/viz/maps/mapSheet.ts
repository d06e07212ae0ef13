/** Where the maps of a sheet lie, in CSS px. */
export type MapSheet = {
  readonly columns: number;
  /** Of one map, drawn. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
};

export type SheetOf = {
  /** Maps on the sheet, and the size of each in pixels. */
  readonly count: number;
  readonly mapWidth: number;
  readonly mapHeight: number;
  /** What the sheet may take. */
  readonly width: number;
  readonly maxHeight: number;
};

/** Wide enough to tell maps apart, also on a sheet of a thousand. */
const gutters = { few: 6, many: 3 } as const;

/** The largest maps with which all of them fit, side by side in the order of the channels. */
export function mapSheetOf({ count, mapWidth, mapHeight, width, maxHeight }: SheetOf): MapSheet {
  const gutter = count > 100 ? gutters.many : gutters.few;
  const sheetAt = (columns: number): MapSheet => {
    const cellWidth = Math.max(1, Math.min((width + gutter) / columns - gutter, maxHeight));
    const cellHeight = (cellWidth * mapHeight) / mapWidth;
    const rows = Math.ceil(count / columns);
    const size = { width: columns * (cellWidth + gutter) - gutter, height: rows * (cellHeight + gutter) - gutter };
    return { columns, cellWidth, cellHeight, gutter, ...size };
  };
  for (let columns = 1; columns < count; columns += 1) {
    const sheet = sheetAt(columns);
    if (sheet.height <= maxHeight) return sheet;
  }
  return sheetAt(count);
}

/** The left upper corner of a map. */
export function cornerOf({ columns, cellWidth, cellHeight, gutter }: MapSheet, channel: number) {
  return { x: (channel % columns) * (cellWidth + gutter), y: Math.floor(channel / columns) * (cellHeight + gutter) };
}

/** The channel of the map at a point, or of the nearest one at its left and above; null beside all maps. */
export function channelAt(sheet: MapSheet, count: number, x: number, y: number): number | null {
  const column = Math.floor(x / (sheet.cellWidth + sheet.gutter));
  const row = Math.floor(y / (sheet.cellHeight + sheet.gutter));
  const channel = row * sheet.columns + column;
  return column >= 0 && column < sheet.columns && row >= 0 && channel < count ? channel : null;
}
