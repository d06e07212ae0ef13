import type { Result } from '../result';
import { failure, success } from '../result';
import type { Design, DesignHead, DesignRow } from './design';
import { activations, fieldsOf, headKinds, rowKinds, rowOf } from './design';
import { builtDesign } from './builtDesign';
import { choicesOf, isChoice, limits, maxOf, rowWith } from './fieldValues';
import { rowMisfitText } from './rowMisfitText';

/** A design as a JSON file: `net cost design.json` reads it, and so does a person. */
export function designFile({ resolution, classes, rows, head }: Design): string {
  const shown = {
    kind: 'featherweight design',
    version: 1,
    resolution,
    classes,
    rows: rows.map((row) => ({
      block: row.kind,
      ...Object.fromEntries(fieldsOf[row.kind].map((field) => [field, row[field]])),
    })),
    head: { kind: head.kind, hidden: head.hidden, activation: head.activation },
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** Reads a design file, strictly: the error says which value of which row is wrong, and what would be right. */
export function parseDesignFile(text: string): Result<Design> {
  const file = jsonOf(text);
  if (!file.ok) return file;
  const { kind, version, rows } = file.value;
  if (kind !== 'featherweight design')
    return failure(`no design (got kind ${shown(kind)}, wanted "featherweight design")`);
  if (version !== 1) return failure(`version: not known (got ${shown(version)}, wanted 1)`);
  const unknown = unknownIn(file.value, ['kind', 'version', 'resolution', 'classes', 'rows', 'head']);
  if (unknown !== undefined) return failure(unknown);
  const { minimum, maximum } = limits.resolution;
  const resolution = wholeOf(file.value, 'resolution', 224, minimum, maximum);
  if (!resolution.ok) return resolution;
  const classes = wholeOf(file.value, 'classes', 1000, 1, limits.classes);
  if (!classes.ok) return classes;
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > limits.rows)
    return failure(`rows: no list of 1 to ${String(limits.rows)} rows`);
  const read: DesignRow[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = parseRow(row);
    if (!parsed.ok) return failure(`row ${String(index + 1)}: ${parsed.error}`);
    read.push(parsed.value);
  }
  const head = parseHead(file.value['head']);
  if (!head.ok) return failure(`head: ${head.error}`);
  return fitting({ resolution: resolution.value, classes: classes.value, rows: read, head: head.value });
}

/** The design, or the first value that does not fit what its row reads. */
function fitting(design: Design): Result<Design> {
  const [moved] = builtDesign(design).moved;
  if (moved === undefined) return success(design);
  const why = moved.why === undefined ? '' : `: ${rowMisfitText(moved.why)}`;
  const { row, field, from, to } = moved;
  return failure(
    `row ${String(row)}: ${field}: does not fit${why} (got ${String(from)}, the nearest is ${String(to)})`,
  );
}

type Fields = Readonly<Record<string, unknown>>;

function jsonOf(text: string): Result<Fields> {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? success(value) : failure('no design (wanted a JSON object)');
  } catch (error) {
    return failure(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with the first name that is not one of these: `clases` must not leave the classes at their default. */
function unknownIn(fields: Fields, names: readonly string[]): string | undefined {
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  return unknown === undefined ? undefined : `${shown(unknown)}: not known (wanted ${names.join(', ')})`;
}

function parseRow(value: unknown): Result<DesignRow> {
  if (!isFields(value)) return failure(`no row (got ${shown(value)}, wanted an object)`);
  const { block, ...values } = value;
  const kind = rowKinds.find((candidate) => candidate === block);
  if (kind === undefined) return failure(`block: not known (got ${shown(block)}, wanted ${rowKinds.join(', ')})`);
  let row = rowOf(kind);
  for (const [name, wanted] of Object.entries(values)) {
    const field = fieldsOf[kind].find((candidate) => candidate === name);
    if (field === undefined) return failure(`${name}: ${kind} has no such value (wanted ${fieldsOf[kind].join(', ')})`);
    const isKnown = (typeof wanted === 'number' || typeof wanted === 'string') && isChoice(kind, field, wanted);
    const max = maxOf(field);
    const legal = max === undefined ? choicesOf(kind, field).join(', ') : `a whole number from 1 to ${String(max)}`;
    if (!isKnown) return failure(`${name}: no such value (got ${shown(wanted)}, wanted ${legal})`);
    row = rowWith(row, field, wanted);
  }
  return success(row);
}

function parseHead(value: unknown): Result<DesignHead> {
  if (value === undefined) return success({ kind: 'linear', hidden: 0, activation: 'none' });
  if (!isFields(value)) return failure(`no head (got ${shown(value)}, wanted an object)`);
  const unknown = unknownIn(value, ['kind', 'hidden', 'activation']);
  if (unknown !== undefined) return failure(unknown);
  const kind = headKinds.find((candidate) => candidate === (value['kind'] ?? 'linear'));
  if (kind === undefined)
    return failure(`kind: not known (got ${shown(value['kind'])}, wanted ${headKinds.join(', ')})`);
  const activation = activations.find((name) => name === (value['activation'] ?? 'none'));
  if (activation === undefined)
    return failure(`activation: not known (got ${shown(value['activation'])}, wanted ${activations.join(', ')})`);
  const hidden = wholeOf(value, 'hidden', 0, 0, limits.hidden);
  return hidden.ok ? success({ kind, hidden: hidden.value, activation }) : hidden;
}

function wholeOf(fields: Fields, name: string, preset: number, minimum: number, maximum: number): Result<number> {
  const value = fields[name] ?? preset;
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
    return success(value);
  return failure(
    `${name}: out of range (got ${shown(value)}, wanted a whole number from ${String(minimum)} to ${String(maximum)})`,
  );
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
