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
  let room = stage.getBoundingClientRect().height - around - lineHeight;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { pages, fullest } = paginate(rows, heights, room);
    const excess = pages < 2 ? 0 : highestOf(screen, pages) - stage.getBoundingClientRect().height;
    if (excess < 1) break;
    room = fullest - excess;
  }
}

/** Columns become as wide as the rows that show need them, so that a head may take more lines than with all rows. */
const maxAttempts = 4;

/** Gives each row the number of its page. @returns how many pages there are, and the height of the rows of the fullest */
function paginate(rows: readonly HTMLElement[], heights: readonly number[], room: number) {
  let [page, used, fullest] = [0, 0, 0];
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0;
    if (used > 0 && used + height > room) [page, used] = [page + 1, 0];
    used += height;
    fullest = Math.max(fullest, used);
    row.dataset['page'] = String(page);
  }
  return { pages: page + 1, fullest };
}

/** The height of the screen with the rows of its highest page; the first one shows afterwards. */
function highestOf(screen: HTMLElement, pages: number): number {
  const heights = Array.from({ length: pages }, (_, index) => {
    show(screen, pages - 1 - index);
    return screen.getBoundingClientRect().height;
  });
  return Math.max(...heights);
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
