import { Trans, useLingui } from '@lingui/react/macro';
import type { Popup } from '../ui/PopupButton';
import { Sheet } from '../ui/Sheet';
import { BarLinks } from './BarLinks';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { PageList } from './PageList';
import { chapters, labPages, teachPages } from './pages';
import { ThemeSwitch } from './ThemeSwitch';

/** The one menu of a narrow window: all pages, language and theme. */
export function MenuSheet(popup: Popup) {
  const { t } = useLingui();
  return (
    <Sheet {...popup} label={t`Menu`} placement="bottom end">
      <EveryPage
        onFollow={() => {
          popup.onOpenChange(false);
        }}
      />
      <div className={styles.settings}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </Sheet>
  );
}

/** Links to all pages, grouped. */
function EveryPage({ onFollow }: { readonly onFollow: () => void }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Pages`} className={styles.stack}>
      <p className={styles.groupName}>
        <Trans>Learn</Trans>
      </p>
      <PageList pages={chapters} isNumbered onFollow={onFollow} />
      <p className={styles.groupName}>
        <Trans>Run</Trans>
      </p>
      <PageList pages={labPages} onFollow={onFollow} />
      <p className={styles.groupName}>
        <Trans>Teach</Trans>
      </p>
      <PageList pages={teachPages} onFollow={onFollow} />
      <BarLinks onFollow={onFollow} />
    </nav>
  );
}
