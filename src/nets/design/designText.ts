import { nearestIndex } from '../steps';
import type { Design, DesignRow, Field, RowKind } from './design';
import { activations, borders, fieldsOf, gates, norms, rowDefaults, rowKinds, rowOf } from './design';
import { choicesOf, isChoice, limits, maxOf, rowWith } from './fieldValues';

/**
 * A design as one word of an address: `1_r224_o1000_lh0_cvc32s2a2_ire1c16a2_...`: the version, the resolution, the classes,
 * the head, then a word for each row. A row leaves out what a new row has.
 */
export function designText({ resolution, classes, head, rows }: Design): string {
  const end = `${head.kind === 'conv' ? 'k' : 'l'}h${String(head.hidden)}a${String(activations.indexOf(head.activation))}`;
  return [version, `r${String(resolution)}`, `o${String(classes)}`, end, ...rows.map(rowText)].join('_');
}

/** What a text of a design had that is not read. Rows are counted from 1. */
export type LostPart =
  | { readonly kind: 'version'; readonly got: string }
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'row'; readonly row: number; readonly text: string }
  | { readonly kind: 'value'; readonly row: number; readonly text: string }
  | { readonly kind: 'rows'; readonly count: number };

export type ReadDesign = { readonly design: Design; readonly lost: readonly LostPart[] };

/** Reads what `designText` writes, of any version, and says what it could not read; undefined where no row is left. */
export function readDesignText(text: string): ReadDesign | undefined {
  const [first = '', ...words] = text.split('_');
  const lost: LostPart[] = first === version ? [] : [{ kind: 'version', got: first.slice(0, 20) }];
  let rest: Omit<Design, 'rows'> = {
    resolution: 224,
    classes: 1000,
    head: { kind: 'linear', hidden: 0, activation: 'none' },
  };
  const rows: DesignRow[] = [];
  let number = 0;
  for (const word of words) {
    const part = partOf(word);
    if (part !== undefined) {
      rest = { ...rest, ...part };
      continue;
    }
    if (/^[rolk](h|\d|$)/.test(word)) {
      lost.push({ kind: 'part', text: word.slice(0, 40) });
      continue;
    }
    number += 1;
    const row = readRow(word, number);
    if (row === undefined) lost.push({ kind: 'row', row: number, text: word.slice(0, 40) });
    else {
      rows.push(row.row);
      lost.push(...row.lost);
    }
  }
  if (rows.length > limits.rows) lost.push({ kind: 'rows', count: rows.length - limits.rows });
  return rows.length === 0 ? undefined : { design: { ...rest, rows: rows.slice(0, limits.rows) }, lost };
}

const version = '1';

const kindCodes: Readonly<Record<RowKind, string>> = {
  conv: 'cv',
  maxPool: 'mp',
  fire: 'fi',
  separable: 'sc',
  xception: 'xm',
  depthwiseSeparable: 'ds',
  invertedResidual: 'ir',
  shuffleV1: 'sa',
  shuffleV2: 'sb',
  bottleneck: 'rb',
};

const fieldCodes: Readonly<Record<Field, string>> = {
  channels: 'c',
  kernel: 'k',
  stride: 's',
  expansion: 'e',
  inner: 'i',
  groups: 'g',
  gate: 'q',
  activation: 'a',
  norm: 'b',
  border: 'v',
  repeats: 'n',
};

/** The words of a field that has words; a text holds their numbers. */
const wordsOf: Readonly<Partial<Record<Field, readonly string[]>>> = {
  gate: gates,
  activation: activations,
  norm: norms,
  border: borders,
};

const fieldNames: readonly Field[] = fieldsOf.conv.concat('expansion', 'inner', 'gate');

function rowText(row: DesignRow): string {
  const values = fieldsOf[row.kind]
    .filter((field) => row[field] !== rowDefaults[field])
    .map((field) => `${fieldCodes[field]}${String(wordsOf[field]?.indexOf(String(row[field])) ?? row[field])}`);
  return `${kindCodes[row.kind]}${values.join('')}`;
}

/** The resolution, the classes or the head that a word holds. */
function partOf(word: string): Partial<Omit<Design, 'rows'>> | undefined {
  const { minimum, maximum } = limits.resolution;
  const resolution = wholeOf(/^r(\d+)$/.exec(word)?.[1], minimum, maximum);
  if (resolution !== undefined) return { resolution };
  const classes = wholeOf(/^o(\d+)$/.exec(word)?.[1], 1, limits.classes);
  if (classes !== undefined) return { classes };
  const [, kind, hiddenText, code] = /^([lk])h(\d+)a(\d)$/.exec(word) ?? [];
  const hidden = wholeOf(hiddenText, 0, limits.hidden);
  const activation = activations[Number(code)];
  if (hidden === undefined || activation === undefined) return undefined;
  return { head: { kind: kind === 'k' ? 'conv' : 'linear', hidden, activation } };
}

function wholeOf(text: string | undefined, minimum: number, maximum: number): number | undefined {
  const number = Number(text);
  return text !== undefined && number >= minimum && number <= maximum ? number : undefined;
}

function readRow(word: string, number: number): { row: DesignRow; lost: readonly LostPart[] } | undefined {
  const kind = rowKinds.find((candidate) => kindCodes[candidate] === word.slice(0, 2));
  if (kind === undefined) return undefined;
  const lost: LostPart[] = [];
  let row = rowOf(kind);
  const rest = word.slice(2).replaceAll(/([a-z])(\d+(?:\.\d+)?)/g, (value, code: string, digits: string) => {
    const field = fieldNames.find((name) => fieldCodes[name] === code && fieldsOf[kind].includes(name));
    const wanted = field === undefined ? undefined : (wordsOf[field]?.[Number(digits)] ?? Number(digits));
    if (field === undefined || wanted === undefined) return value;
    if (!isChoice(kind, field, wanted)) lost.push({ kind: 'value', row: number, text: value });
    row = rowWith(row, field, typeof wanted === 'number' ? nearestNumber(row.kind, field, wanted) : wanted);
    return '';
  });
  if (rest !== '') lost.push({ kind: 'value', row: number, text: rest.slice(0, 40) });
  return { row, lost };
}

/** The number of a field nearest to the wanted one. */
function nearestNumber(kind: RowKind, field: Field, wanted: number): number {
  const max = maxOf(field);
  if (max !== undefined) return Math.min(Math.max(Math.round(wanted), 1), max);
  const values = choicesOf(kind, field).map(Number);
  return values[nearestIndex(values, wanted)] ?? wanted;
}
