import { countedOf, type LabResult } from './labResult';
import { numberFields } from './numberFields';

/** Results as JSON, with what was counted of their networks beside what was measured. `readResults` reads it again. */
export function resultsJson(results: readonly LabResult[]): string {
  return JSON.stringify(
    results.map((result) => {
      const { id, options, params, macs, memoryAccess } = describedOf(result);
      const date = new Date(result.figures.dateSeconds * 1000).toISOString();
      return { ...result, date, id, options, counted: { params, macs, memoryAccess } };
    }),
    null,
    2,
  );
}

/** The same as comma-separated values (RFC 4180), a result a line. */
export function resultsCsv(results: readonly LabResult[]): string {
  const header = [
    'date',
    'network',
    'id',
    'options',
    'backend',
    'adapter',
    'browser',
    'params',
    'macs',
    'memoryAccess',
  ];
  const rows = results.map((result) => {
    const { id, options, params, macs, memoryAccess } = describedOf(result);
    const { network, backend, adapter, browser, figures } = result;
    const settings = Object.entries(options).map(([name, value]) => `${name}=${String(value)}`);
    return [
      new Date(figures.dateSeconds * 1000).toISOString(),
      ...[network, id, settings.join(' '), backend, adapter, browser, params, macs, memoryAccess],
      ...numberFields.slice(1).map((name) => figures[name]),
    ];
  });
  const lines = [[...header, ...numberFields.slice(1)], ...rows].map((cells) => cells.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function describedOf(result: LabResult) {
  const counted = countedOf(result);
  if (!counted.ok) throw new Error(counted.error);
  const { network, params, macs, memoryAccess } = counted.value;
  return { id: network.model.id, options: network.choice, params, macs, memoryAccess };
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
