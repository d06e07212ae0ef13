import { Button } from 'react-aria-components';
import { Icon, type IconName } from '../../ui/Icon';
import { Spoken } from '../../ui/Spoken';
import styles from './Stage.module.css';

type CornerButtonProps = {
  readonly icon: IconName;
  /** What it does, and its key. */
  readonly label: string;
  readonly isPressed: boolean;
  readonly onPress: () => void;
};

/** A toggle button in the corner of the picture, as an icon. */
export function CornerButton({ icon, label, isPressed, onPress }: CornerButtonProps) {
  return (
    <span title={label}>
      <Button className={styles.cornerButton} aria-pressed={isPressed} onPress={onPress} data-command>
        <Icon name={icon} />
        <Spoken>{label}</Spoken>
      </Button>
    </span>
  );
}
