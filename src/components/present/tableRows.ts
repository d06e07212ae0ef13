/**
 * Splits a table that is too high for its stage: as many rows as fit show at a time, and the keys that turn the screen turn
 * them first. Rows that are left out are marked (`data-off`), and the screen says which ones show (`data-rows`).
 */
export function splitRows(screen: HTMLElement, stage: HTMLElement): void {
  const rows = rowsOf(screen);
  joinRows(screen);
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  const around = screen.getBoundingClientRect().height - heights.reduce((sum, height) => sum + height, 0);
  // A line says which rows show.
  const room = stage.getBoundingClientRect().height - around - lineHeight;
  let [page, used] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0;
    if (used > 0 && used + height > room) [page, used] = [page + 1, 0];
    used += height;
    row.dataset['page'] = String(page);
  }
  if (page > 0) show(screen, 0);
}

/** Shows all rows of a table again. */
export function joinRows(screen: HTMLElement): void {
  delete screen.dataset['rows'];
  for (const row of rowsOf(screen)) {
    delete row.dataset['page'];
    delete row.dataset['off'];
  }
}

/** Goes to the next rows of a split table, or to those before; false where there are none. */
export function turnRows(screen: HTMLElement, by: 1 | -1): boolean {
  const rows = rowsOf(screen);
  if (screen.dataset['rows'] === undefined) return false;
  const now = Number(rows.find(({ dataset }) => dataset['off'] === undefined)?.dataset['page']);
  const next = now + by;
  if (!rows.some(({ dataset }) => dataset['page'] === String(next))) return false;
  show(screen, next);
  return true;
}

const lineHeight = 40;

function show(screen: HTMLElement, page: number): void {
  const rows = rowsOf(screen);
  for (const row of rows) {
    if (row.dataset['page'] === String(page)) delete row.dataset['off'];
    else row.dataset['off'] = '';
  }
  const shown = rows.flatMap(({ dataset }, index) => (dataset['off'] === undefined ? [index + 1] : []));
  screen.dataset['rows'] = `${String(shown[0])}–${String(shown.at(-1))} / ${String(rows.length)}`;
}

function rowsOf(screen: HTMLElement): readonly HTMLElement[] {
  return [...screen.querySelectorAll<HTMLElement>('tbody > tr')];
}
