import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { failure, type Result } from '../../nets/result';
import type { LabResult } from './labResult';
import { numberFields } from './numberFields';
import { parseLabResult } from './parseLabResult';
import { codeVersion } from './resultCode';

/** Parses what `resultCode` writes. */
export function resultOfCode(code: string): Result<LabResult, MessageDescriptor> {
  if (code.length > maxLength) return failure(msg`the code is too long (got ${String(code.length)} characters)`);
  const [bare = '', name] = code.split(/~n\.(?=[A-Za-z0-9_%+-]+$)/);
  const [written, network, backend, adapter, browser, dateSeconds = '', ...numbers] = bare.split('~').map(decoded);
  if (written !== codeVersion)
    return failure(msg`unknown kind of code (got ${String(written).slice(0, 40)}, wanted ${codeVersion})`);
  if (numbers.length > numberFields.length - 1)
    return failure(msg`the code has too many parts (got ${String(numbers.length + 6)})`);
  if (numbers.length < numberFields.length - 1)
    return failure(
      msg`the code is cut short (got ${String(numbers.length + 6)} parts, wanted ${String(numberFields.length + 5)}): copy all of it`,
    );
  // A part that is not written as a number stays text, and is refused with the name of its field.
  const values = [
    /^[0-9a-z]{1,8}$/.test(dateSeconds) ? parseInt(dateSeconds, 36) : dateSeconds,
    ...numbers.map((part) => (/^\d+(\.\d+)?(e-?\d+)?$/.test(part) ? Number(part) : part)),
  ];
  const figures = Object.fromEntries(numberFields.map((name, position) => [name, values[position]]));
  const nickname = name === undefined ? {} : { nickname: decoded(name) };
  return parseLabResult({ network, backend, adapter, browser, ...nickname, figures });
}

/** Characters of a code. Every text of the longest kind, with three for each escaped byte, fits. */
const maxLength = 10_000;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray percent sign: the raw text is refused later, as no network has that name.
    return part;
  }
}
