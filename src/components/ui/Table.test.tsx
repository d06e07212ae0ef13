import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { csvText, sheetRows } from '../../nets/readings/spreadsheet';
import { Table } from './Table';
import type { Column } from './tableColumn';

type Network = { readonly id: string; readonly params: number; readonly top1: number | undefined };

const networks: readonly Network[] = [
  { id: 'v2', params: 3504872, top1: 72 },
  { id: 'v3', params: 5481752, top1: undefined },
];

const columns: readonly Column<Network>[] = [
  {
    head: 'Network',
    file: 'id',
    value: ({ id }) => id,
    show: ({ id }) => id.toUpperCase(),
    totals: ['Together', 'The rest'],
  },
  { file: 'params', value: ({ params }) => params },
  { head: 'Params, M', value: ({ params }) => params, format: (params) => (params / 1e6).toFixed(1) },
  { head: 'Top-1', file: 'top-1, %', value: ({ top1 }) => top1, format: (top1) => `${top1}%`, totals: ['–'] },
  { head: null, show: () => <button>Show</button> },
];

const shared = { columns, rows: networks, keyOf: ({ id }: Network) => id, look: 'numbers' } as const;

/** The markup of a table without its classes. */
function markupOf(element: React.ReactElement): string {
  return renderToStaticMarkup(element).replaceAll(/ class="[^"]*"/g, '');
}

test('the screen shows the columns that have a head; the first holds the row heads', () => {
  expect(markupOf(<Table {...shared} />)).toContain(
    '<tr><th scope="col">Network</th><th scope="col">Params, M</th><th scope="col">Top-1</th><td></td></tr></thead>' +
      '<tbody><tr><th scope="row">V2</th><td>3.5</td><td>72%</td><td><button>Show</button></td></tr>',
  );
});

test('a missing value is a dash on the screen and an empty cell in a file', () => {
  expect(markupOf(<Table {...shared} />)).toContain('<th scope="row">V3</th><td>5.5</td><td>–</td>');
  expect(csvText(sheetRows(columns, networks))).toBe('id,params,"top-1, %"\r\nv2,3504872,72\r\nv3,5481752,\r\n');
});

test('a total spans the columns after it that have none, in each row of the footer', () => {
  expect(markupOf(<Table {...shared} />)).toContain(
    '<tfoot><tr><th scope="row" colSpan="2">Together</th><td colSpan="2">–</td></tr>' +
      '<tr><th scope="row" colSpan="4">The rest</th></tr></tfoot>',
  );
});

test('transposed, every row is a column under its name', () => {
  expect(markupOf(<Table {...shared} isTransposed note="as printed" />)).toContain(
    '<thead><tr><th scope="col">Network</th><th scope="col">V2</th><th scope="col">V3</th></tr></thead>' +
      '<tbody><tr><th scope="row">Params, M</th><td>3.5</td><td>5.5</td></tr>' +
      '<tr><th scope="row">Top-1</th><td>72%</td><td>–</td></tr>',
  );
  expect(markupOf(<Table {...shared} isTransposed note="as printed" />)).toContain('<td colSpan="3">as printed</td>');
});

test('columns of a group share a head above their own heads', () => {
  const grouped = columns.map((column) =>
    column.head === 'Params, M' || column.head === 'Top-1' ? { ...column, group: 'Figures' } : column,
  );
  expect(markupOf(<Table {...shared} columns={grouped} />)).toContain(
    '<tr><th scope="col" rowSpan="2">Network</th><th scope="colgroup" colSpan="2">Figures</th><td rowSpan="2"></td></tr>' +
      '<tr><th scope="col">Params, M</th><th scope="col">Top-1</th></tr>',
  );
});

test('rows and cells carry their attributes', () => {
  const marked: readonly Column<Network>[] = [
    { head: 'Network', value: ({ id }) => id },
    { head: 'Params', value: ({ params }) => params, attributes: () => ({ 'data-figure': 'params' }) },
  ];
  const attributesOf = ({ id }: Network) => ({ 'data-net': id });
  const drawn = { ...shared, columns: marked, rows: networks.slice(0, 1), attributesOf };
  expect(markupOf(<Table {...drawn} />)).toContain(
    '<tr data-net="v2"><th scope="row">v2</th><td data-figure="params">3504872</td></tr>',
  );
  expect(markupOf(<Table {...drawn} isTransposed />)).toContain('<td data-net="v2" data-figure="params">3504872</td>');
});
