import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { networkMisfit } from '../../nets/models/networkName';
import type { Legal } from '../../nets/parameter';

/** Why a name that is refused names no network, as a sentence of the page. */
export function networkFault(name: string): MessageDescriptor {
  const misfit = networkMisfit(name);
  switch (misfit?.kind) {
    case 'noSuchNetwork':
      return msg`network: no such network (got ${misfit.id})`;
    case 'noValue':
      return msg`network: an option without a value (got ${misfit.part}, wanted name=value)`;
    case 'option': {
      const { misfit: option } = misfit;
      return option.kind === 'noSuchParameter'
        ? msg`network: ${misfit.network} has no such option (got ${option.name}, wanted ${option.known.join(', ')})`
        : msg`network: ${option.name} of ${misfit.network} has no such value (got ${option.got}, wanted ${legalValues(option.legal)})`;
    }
    case 'impossible':
    case undefined:
      return msg`network: none can be built with these options (got ${name})`;
  }
}

/** Values without words: `0.25, 0.5, 1`, or `32–512`. */
function legalValues(legal: Legal): string {
  return legal.kind === 'values' ? legal.values.join(', ') : `${String(legal.minimum)}–${String(legal.maximum)}`;
}
