import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

const backendChoices = ['auto', 'webgpu', 'wasm'] as const;

/** The live page's choices in the address, with their defaults. */
const address = {
  /** As `runnableName` writes it; null for the first network of the index. */
  net: parseAsString,
  backend: parseAsStringLiteral(backendChoices).withDefault('auto'),
  mirror: parseAsBoolean.withDefault(false),
  repeat: parseAsBoolean.withDefault(false),
  /** Whether kernels may compute with 16-bit numbers. */
  half: parseAsBoolean.withDefault(false),
  /** Whether kernels are tuned on a software adapter too. */
  tune: parseAsBoolean.withDefault(false),
  smooth: parseAsBoolean.withDefault(false),
};

export function useLiveChoices() {
  return useQueryStates(address);
}
