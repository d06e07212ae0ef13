import type { LabResult } from './labResult';
import { numberFields } from './numberFields';

/**
 * A result short enough for a QR code: its texts and figures in order, with four significant digits, separated by `~`,
 * which needs no escaping in an address.
 */
export function resultCode(result: LabResult): string {
  // Between other words, a code ends at a quotation mark.
  return resultKey(result).replaceAll("'", '%27');
}

/** The code as the store has it for a key: equal ones mean equal results. It stays as the first versions wrote it. */
export function resultKey({ network, backend, adapter, browser, nickname = '', figures }: LabResult): string {
  const texts = [network, backend, adapter, browser].map((text) =>
    encodeURIComponent(text.replaceAll('~', ' ')).replaceAll('%20', '+').replaceAll('%3A', ':').replaceAll('%2C', ','),
  );
  const numbers = numberFields.map((name) =>
    name === 'dateSeconds' ? figures[name].toString(36) : String(Number(figures[name].toPrecision(4))),
  );
  return [codeVersion, ...texts, ...numbers, ...(nickname === '' ? [] : [`n.${nameText(nickname)}`])].join('~');
}

/** Only characters that end no code between other words. */
function nameText(nickname: string): string {
  return encodeURIComponent(nickname)
    .replace(/[~!'()*.]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** A link to the Collect page that carries one result. `page` is the app's address without hash and query. */
export function resultLink(result: LabResult, page: string): string {
  return `${page}#/collect?r=${resultCode(result)}`;
}

/** Changes with the set of figures or their order. */
export const codeVersion = '1';
