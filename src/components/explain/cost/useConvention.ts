import { oneOfNumbers, onOrOff } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import type { Convention } from '../../../nets/readings/convention';
import { plainConvention } from '../../../nets/readings/convention';

/** The page's counting convention, stored in its query, and a function to change it. It applies to the whole page. */
export function useConvention(): readonly [Convention, (wanted: Convention) => void] {
  const [query, setQuery] = useAddress(parsers);
  const convention: Convention = {
    perMac: query.perMac,
    extras: { bias: query.bias, norm: query.norm, elementwise: query.elementwise },
    normParams: query.normParams,
  };
  const count = ({ perMac, extras, normParams }: Convention): void => {
    void setQuery({ perMac, normParams, ...extras });
  };
  return [convention, count];
}

const parsers = {
  perMac: oneOfNumbers([1, 2]).withDefault(plainConvention.perMac),
  normParams: oneOfNumbers([0, 2, 4]).withDefault(plainConvention.normParams),
  bias: onOrOff.withDefault(plainConvention.extras.bias),
  norm: onOrOff.withDefault(plainConvention.extras.norm),
  elementwise: onOrOff.withDefault(plainConvention.extras.elementwise),
};
