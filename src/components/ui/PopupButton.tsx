import { useLingui } from '@lingui/react/macro';
import { useMemo, useState, type ComponentType, type ReactNode, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import styles from './PopupButton.module.css';

/** The props of a popup that a button opens. */
export type Popup = {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

type PopupButtonProps<T extends Popup> = {
  readonly className: string;
  /** Accessible name, if the content alone does not say enough. */
  readonly label?: string;
  readonly opens: 'menu' | 'dialog';
  /** Imports the popup's component; called when the button is hovered, focused or pressed. */
  readonly load: () => Promise<ComponentType<T>>;
  /** Renders the popup. */
  readonly popup: (Loaded: ComponentType<T>, popup: Popup) => ReactNode;
  readonly children: (isOpen: boolean) => ReactNode;
};

/** A button that loads its popup on demand: menus are a fifth of the app, and rarely used. */
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
