import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../ui/Icon';
import { chapters, labPages, pages, type Page } from './pages';
import { PageList } from './PageList';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { appName } from './appName';
import { Mark } from './Mark';
import { PopupButton } from '../ui/PopupButton';
import { ThemeSwitch } from './ThemeSwitch';

/** Name, navigation, language and theme; below 720 px one button opens everything but the name. */
export function Header({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <header className={styles.header}>
      <Button className={styles.skip} onPress={onSkip}>
        <Trans>Skip to the content</Trans>
      </Button>
      <div className={styles.inner}>
        <Link to="/" className={styles.name}>
          <Mark />
          <span translate="no">{appName}</span>
        </Link>
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
        <BarLinks />
      </nav>
      <div className={styles.settings}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </div>
  );
}

function NarrowNavigation() {
  const { t } = useLingui();
  return (
    <div className={styles.narrow}>
      <PopupButton
        className={styles.menuButton}
        opens="dialog"
        load={loadSheet}
        popup={(Sheet, popup) => (
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
        )}
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
      <BarLinks onFollow={onFollow} />
    </nav>
  );
}

/** Links to the pages that stand in the bar alone. */
function BarLinks({ onFollow }: { readonly onFollow?: () => void }) {
  const { i18n } = useLingui();
  return pages
    .filter(({ place }) => place === 'bar')
    .map(({ path, title, shortTitle = title }) => (
      <NavLink
        key={path}
        to={path}
        end
        className={styles.link}
        {...(onFollow === undefined ? {} : { onClick: onFollow })}
      >
        {i18n._(shortTitle)}
      </NavLink>
    ));
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
      load={loadSheet}
      popup={(Sheet, popup) => (
        <Sheet {...popup} label={name} placement="bottom start">
          <PageList
            pages={listed}
            isNumbered={isNumbered}
            onFollow={() => {
              popup.onOpenChange(false);
            }}
          />
        </Sheet>
      )}
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

async function loadSheet() {
  return (await import('../ui/Sheet')).Sheet;
}
