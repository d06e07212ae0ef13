import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { Button } from '../ui/Button';
import { CopyEmbed } from '../ui/CopyEmbed';
import { CopyLink } from '../ui/CopyLink';
import { PageLink } from '../ui/PageLink';
import { placeLink } from '../ui/placeLink';
import type { Popup } from '../ui/PopupButton';
import { QrPicture } from '../ui/QrPicture';
import { Sheet } from '../ui/Sheet';
import { chapters, presentKeyOf } from './pages';
import { present } from './present';
import styles from './ShareSheet.module.css';

/** The page in the very state that it is in, for others: as a link and as a code. */
export function ShareSheet(popup: Popup) {
  const { t } = useLingui();
  return (
    <Sheet {...popup} label={t`Share this page`} placement="bottom end">
      <SharedPage />
      <TaskLink
        onFollow={() => {
          popup.onOpenChange(false);
        }}
      />
      <PresentButton
        onPress={() => {
          popup.onOpenChange(false);
        }}
      />
      <WorksheetLink
        onPress={() => {
          popup.onOpenChange(false);
        }}
      />
    </Sheet>
  );
}

/** Shows the page on a projector, where its figures allow that. */
function PresentButton({ onPress }: { readonly onPress: () => void }) {
  const { pathname } = useLocation();
  const key = presentKeyOf(pathname);
  if (pathname === '/live') return <LiveKeys />;
  if (pathname === '/xray') return <XrayKeys />;
  if (key === undefined) return null;
  return (
    <div className={styles.present}>
      <Button
        icon="play"
        onPress={() => {
          onPress();
          present();
        }}
      >
        <Trans>Present</Trans>
      </Button>
      <kbd className={styles.says}>{key.toUpperCase()}</kbd>
    </div>
  );
}

/** Live has no screens to turn: its picture fills the window, and goes on below what covers it. */
function LiveKeys() {
  return (
    <p className={styles.task}>
      <Trans>
        On a projector: <kbd>F</kbd> fills the window with the picture and its label, <kbd>B</kbd> makes it black,{' '}
        <kbd>Q</kbd> shows this code large.
      </Trans>
    </p>
  );
}

/** X-ray has no screens either: each of its levels fits the window. */
function XrayKeys() {
  return (
    <p className={styles.task}>
      <Trans>
        On a projector: each level fits the window, <kbd>B</kbd> makes it black, <kbd>Q</kbd> shows this code large.
      </Trans>
    </p>
  );
}

/** The sheet of a chapter, with the block as it is on the page. */
function WorksheetLink({ onPress }: { readonly onPress: () => void }) {
  const { pathname } = useLocation();
  if (!chapters.some(({ path }) => path === pathname)) return null;
  const [, query = ''] = window.location.hash.split('?');
  const address = [`/worksheet?chapter=${pathname.slice(1)}`, ...sheetValues(query)].join('&');
  return (
    <p className={styles.task}>
      <PageLink to={address} onClick={onPress}>
        <Trans>Worksheet</Trans>
      </PageLink>
    </p>
  );
}

/** What of a chapter's address its sheet takes: values of blocks, and the block that is chosen in a whole network. */
function sheetValues(query: string): readonly string[] {
  return query.split('&').flatMap((part) => {
    if (!part.includes('.')) return [];
    return [part.startsWith('at=') ? part.replace('at=', 'part=') : part];
  });
}

/** Link and code of the page as it is when they show. */
export function SharedPage() {
  return (
    <div className={styles.shared}>
      <QrPicture text={placeLink(undefined)} />
      <p className={styles.says}>
        <Trans>The code and the link open this page with all that is chosen on it.</Trans>
      </p>
      <CopyLink />
      <CopyEmbed />
    </div>
  );
}

/** Takes the page as it is now to the page that makes a task of it. */
function TaskLink({ onFollow }: { readonly onFollow: () => void }) {
  const { pathname } = useLocation();
  const isOfTeacher = ['/task', '/quiz', '/collect', '/teach'].includes(pathname);
  return isOfTeacher ? null : (
    <p className={styles.task}>
      <Link to={`/task?from=${encodeURIComponent(window.location.hash)}`} onClick={onFollow}>
        <Trans>Make a task of this page</Trans>
      </Link>
    </p>
  );
}
