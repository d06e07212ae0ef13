/**
 * The outcome of something that may fail for a reason the person can fix: a value, not an exception. The error is a
 * sentence, or a code with details if the page has to say it in two languages.
 */
export type Result<T, E = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The successful outcome. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The failed outcome. A sentence reads `where: what (got, wanted)`: lower case, no full stop. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
