import { useLingui } from '@lingui/react/macro';
import { useMemo, useState, type ComponentType, type ReactNode, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import styles from './PopupButton.module.css';

/** What opens beside a button. */
export type Popup = {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

type PopupButtonProps<T extends Popup> = {
  readonly className: string;
  /** What the button says where its content alone does not. */
  readonly label?: string;
  readonly opens: 'menu' | 'dialog';
  /** The module with what opens, which is downloaded when the button is first pointed at, focused or pressed. */
  readonly load: () => Promise<ComponentType<T>>;
  /** Puts what opens on the page. */
  readonly popup: (Loaded: ComponentType<T>, popup: Popup) => ReactNode;
  readonly children: (isOpen: boolean) => ReactNode;
};

/** A button in the header whose popup comes with the first wish for it: menus are a fifth of the app, and rarely used. */
export function PopupButton<T extends Popup>(props: PopupButtonProps<T>) {
  const { className, label, opens, load, popup, children } = props;
  const { t } = useLingui();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const trigger = useMemo(() => ({ current: button }), [button]);
  const [isOpen, setIsOpen] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [loaded, setLoaded] = useState<{ readonly Popup: ComponentType<T> } | null>(null);
  const prepare = (): Promise<boolean> =>
    load().then(
      (Popup) => {
        setLoaded({ Popup });
        return true;
      },
      () => false,
    );
  const open = () => {
    setIsOpen(true);
    void prepare().then((isReady) => {
      setHasFailed(!isReady);
      if (!isReady) setIsOpen(false);
    });
  };
  return (
    <>
      <Button
        ref={setButton}
        className={className}
        aria-haspopup={opens}
        aria-expanded={isOpen}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onHoverStart={() => void prepare()}
        onFocus={() => void prepare()}
        onPress={open}
        onKeyDown={({ key }) => {
          if (opens === 'menu' && (key === 'ArrowDown' || key === 'ArrowUp')) open();
        }}
      >
        {children(isOpen)}
      </Button>
      <span role="status" className={styles.failure}>
        {hasFailed ? t`The menu could not be downloaded. Check the connection.` : ''}
      </span>
      {loaded === null ? null : popup(loaded.Popup, { trigger, isOpen, onOpenChange: setIsOpen })}
    </>
  );
}
