import { useLingui } from '@lingui/react/macro';
import { mobileNetV3Family } from '../../../nets/explorables/mobileNetFamilies';
import { ParameterControl } from '../../explain/exploration/ParameterControl';
import type { Exploration } from '../../explain/exploration/useExploration';

/** MobileNet V3 at the page's chosen size. */
export type Family = Exploration<'size' | 'width' | 'resolution'>;

/** The size of the network, shared by every place on the page that reads numbers from it. */
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

/** The paper's name for the network of this size. */
export function sizeName(family: Family): string {
  return family.values['size'] === 'small' ? sizeNames.small : sizeNames.large;
}
