import { useLingui } from '@lingui/react/macro';
import { Switch } from '../../ui/Switch';
import type { Exploration } from '../exploration/useExploration';

/** Puts the values of a trained network in the place of the diagram. */
export function DataSwitch({ exploration: { view, changeView } }: { readonly exploration: Exploration }) {
  const { t } = useLingui();
  return (
    <Switch
      label={t`With data`}
      isOn={view.withData}
      onChange={(withData) => {
        changeView({ withData });
      }}
    />
  );
}
