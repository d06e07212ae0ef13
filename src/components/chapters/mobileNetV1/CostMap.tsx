import { useLingui } from '@lingui/react/macro';
import { useRef, type KeyboardEvent } from 'react';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import type { MultiplierCell } from '../../../viz/chapters/multiplierMap';
import { numberFormat, shortNumberText } from '../../ui/numberText';
import styles from './CostMap.module.css';

type CostMapProps = {
  /** A row for each width, a column for each resolution. */
  readonly cells: readonly (readonly MultiplierCell[])[];
  /** The chosen width and resolution; they need not be on the map. */
  readonly width: number;
  readonly resolution: number;
  readonly onChoose: (cell: MultiplierCell) => void;
};

/** A family of networks over its two multipliers: a cell each, darker as the cost rises. Arrow keys move between cells. */
export function CostMap({ cells, width, resolution, onChoose }: CostMapProps) {
  const { i18n, t } = useLingui();
  const grid = useRef<HTMLTableElement>(null);
  const number = numberFormat(i18n.locale, { minimumFractionDigits: 2 });
  const [columns = []] = cells;
  const isChosen = (cell: MultiplierCell) => cell.width === width && cell.resolution === resolution;
  const stop = cells.flat().find(isChosen) ?? columns[0];
  const walk = (event: KeyboardEvent, row: number, column: number) => {
    const target = targetOf(event, { row, column }, { rows: cells.length, columns: columns.length });
    const cell = target === undefined ? undefined : cells[target.row]?.[target.column];
    if (target === undefined || cell === undefined) return;
    event.preventDefault();
    onChoose(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${target.row},${target.column}"]`)?.focus();
  };
  return (
    <table ref={grid} role="grid" aria-label={t`MACs and accuracy by width and resolution`} className={styles.map}>
      <thead>
        <tr>
          <td className={styles.corner} />
          {columns.map((cell) => (
            <th key={cell.resolution} scope="col">
              {`${cell.resolution} px`}{' '}
              <span className={styles.factor}>ρ {number.format(cell.resolution / (columns[0]?.resolution ?? 1))}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map((row, rowIndex) => (
          <tr key={row[0]?.width}>
            <th scope="row">α {number.format(row[0]?.width ?? 0)}</th>
            {row.map((cell, column) => (
              <td
                key={cell.resolution}
                data-cell={`${rowIndex},${column}`}
                className={styles.cell}
                style={{
                  backgroundColor: `color-mix(in oklab, var(--tint) ${Math.sqrt(cell.macsShare) * 100}%, var(--surface))`,
                }}
                aria-selected={isChosen(cell)}
                tabIndex={cell === stop ? 0 : -1}
                onClick={() => {
                  onChoose(cell);
                }}
                onKeyDown={(event) => {
                  walk(event, rowIndex, column);
                }}
              >
                <span className={styles.macs}>{shortNumberText(cell.macs, i18n.locale)}</span> <Accuracy cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Published top-1, starred where another source than the paper prints it. */
function Accuracy({ cell: { top1 } }: { readonly cell: MultiplierCell }) {
  const { i18n } = useLingui();
  if (top1 === undefined) return null;
  const percent = numberFormat(i18n.locale, { minimumFractionDigits: 1 }).format(top1.percent);
  return (
    <span className={styles.top1}>
      {percent}%{top1.source === mobileNetV1Paper ? '' : '*'}
    </span>
  );
}

type Place = { readonly row: number; readonly column: number };

function targetOf(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Place,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const inside = (place: Place): Place => ({
    row: Math.min(Math.max(place.row, 0), rows - 1),
    column: Math.min(Math.max(place.column, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowRight':
      return inside({ row, column: column + 1 });
    case 'ArrowLeft':
      return inside({ row, column: column - 1 });
    case 'ArrowDown':
      return inside({ row: row + 1, column });
    case 'ArrowUp':
      return inside({ row: row - 1, column });
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
    case 'Enter':
    case ' ':
      return { row, column };
    default:
      return undefined;
  }
}
