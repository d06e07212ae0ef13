import { useLayoutEffect, useRef, type ReactNode } from 'react';
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
  // The latest handler behind a lasting one: a button whose action knows the sliders is not rendered again at each step.
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
