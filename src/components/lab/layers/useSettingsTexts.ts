import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { networkOfName, networkTitle } from '../../../nets/models/networkName';
import type { LayersSettings } from '../../../lab/layers/layersResult';
import { useBackendNames } from '../../running/network/useBackendNames';
import { useMethodNames } from './useMethodNames';

/** A network and the settings of its measurement, as the page's controls call them. */
export function useSettingsTexts(): (network: string, settings: LayersSettings) => readonly string[] {
  const { t } = useLingui();
  const methods = useMethodNames();
  const backends = useBackendNames();
  return (network, { backend, method, rounds }) => [
    titleOf(network),
    backends[backend],
    methods[method],
    t`${plural(rounds, { one: '# round', other: '# rounds' })}`,
  ];
}

/** A title leaves out options, so they follow: `MobileNet V2 0.5x (width=0.5, resolution=192)`. */
function titleOf(name: string): string {
  const named = networkOfName(name);
  if (!named.ok) return name;
  const [, ...options] = name.split(':');
  const title = networkTitle(named.value);
  return options.length === 0 ? title : `${title} (${options.join(', ')})`;
}
