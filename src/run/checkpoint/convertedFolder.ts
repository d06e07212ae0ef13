import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { Recognised } from './recognise';
import { largestHalf } from '../formats/bytes/half';
import { writeSafetensors } from '../formats/safetensors/safetensors';
import type { Manifest } from '../weights/manifest';
import { orderedTensors } from '../weights/stateDict';
import { weightValues } from '../weights/weightValues';
import { sha256Of, type WeightsFolder } from '../weights/weightsFolder';

/** What the tensors of a checkpoint do not say. */
export type About = Pick<Manifest, 'name' | 'license' | 'source'> & {
  readonly publishedTop1?: number;
  /** A name for each output. */
  readonly labels: readonly string[];
};

/** How many bits a weight has in the file: 16 are float16, 8 are whole numbers with a scale for each output channel. */
export type WeightBits = 8 | 16;

/**
 * A recognised checkpoint as a folder of weights, in 8 bits where that is asked for, else in float16, or in float32 if any
 * value is too large for that. Networks of TensorFlow.js, which were made to run in a browser as they are, keep all digits. Fails
 * with the first value that no network can compute with.
 */
export async function convertedFolder(
  recognised: Recognised,
  about: About,
  bits: WeightBits = 16,
): Promise<Result<WeightsFolder, RunError>> {
  const { model, options, resolution, normalisation, graph, tensors } = recognised;
  const named = orderedTensors(graph, tensors);
  const values = weightValues(named);
  if (!values.ok) return values;
  const isHalf = values.value.largest <= largestHalf && recognised.format !== 'tfjs';
  const bytes = writeSafetensors(named, { dtype: bits === 8 ? 'I8' : isHalf ? 'F16' : 'F32' });
  const { labels, ...described } = about;
  const manifest: Manifest = {
    ...described,
    net: model.id,
    options,
    resolution,
    mean: normalisation.mean,
    std: normalisation.std,
    bytes: bytes.length,
    sha256: await digestOf(bytes),
    accuracy: null,
  };
  return success({ manifest, labels, bytes });
}

/** Empty on pages without a secure context, which have no digest function, and do not check the digest either. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  return 'subtle' in globalThis.crypto ? sha256Of(bytes) : '';
}
