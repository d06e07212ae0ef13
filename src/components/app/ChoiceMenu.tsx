import type { ReactNode } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import styles from './ChoiceMenu.module.css';
import type { Popup } from '../ui/PopupButton';

export type ChoiceMenuProps = Popup & {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly content?: ReactNode }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

/** A menu to choose one of a few values, opened by a button in the header. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { trigger, isOpen, onOpenChange, label, choices, chosen, onChoose } = props;
  return (
    <Popover className={styles.popover} triggerRef={trigger} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Menu
        className={styles.menu}
        aria-label={label}
        autoFocus="first"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onAction={(key) => {
          onChoose(String(key));
        }}
        onClose={() => {
          onOpenChange(false);
        }}
      >
        {choices.map(({ id, name, content }) => (
          <MenuItem key={id} id={id} textValue={name} className={styles.item}>
            {content ?? name}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
