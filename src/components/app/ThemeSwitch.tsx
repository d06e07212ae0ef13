import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { themes, useStore, type Theme } from '../../store';
import { Icon } from '../ui/Icon';
import { PopupButton } from '../ui/PopupButton';
import styles from './Setting.module.css';

const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** Chooses light, dark, or the system's theme. */
export function ThemeSwitch() {
  const { t } = useLingui();
  const theme = useStore((state) => state.theme);
  const chooseTheme = useStore((state) => state.chooseTheme);
  const names: Readonly<Record<Theme, string>> = { system: t`System`, light: t`Light`, dark: t`Dark` };

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <PopupButton
      className={styles.button}
      label={t`Theme: ${names[theme]}`}
      opens="menu"
      load={async () => (await import('./ChoiceMenu')).ChoiceMenu}
      popup={(ChoiceMenu, popup) => (
        <ChoiceMenu
          {...popup}
          label={t`Theme`}
          choices={themes.map((id) => ({ id, name: names[id] }))}
          chosen={theme}
          onChoose={(id) => {
            const chosen = themes.find((candidate) => candidate === id);
            if (chosen !== undefined) chooseTheme(chosen);
          }}
        />
      )}
    >
      {() => <Icon name={themeIcons[theme]} />}
    </PopupButton>
  );
}
