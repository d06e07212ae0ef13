import { failure, type Result } from '../../nets/result';
import { parseLabResult, type LabResult } from './labResult';
import { numberFields } from './numberFields';

/**
 * A result in as few characters as a QR code can be scanned with: the texts and figures in order, four significant
 * digits each. `~` parts them; it needs no escaping in an address.
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

/** What `resultCode` wrote. */
export function resultOfCode(code: string): Result<LabResult> {
  const [written, network, backend, adapter, browser, dateSeconds = '', ...numbers] = code.split('~').map(decoded);
  if (written !== version) return failure(`result: unknown kind of code (got ${String(written)}, wanted ${version})`);
  const values = [parseInt(dateSeconds, 36), ...numbers.map(Number)];
  const figures = Object.fromEntries(numberFields.map((name, position) => [name, values[position]]));
  return parseLabResult({ network, backend, adapter, browser, figures });
}

/** An address that carries one result to the page that collects them. `page` is this app's, without hash and query. */
export function resultLink(result: LabResult, page: string): string {
  return `${page}#/collect?r=${resultCode(result)}`;
}

/** Which figures there are, and in which order. */
const version = '1';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray percent sign: the text as it stands then fails as no network of that name.
    return part;
  }
}
