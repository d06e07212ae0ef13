import type { MessageDescriptor } from '@lingui/core';

/** Writes numbers in the reader's language. */
export type NumberWriter = {
  /** Every digit: `7,225,344`. */
  readonly exact: (value: number) => string;
  /** Three digits and a prefix: `7.23 M`. */
  readonly short: (value: number) => string;
  /** With so many decimals: `1.18`. */
  readonly fixed: (value: number, decimals: number) => string;
  /** A share of 1: `96.2%`. */
  readonly percent: (share: number, decimals?: number) => string;
};

/** What a lesson says: a message, or how to write one with computed numbers. */
export type Words = MessageDescriptor | ((write: NumberWriter) => MessageDescriptor);
