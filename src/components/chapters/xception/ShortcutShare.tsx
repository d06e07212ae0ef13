import { Trans, useLingui } from '@lingui/react/macro';
import { xceptionFlow } from '../../../nets/explorables/xceptionFlow';
import { costOf } from '../../../nets/readings/cost';
import { percentText } from '../../ui/numberText';

/** What the 1×1 on the entry module's shortcut has of the module's params. */
export function ShortcutShare() {
  const { i18n } = useLingui();
  const { layers, params } = costOf(xceptionFlow.graph({ module: 'entry' }));
  const own = layers.filter(({ node }) => node.id.includes('shortcut'));
  const share = percentText(own.reduce((sum, layer) => sum + layer.params, 0) / params, i18n.locale, 0);
  return <Trans>{share}, with its batch norm: a full 1×1 from 128 to 256 channels.</Trans>;
}
