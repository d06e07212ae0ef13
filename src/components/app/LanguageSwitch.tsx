import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { activate } from '../../i18n/activate';
import { localeNames, localeOf, type Locale } from '../../i18n/locale';
import styles from './Setting.module.css';

/** Changes to the other language, named in that language, and writes it to the address so that it can be shared. */
export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  const [failed, setFailed] = useState(false);
  const other: Locale = localeOf(i18n.locale) === 'zh' ? 'en' : 'zh';
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
      <Button
        className={styles.button}
        lang={other === 'zh' ? 'zh-Hans' : other}
        onPress={() => {
          choose(other);
        }}
      >
        {localeNames[other]}
      </Button>
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
