import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useLocation } from 'react-router';
import { Icon } from '../ui/Icon';
import { BarLinks } from './BarLinks';
import { chapters, labPages, teachPages, type Page } from './pages';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { appName } from './appName';
import { Mark } from './Mark';
import { PopupButton } from '../ui/PopupButton';
import { ShareButton } from './ShareButton';
import { ThemeSwitch } from './ThemeSwitch';
import { PageLink } from '../ui/PageLink';

/** Name, navigation, language and theme; below 848 px one button opens everything but the name. */
export function Header({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <header className={styles.header}>
      <Button className={styles.skip} onPress={onSkip}>
        <Trans>Skip to the content</Trans>
      </Button>
      <div className={styles.inner}>
        <PageLink to="/" className={styles.name}>
          <Mark />
          <span translate="no">{appName}</span>
        </PageLink>
        <WideNavigation />
        <NarrowNavigation />
      </div>
    </header>
  );
}

function WideNavigation() {
  const { t } = useLingui();
  return (
    <div className={styles.wide}>
      <nav aria-label={t`Pages`} className={styles.nav}>
        <PagesMenu name={t`Learn`} pages={chapters} isNumbered />
        <PagesMenu name={t`Run`} pages={labPages} />
        <PagesMenu name={t`Teach`} pages={teachPages} />
        <BarLinks />
      </nav>
      <div className={styles.settings}>
        <ShareButton />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </div>
  );
}

function NarrowNavigation() {
  return (
    <div className={styles.narrow}>
      <ShareButton />
      <PopupButton
        className={styles.menuButton}
        opens="dialog"
        load={async () => (await import('./MenuSheet')).MenuSheet}
        popup={(MenuSheet, popup) => <MenuSheet {...popup} />}
      >
        {(isOpen) => (
          <>
            <Icon name={isOpen ? 'close' : 'menu'} />
            <Trans>Menu</Trans>
          </>
        )}
      </PopupButton>
    </div>
  );
}

type PagesMenuProps = { readonly name: string; readonly pages: readonly Page[]; readonly isNumbered?: boolean };

/** A button that opens the list of some pages. */
function PagesMenu({ name, pages: listed, isNumbered = false }: PagesMenuProps) {
  const { pathname } = useLocation();
  const isInside = listed.some(({ path }) => path === pathname);
  return (
    <PopupButton
      className={`${styles.link} ${isInside ? styles.inside : ''}`}
      opens="dialog"
      load={async () => (await import('./PagesSheet')).PagesSheet}
      popup={(PagesSheet, popup) => <PagesSheet {...popup} label={name} pages={listed} isNumbered={isNumbered} />}
    >
      {() => (
        <>
          {name}
          <Icon name="chevronDown" />
        </>
      )}
    </PopupButton>
  );
}
