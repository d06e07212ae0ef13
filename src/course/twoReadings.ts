import { plainText } from './plainText';

/**
 * The two counts that a text means to two readers: `150,0000` is 150 with a decimal comma, and 150 万 in groups of four;
 * `1.5MACs` is 1.5 multiply-adds, and 1.5 M with letters missing. Undefined where it means one.
 */
export function twoReadings(text: string): readonly [number, number] | undefined {
  const plain = plainText(text);
  const [, head, tail] = /^(\d{1,4}),(\d{4})$/.exec(plain) ?? [];
  if (head !== undefined && tail !== undefined && Number(head) > 0)
    return [Number(`${head}.${tail}`), Number(`${head}${tail}`)];
  const [, digits] = /^(\d{1,3}(?:\.\d+)?)macs?$/.exec(plain) ?? [];
  return digits === undefined ? undefined : [Number(digits), Number(`${digits}e6`)];
}
