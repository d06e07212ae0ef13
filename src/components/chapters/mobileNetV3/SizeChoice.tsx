import { useLingui } from '@lingui/react/macro';
import { mobileNetV3Family } from '../../../nets/explorables/mobileNetFamilies';
import { ParameterControl } from '../../explain/exploration/ParameterControl';
import type { Exploration } from '../../explain/exploration/useExploration';

/** MobileNet V3 as the page has it set. */
export type Family = Exploration<'size' | 'width' | 'resolution'>;

/** The size of the network, wherever the page reads numbers from it; all places share one state. */
export function SizeChoice({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  return (
    <ParameterControl
      name="size"
      parameter={mobileNetV3Family.knobs.size}
      text={{ label: t`Network`, choices: sizeNames }}
      values={family.values}
      onChoose={family.choose}
    />
  );
}

export const sizeNames = { large: 'V3-Large', small: 'V3-Small' } as const;

/** What the paper calls the network of the chosen size. */
export function sizeName(family: Family): string {
  return family.values['size'] === 'small' ? sizeNames.small : sizeNames.large;
}
