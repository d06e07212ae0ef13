import { useLingui } from '@lingui/react/macro';
import { catalogue } from '../../../nets/models/index';
import type { NamedNetwork } from '../../../nets/models/networkName';
import { defaultsOf } from '../../../nets/parameter';
import { networkLock } from '../../../classroom/locks';
import { useLocks } from '../../ui/address/locks';
import { Select } from '../../ui/Select';

type CatalogueSelectProps = {
  readonly label: string;
  readonly network: NamedNetwork;
  readonly onChoose: (wanted: NamedNetwork) => void;
  /** Where the place shows what it is, the label is for screen readers only. */
  readonly labelled?: 'above' | 'hidden';
};

/** Selects a network of the catalogue, at its defaults. */
export function CatalogueSelect({ label, network, onChoose, labelled = 'above' }: CatalogueSelectProps) {
  const { t } = useLingui();
  const isLocked = useLocks(({ locks }) => 'net' in locks || networkLock('model') in locks);
  const groups = { light: t`Lightweight networks`, baseline: t`Baselines` };
  return (
    <Select
      label={label}
      labelled={labelled}
      note={t`Newest first.`}
      options={(['light', 'baseline'] as const).flatMap((role) =>
        catalogue
          .filter((model) => model.role === role)
          .toSorted((one, other) => other.year - one.year)
          .map(({ id, name, year }) => ({ value: id, label: name, detail: String(year), group: groups[role] })),
      )}
      isDisabled={isLocked}
      value={network.model.id}
      onChange={(id) => {
        const model = catalogue.find((candidate) => candidate.id === id) ?? network.model;
        onChoose({ model, choice: defaultsOf(model.options) });
      }}
    />
  );
}
