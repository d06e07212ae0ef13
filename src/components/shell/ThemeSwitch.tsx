import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { themes, useStore, type Theme } from '../../store';
import { Icon } from '../controls/Icon';
import styles from './Setting.module.css';

const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** Light, dark, or whatever the system says. */
export function ThemeSwitch() {
  const { t } = useLingui();
  const theme = useStore((state) => state.theme);
  const chooseTheme = useStore((state) => state.chooseTheme);
  const names: Readonly<Record<Theme, string>> = { system: t`As the system`, light: t`Light`, dark: t`Dark` };

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <MenuTrigger>
      <Button className={styles['button'] ?? ''} aria-label={t`Theme: ${names[theme]}`}>
        <Icon name={themeIcons[theme]} />
        <Icon name="chevronDown" />
      </Button>
      <Popover className={styles['popover'] ?? ''}>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={t`Theme`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onAction={(key) => {
            const chosen = themes.find((candidate) => candidate === key);
            if (chosen !== undefined) chooseTheme(chosen);
          }}
        >
          {themes.map((candidate) => (
            <MenuItem key={candidate} id={candidate} className={styles['item'] ?? ''}>
              {names[candidate]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
