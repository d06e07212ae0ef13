import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';

/** The paper's two devices: one GTX 1080 Ti, or one thread of a Snapdragon 810. */
export const platforms = ['gpu', 'arm'] as const;
export type Platform = (typeof platforms)[number];

/** The platform whose measurements the page shows, in the address as `on`. */
export function usePlatform(): readonly [Platform, (platform: Platform) => void] {
  const [platform, choose] = useAddressValue('on', oneOf(platforms).withDefault('gpu'));
  return [
    platform,
    (wanted) => {
      void choose(wanted);
    },
  ];
}
