import { useLingui } from '@lingui/react/macro';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { platforms, usePlatform } from './usePlatform';

/** Switches all measurements on the page between the paper's two devices. */
export function PlatformChoice() {
  const { t } = useLingui();
  const [platform, choose] = usePlatform();
  const names = { gpu: t`GPU (GTX 1080 Ti)`, arm: t`ARM (Snapdragon 810)` } as const;
  return (
    <ChoiceControl
      label={t`Measured on`}
      options={platforms.map((value) => ({ value, label: names[value] }))}
      value={platform}
      onChange={choose}
    />
  );
}
