import { useLingui } from '@lingui/react/macro';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useState } from 'react';
import { activate } from '../../i18n/activate';
import { localeNames, localeOf, locales, type Locale } from '../../i18n/locale';
import { Icon } from '../controls/Icon';
import styles from './Setting.module.css';

/** Chooses the language of the interface, and writes it into the address, which can then be passed on. */
export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  const [failed, setFailed] = useState(false);
  const current = localeOf(i18n.locale) ?? 'en';
  const choose = (locale: Locale) => {
    activate(locale).then(
      () => {
        setFailed(false);
        writeLanguage(locale);
      },
      () => {
        setFailed(true);
      },
    );
  };
  return (
    <MenuTrigger>
      <Button className={styles['button'] ?? ''} aria-label={t`Language: ${localeNames[current]}`}>
        <span>{localeNames[current]}</span>
        <Icon name="chevronDown" />
      </Button>
      <span role="status" className={styles['failure']}>
        {failed ? t`The language could not be downloaded. Check the connection.` : ''}
      </span>
      <Popover className={styles['popover'] ?? ''}>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={t`Language`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current]}
          onAction={(key) => {
            const locale = locales.find((candidate) => candidate === key);
            if (locale !== undefined) choose(locale);
          }}
        >
          {locales.map((locale) => (
            <MenuItem key={locale} id={locale} textValue={localeNames[locale]} className={styles['item'] ?? ''}>
              <span lang={locale === 'zh' ? 'zh-Hans' : locale}>{localeNames[locale]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** `?lang=` stands before the hash: it belongs to all pages, and their own state behind the hash is left alone. */
function writeLanguage(locale: Locale): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', locale);
  window.history.replaceState(window.history.state, '', address);
}
