import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { CompiledNetwork, MissingKernel } from './executor';

/**
 * Compiles the network with stock tfjs, which has a kernel for every op, and records the op that the app has no kernel
 * for.
 */
export async function compileOnStock(
  missingKernel: MissingKernel,
  compile: () => Promise<Result<CompiledNetwork, RunError>>,
): Promise<Result<CompiledNetwork, RunError>> {
  const network = await compile();
  return network.ok ? success({ ...network.value, missingKernel }) : network;
}
