import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './Icon';
import styles from './Button.module.css';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly icon?: IconName;
  /** `primary` at most once per view; `quiet` has no border. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly isDisabled?: boolean;
  /** Makes it a toggle button, announced as pressed or not. */
  readonly isPressed?: boolean;
};

/** A button with an optional icon. */
export function Button({ children, onPress, icon, look = 'plain', isDisabled = false, isPressed }: ButtonProps) {
  // A stable handler calls the latest one, so a button whose action reads the sliders does not render at every step.
  const latest = useRef(onPress);
  useLayoutEffect(() => {
    latest.current = onPress;
  }, [onPress]);
  return (
    <AriaButton
      className={`${styles.button} ${look === 'plain' ? '' : styles[look]}`}
      onPress={() => {
        latest.current();
      }}
      data-command
      isDisabled={isDisabled}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}
