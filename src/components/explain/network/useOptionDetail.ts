import { useLingui } from '@lingui/react/macro';
import type { NamedNetwork } from '../../../nets/models/networkName';
import { listText } from '../../ui/numberText';
import { useOptionTexts } from './useOptionTexts';

/** The options of a network in words: `2×, 512 px, groups 8`; its width and resolution always, of the others what is no default. */
export function useOptionDetail(): (network: NamedNetwork) => string {
  const { i18n } = useLingui();
  const textOf = useOptionTexts();
  return ({ model, choice }) => {
    const texts = Object.entries(model.options).flatMap(([name, option]) => {
      const value = choice[name] ?? option.default;
      const { label, unit, choices } = textOf(name);
      if (option.role === 'width') return [`${String(value)}×`];
      if (name === 'resolution') return [`${String(value)} px`];
      if (value === option.default) return [];
      return [`${label} ${choices?.[String(value)] ?? String(value)}${unit === undefined ? '' : ` ${unit}`}`];
    });
    return listText(texts, i18n.locale);
  };
}
