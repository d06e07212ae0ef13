import { Button } from 'react-aria-components';
import { Icon, type IconName } from './Icon';
import styles from './IconButton.module.css';

type IconButtonProps = {
  readonly icon: IconName;
  /** Its accessible name. */
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
};

/** A quiet button that is one icon, where its place says what it acts on. */
export function IconButton({ icon, label, onPress, isDisabled = false }: IconButtonProps) {
  return (
    <Button className={styles.button} aria-label={label} isDisabled={isDisabled} onPress={onPress} data-command>
      <Icon name={icon} />
    </Button>
  );
}
