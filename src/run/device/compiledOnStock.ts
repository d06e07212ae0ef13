import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { CompiledNetwork, MissingKernel } from './executor';

/** The network on stock tfjs, which has a kernel for every op, marked with the one that the backend's own kernels lack. */
export async function compiledOnStock(
  missingKernel: MissingKernel,
  compile: () => Promise<Result<CompiledNetwork, RunError>>,
): Promise<Result<CompiledNetwork, RunError>> {
  const network = await compile();
  return network.ok ? success({ ...network.value, missingKernel }) : network;
}
