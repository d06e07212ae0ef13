import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { NetworkPart } from '../../nets/readings/networkParts';
import { shapeLabel } from '../../viz/diagram/shapeLabel';
import { listText } from '../ui/numberText';

/** One line on a part, or on the parts of a stage: from which map to which, how wide inside, what is added. */
export function usePartSummary(): (parts: readonly NetworkPart[]) => string {
  const { i18n, t } = useLingui();
  return (parts) => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) return '';
    const maps = `${shapeLabel(first.input)} → ${shapeLabel(last.output)}`;
    if (first !== last) {
      const count = plural(parts.length, { one: '# part', other: '# parts' });
      return listText([maps, count], i18n.locale);
    }
    const { inner, shortcut } = first;
    const facts = [
      inner === undefined ? [] : t`${inner.channels} channels inside`,
      inner !== undefined && inner.from > inner.to ? t`stride 2` : [],
      shortcut === 'identity' ? t`the input is added` : [],
      shortcut === 'projection' ? t`the input is added through a 1×1 convolution` : [],
    ].flat();
    return listText([maps, ...facts], i18n.locale);
  };
}
