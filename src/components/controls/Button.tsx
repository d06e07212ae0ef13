import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './Icon';
import styles from './Button.module.css';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly icon?: IconName;
  /** `primary` at most once in a view; `quiet` has no border. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly isDisabled?: boolean;
  /** For buttons that switch something on and off: spoken as pressed or not. */
  readonly isPressed?: boolean;
};

/** Something to press. */
export function Button({ children, onPress, icon, look = 'plain', isDisabled = false, isPressed }: ButtonProps) {
  return (
    <AriaButton
      className={`${styles['button'] ?? ''} ${styles[look] ?? ''}`}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}
