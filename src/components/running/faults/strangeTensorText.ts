import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RunError } from '../../../run/errors/runError';

type StrangeTensor = Extract<RunError, { code: 'weightsOfAnotherNetwork' }>;

/** Why weights do not fit a network. */
export function strangeTensorTitle({ wanted, got }: StrangeTensor): MessageDescriptor {
  if (got === null) return msg`These weights belong to another network: they lack some of this one’s.`;
  if (wanted === null) return msg`These weights belong to another network: they are more than this one has.`;
  return msg`These weights belong to another network: they are of other sizes.`;
}

/** The first tensor that does not fit, in English. */
export function strangeTensorDetails({ tensor, wanted, got }: StrangeTensor): string {
  return `${tensor} (got ${got?.join(' × ') ?? 'nothing'}, wanted ${wanted?.join(' × ') ?? 'nothing'})`;
}
