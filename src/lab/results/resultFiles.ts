import type { FileColumn, SheetRow } from '../../nets/readings/spreadsheet';
import { sheetRows } from '../../nets/readings/spreadsheet';
import { countedOf, type LabResult } from './labResult';
import { numberFields } from './numberFields';

/** Results as JSON, with measured figures and counted costs. `readResults` reads it back. */
export function resultsJson(results: readonly LabResult[]): string {
  return JSON.stringify(
    results.map((result) => {
      const { id, options, params, macs, memoryAccess } = descriptionOf(result);
      const date = new Date(result.figures.dateSeconds * 1000).toISOString();
      return { ...result, date, id, options, counted: { params, macs, memoryAccess } };
    }),
    null,
    2,
  );
}

type SavedResult = LabResult & ReturnType<typeof descriptionOf>;

const columns: readonly FileColumn<SavedResult>[] = [
  { file: 'date', value: ({ figures }) => new Date(figures.dateSeconds * 1000).toISOString() },
  { file: 'network', value: ({ network }) => network },
  { file: 'id', value: ({ id }) => id },
  {
    file: 'options',
    value: ({ options }) =>
      Object.entries(options)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(' '),
  },
  { file: 'backend', value: ({ backend }) => backend },
  { file: 'adapter', value: ({ adapter }) => adapter },
  { file: 'browser', value: ({ browser }) => browser },
  { file: 'params', value: ({ params }) => params },
  { file: 'macs', value: ({ macs }) => macs },
  { file: 'memoryAccess', value: ({ memoryAccess }) => memoryAccess },
  ...numberFields.slice(1).map((name) => ({ file: name, value: ({ figures }: SavedResult) => figures[name] })),
  { file: 'nickname', value: ({ nickname = '' }) => nickname },
];

/** Results as saved, one row each. */
export function resultRows(results: readonly LabResult[]): readonly SheetRow[] {
  return sheetRows(
    columns,
    results.map((result) => ({ ...result, ...descriptionOf(result) })),
  );
}

function descriptionOf(result: LabResult) {
  const counted = countedOf(result);
  if (!counted.ok) throw new Error(counted.error);
  const { network, params, macs, memoryAccess } = counted.value;
  return { id: network.model.id, options: network.choice, params, macs, memoryAccess };
}
