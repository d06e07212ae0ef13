import { failure, type Result } from '../../nets/result';
import type { LabResult } from './labResult';
import { numberFields } from './numberFields';
import { parseLabResult } from './parseLabResult';

/**
 * A result short enough for a QR code: its texts and figures in order, with four significant digits, separated by `~`,
 * which needs no escaping in an address.
 */
export function resultCode({ network, backend, adapter, browser, figures }: LabResult): string {
  const texts = [network, backend, adapter, browser].map((text) =>
    encodeURIComponent(text.replaceAll('~', ' ')).replaceAll('%20', '+').replaceAll('%3A', ':').replaceAll('%2C', ','),
  );
  const numbers = numberFields.map((name) =>
    name === 'dateSeconds' ? figures[name].toString(36) : String(Number(figures[name].toPrecision(4))),
  );
  return [version, ...texts, ...numbers].join('~');
}

/** Parses what `resultCode` writes. */
export function resultOfCode(code: string): Result<LabResult> {
  if (code.length > maxLength) return failure(`result: the code is too long (got ${String(code.length)} characters)`);
  const [written, network, backend, adapter, browser, dateSeconds = '', ...numbers] = code.split('~').map(decoded);
  if (written !== version)
    return failure(`result: unknown kind of code (got ${String(written).slice(0, 40)}, wanted ${version})`);
  if (numbers.length > numberFields.length - 1)
    return failure(`result: the code has too many parts (got ${String(numbers.length + 6)})`);
  // A part that is not written as a number stays text, and is refused with the name of its field.
  const values = [
    /^[0-9a-z]{1,8}$/.test(dateSeconds) ? parseInt(dateSeconds, 36) : dateSeconds,
    ...numbers.map((part) => (/^\d+(\.\d+)?(e-?\d+)?$/.test(part) ? Number(part) : part)),
  ];
  const figures = Object.fromEntries(numberFields.map((name, position) => [name, values[position]]));
  return parseLabResult({ network, backend, adapter, browser, figures });
}

/** A link to the Collect page that carries one result. `page` is the app's address without hash and query. */
export function resultLink(result: LabResult, page: string): string {
  return `${page}#/collect?r=${resultCode(result)}`;
}

/** Characters of a code. Every text of the longest kind, with three for each escaped byte, fits. */
const maxLength = 10_000;

/** Changes with the set of figures or their order. */
const version = '1';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray percent sign: the raw text is refused later, as no network has that name.
    return part;
  }
}
