import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

const backendChoices = ['auto', 'webgpu', 'wasm'] as const;

/** What of the live page is in the address, with what holds when it is not. */
const address = {
  /** Folder of the weights; null for the first of the index. */
  net: parseAsString,
  backend: parseAsStringLiteral(backendChoices).withDefault('auto'),
  /** A file of the person's cannot be in an address: the sample it replaces stays there. */
  source: parseAsStringLiteral(['coffee', 'chelsea', 'camera']).withDefault('coffee'),
  repeat: parseAsBoolean.withDefault(false),
};

export function useLiveChoices() {
  return useQueryStates(address);
}
