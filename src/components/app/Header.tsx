import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../ui/Icon';
import { chapters, labPages, pages } from './pages';
import { ChapterList } from './ChapterList';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { appName } from './appName';
import { Mark } from './Mark';
import { PopupButton } from './PopupButton';
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
        <LabLink />
        {chapters.length === 0 ? null : <ExploreMenu />}
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
      {labPages.length < 2 ? null : (
        <p className={styles.groupName}>
          <Trans>Lab</Trans>
        </p>
      )}
      <BarLinks place="lab" onFollow={onFollow} />
      {chapters.length === 0 ? null : (
        <p className={styles.groupName}>
          <Trans>Explore</Trans>
        </p>
      )}
      <ChapterList onFollow={onFollow} />
      <BarLinks onFollow={onFollow} />
    </nav>
  );
}

/** Links to the pages at a place in the navigation. */
function BarLinks({ place = 'bar', onFollow }: { readonly place?: 'bar' | 'lab'; readonly onFollow?: () => void }) {
  const { i18n } = useLingui();
  return pages
    .filter((page) => page.place === place)
    .map((page) => (
      <NavLink
        key={page.path}
        to={page.path}
        end
        className={styles.link}
        {...(onFollow === undefined ? {} : { onClick: onFollow })}
      >
        {i18n._(page.title)}
      </NavLink>
    ));
}

/** Links to the lab's first page, which links to the others. */
function LabLink() {
  const { pathname } = useLocation();
  const isInside = labPages.some(({ path }) => path === pathname);
  return (
    <Link
      to="/"
      className={`${styles.link} ${isInside ? styles.inside : ''}`}
      {...(pathname === '/' ? { 'aria-current': 'page' } : {})}
    >
      <Trans>Lab</Trans>
    </Link>
  );
}

function ExploreMenu() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const isInside = chapters.some(({ path }) => path === pathname);
  return (
    <PopupButton
      className={`${styles.link} ${isInside ? styles.inside : ''}`}
      opens="dialog"
      load={loadSheet}
      popup={(Sheet, popup) => (
        <Sheet {...popup} label={t`Explore`} placement="bottom start">
          <ChapterList
            onFollow={() => {
              popup.onOpenChange(false);
            }}
          />
        </Sheet>
      )}
    >
      {() => (
        <>
          <Trans>Explore</Trans>
          <Icon name="chevronDown" />
        </>
      )}
    </PopupButton>
  );
}

async function loadSheet() {
  return (await import('./Sheet')).Sheet;
}
