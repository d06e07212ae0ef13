/** A mutant that no test can notice, by its file and its changed line, and why. */
export interface Equivalent {
  readonly path: string;
  /** The changed line, without the spaces around it. */
  readonly line: string;
  readonly why: string;
}

/** Survivors that do what the original does wherever anybody looks. */
export const equivalents: readonly Equivalent[] = [];
