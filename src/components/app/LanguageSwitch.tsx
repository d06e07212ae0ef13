import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { activate } from '../../i18n/activate';
import { localeNames, localeOf, locales, type Locale } from '../../i18n/locale';
import { Icon } from '../ui/Icon';
import { PopupButton } from './PopupButton';
import styles from './Setting.module.css';

/** Chooses the interface language, and writes it to the address so that it can be shared. */
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
    <>
      <PopupButton
        className={styles.button}
        label={t`Language: ${localeNames[current]}`}
        opens="menu"
        load={async () => (await import('./ChoiceMenu')).ChoiceMenu}
        popup={(ChoiceMenu, popup) => (
          <ChoiceMenu
            {...popup}
            label={t`Language`}
            choices={locales.map((locale) => ({
              id: locale,
              name: localeNames[locale],
              content: <span lang={locale === 'zh' ? 'zh-Hans' : locale}>{localeNames[locale]}</span>,
            }))}
            chosen={current}
            onChoose={(id) => {
              const locale = locales.find((candidate) => candidate === id);
              if (locale !== undefined) choose(locale);
            }}
          />
        )}
      >
        {() => (
          <>
            <span>{localeNames[current]}</span>
            <Icon name="chevronDown" />
          </>
        )}
      </PopupButton>
      <span role="status" className={styles.failure}>
        {failed ? t`The language could not be downloaded. Check the connection.` : ''}
      </span>
    </>
  );
}

/** Sets `?lang=` before the hash: it applies to all pages, and their own state after the hash is unchanged. */
function writeLanguage(locale: Locale): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', locale);
  window.history.replaceState(window.history.state, '', address);
}
