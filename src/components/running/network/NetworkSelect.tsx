import { useLingui } from '@lingui/react/macro';
import type { Manifest } from '../../../run/weights/manifest';
import type { Runnable } from '../../../lab/networks/runnable';
import { Select } from '../../ui/Select';
import { useNetworkOptions } from './useNetworkOptions';

type NetworkSelectProps = {
  readonly label: string;
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly chosen: Runnable | null;
  readonly onChoose: (wanted: Runnable) => void;
};

/** The choice of one network, as a button that opens the list. */
export function NetworkSelect({ label, trained, chosen, onChoose }: NetworkSelectProps) {
  const { t } = useLingui();
  const { options, value, note, networkOf } = useNetworkOptions(trained, chosen);
  return (
    <Select
      label={label}
      note={note}
      options={options}
      value={value}
      placeholder={t`Looking for networks`}
      isDisabled={chosen === null && trained.length === 0}
      onChange={(name) => {
        const wanted = networkOf(name);
        if (wanted !== null) onChoose(wanted);
      }}
    />
  );
}
