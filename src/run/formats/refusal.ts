import { failure, success, type Result } from '../../nets/result';

/**
 * Why a file cannot be read, and where.
 *
 * Parsers check hundreds of fields, so inside a parser a refusal travels as an exception and each check stays one line.
 * `readSafely` is the only place that catches it: to everybody outside, a bad file is a value.
 */
class Refusal extends Error {
  constructor(reason: string, place: string) {
    // A name in a bad file can be megabytes long.
    super(`${reason.length > 300 ? `${reason.slice(0, 300)}...` : reason} (${place})`);
  }
}

/** Stops the parser that `readSafely` runs. `place` says where in the file: `byte 12`, `byte 3 of data.pkl`. */
export function refuse(reason: string, place: string): never {
  throw new Refusal(reason, place);
}

/**
 * Runs a parser and turns what it throws into an error value that starts with `where`.
 * Exceptions other than refusals (a library's, an allocation too large for the engine) become one too:
 * whatever the bytes, nothing is thrown.
 */
export function readSafely<T>(where: string, read: () => T): Result<T> {
  try {
    return success(read());
  } catch (thrown) {
    if (thrown instanceof Refusal) return failure(`${where}: ${thrown.message}`);
    return failure(`${where}: unreadable: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
