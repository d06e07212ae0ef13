import { failure, success, type Result } from '../../nets/result';

/**
 * The names of a network's outputs, in order, from the text of any usual file of them: a JSON array of names or of objects
 * with a `name`; Keras' `class_index.json`, {"0": ["n01440764", "tench"]}; transformers' `id2label`, alone or in a
 * `config.json`, and `label2id`; CSV with a column of names, and perhaps one of numbers; text with one name a line.
 * The error says what is missing or twice.
 */
export function parseLabelFile(text: string): Result<readonly string[]> {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(plain)) {
    const json = jsonOf(plain);
    return json === undefined ? failure(`not whole JSON, ${wanted}`) : namesOf(json);
  }
  const lines = plain.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return failure(`holds no names, ${wanted}`);
  const separator = lines.every((line) => line.includes('\t')) ? '\t' : ',';
  const table = lines.map((line) => cellsOf(line, separator));
  return isTable(table) ? namesInTable(table) : success(lines.map((line) => line.trim()));
}

const wanted = 'wanted a JSON array, class_index.json, id2label, CSV or one name a line';

function namesOf(json: unknown): Result<readonly string[]> {
  if (Array.isArray(json)) return namesInList(json);
  const fields = fieldsOf(json);
  const listed = fields.find(([key]) => ['id2label', 'labels', 'classes', 'names'].includes(key))?.[1];
  return Array.isArray(listed) ? namesInList(listed) : numberedNames(listed === undefined ? fields : fieldsOf(listed));
}

function namesInList(entries: readonly unknown[]): Result<readonly string[]> {
  const names = entries.map(nameOf).filter((name) => name !== '');
  return names.length === 0 ? failure(`holds no names, ${wanted}`) : success(names);
}

function numberedNames(fields: readonly (readonly [string, unknown])[]): Result<readonly string[]> {
  const label2id = fields.find(([key]) => key === 'label2id')?.[1];
  const numbered = label2id === undefined ? fields : fieldsOf(label2id);
  if (numbered.length === 0) return failure(`holds no names, ${wanted}`);
  if (numbered.every(([key]) => /^\d+$/.test(key)))
    return inOrder(numbered.map(([key, value]) => [Number(key), nameOf(value)]));
  if (numbered.every(([, value]) => Number.isInteger(value)))
    return inOrder(numbered.map(([key, value]) => [Number(value), key]));
  return failure(`an object that numbers no names, ${wanted}`);
}

/** A name, the `name` of an object, or the last text of [WordNet id, name]. */
function nameOf(entry: unknown): string {
  const list: readonly unknown[] = Array.isArray(entry) ? entry : [];
  const inner = list.at(-1) ?? fieldsOf(entry).find(([key]) => key === 'name' || key === 'label')?.[1];
  const name = typeof entry === 'string' ? entry : inner;
  return typeof name === 'string' ? name.trim() : '';
}

/** Names by their numbers, each from 0 on once. */
function inOrder(numbered: readonly (readonly [number, string])[]): Result<readonly string[]> {
  const names = new Map(numbered);
  const missing = numbered.findIndex((_, index) => !names.has(index));
  if (missing >= 0)
    return failure(`no name for output ${String(missing)} (got ${String(names.size)} names, wanted each number once)`);
  const ordered = numbered.map((_, index) => names.get(index) ?? '');
  const empty = ordered.indexOf('');
  return empty >= 0 ? failure(`no name for output ${String(empty)}`) : success(ordered);
}

/** Names with commas in them are no table; one has the same number of cells in every row. */
function isTable(table: readonly (readonly string[])[]): boolean {
  const columns = table[0]?.length ?? 1;
  const isEven = table.every((row) => row.length === columns);
  return columns > 1 && isEven && (numberColumn(table) >= 0 || nameColumn(table[0] ?? []) >= 0);
}

/** Of numbered rows the order is that of the numbers, with or without a heading. */
function namesInTable(table: readonly (readonly string[])[]): Result<readonly string[]> {
  const at = numberColumn(table);
  const hasHeading = at < 0 || !isNumber(table[0]?.[at]);
  const rows = hasHeading ? table.slice(1) : table;
  const titled = hasHeading ? nameColumn(table[0] ?? []) : -1;
  const columns = table[0]?.length ?? 0;
  const column = titled >= 0 ? titled : at === columns - 1 ? columns - 2 : columns - 1;
  const names = rows.map((row) => row[column] ?? '');
  return at < 0 ? success(names) : inOrder(rows.map((row, index) => [Number(row[at]), names[index] ?? '']));
}

/** The column whose every row but the heading is a whole number; -1 where there is none. */
function numberColumn(table: readonly (readonly string[])[]): number {
  return (table[0] ?? []).findIndex((_, column) => {
    const body = table.slice(1);
    return body.length > 0 && body.every((row) => isNumber(row[column]));
  });
}

function nameColumn(heading: readonly string[]): number {
  return heading.findIndex((title) => /^(name|label|class|class[ _]?name|category)$/i.test(title));
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text);
}

/** The cells of a row; quotes protect separators, and a quote in quotes is written twice. */
function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (character === '"' && isQuoted && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

function fieldsOf(json: unknown): readonly (readonly [string, unknown])[] {
  return typeof json === 'object' && json !== null ? Object.entries(json) : [];
}

function jsonOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
