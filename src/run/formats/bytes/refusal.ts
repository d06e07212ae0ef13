import { failure, success, type Result } from '../../../nets/result';

/**
 * Why a file cannot be read, and where.
 *
 * Parsers check hundreds of fields, so inside a parser a refusal is an exception, which keeps each check to one line.
 * Only `readSafely` catches it: outside the parsers, a bad file is an error value.
 */
class Refusal extends Error {
  constructor(reason: string, place: string) {
    super(`${shortened(reason)} (${shortened(place)})`);
  }
}

/** A name in a bad file can be megabytes long. */
export function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}

/** Aborts the parser that `readSafely` runs. `place` is a position in the file: `byte 12`, `byte 3 of data.pkl`. */
export function refuse(reason: string, place: string): never {
  throw new Refusal(reason, place);
}

/**
 * Runs a parser and turns anything it throws into an error whose message starts with `where`: refusals, and also
 * exceptions of libraries and failed allocations. Never throws, whatever the bytes.
 */
export function readSafely<T>(where: string, read: () => T): Result<T> {
  try {
    return success(read());
  } catch (thrown) {
    if (thrown instanceof Refusal) return failure(`${where}: ${thrown.message}`);
    return failure(`${where}: unreadable: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
