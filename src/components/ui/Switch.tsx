import { use, type ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { LockedContext } from './lockedContext';
import styles from './Switch.module.css';

type SwitchProps = {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
};

/** A switch that takes effect at once. */
export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  const isLocked = use(LockedContext);
  return (
    <SwitchField isSelected={isOn} onChange={onChange} isDisabled={isDisabled || isLocked}>
      <SwitchButton className={styles.root}>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.knob} />
        </span>{' '}
        <span>{label}</span>
      </SwitchButton>
    </SwitchField>
  );
}
