import { parseAsString } from 'nuqs';
import { currentConnection } from '../../../run/weights/connection';
import { oneOf, onOrOff } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';

const backendChoices = ['auto', 'webgpu', 'wasm'] as const;

/** The live page's choices in the address, with their defaults. */
const address = {
  /** As `runnableName` writes it; null for the first network of the index. */
  net: parseAsString,
  backend: oneOf(backendChoices).withDefault('auto'),
  mirror: onOrOff.withDefault(false),
  repeat: onOrOff.withDefault(false),
  /** Whether kernels may compute with 16-bit numbers. */
  half: onOrOff.withDefault(false),
  /** Whether kernels are tuned on a software adapter too. */
  tune: onOrOff.withDefault(false),
  smooth: onOrOff.withDefault(false),
  /** Whether feature maps show below the answer, where there is room: they take a look inside now and then. */
  maps: onOrOff.withDefault(!currentConnection().savesData),
};

export function useLiveChoices() {
  return useAddress(address);
}
