import { Trans, useLingui } from '@lingui/react/macro';
import type { StorageFault } from '../../../run/storage/openDatabase';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { Sentences } from '../../ui/Sentences';

type StorageNoticeProps = {
  readonly fault: StorageFault | null;
  readonly onRetry: () => void;
  readonly onForget: () => void;
};

/** Why results are not stored or not shown, and the way out. */
export function StorageNotice({ fault, onRetry, onForget }: StorageNoticeProps) {
  const { t } = useLingui();
  if (fault === null) return null;
  const titles = {
    refused: t`This browser stores nothing for this page.`,
    newer: t`The results were stored by a newer version of this app.`,
    held: t`Another tab is using the stored results.`,
    damaged: t`The stored results cannot be read.`,
    full: t`This browser has no room for more results.`,
  };
  const isForgettable = fault.reason === 'damaged' || fault.reason === 'newer';
  return (
    <Message
      tone="warning"
      title={titles[fault.reason]}
      actions={
        <>
          <Button icon="reset" onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
          {isForgettable ? (
            <Button look="quiet" icon="close" onPress={onForget}>
              <Trans>Delete the stored results</Trans>
            </Button>
          ) : null}
        </>
      }
    >
      <Sentences>
        <Advice reason={fault.reason} />
        <Trans>What you add now lasts only as long as this tab: save it as a file before you close it.</Trans>
      </Sentences>
    </Message>
  );
}

function Advice({ reason }: Pick<StorageFault, 'reason'>) {
  switch (reason) {
    case 'refused':
      return <Trans>Leave the private window, or allow site data in the browser’s settings, and try again.</Trans>;
    case 'newer':
      return <Trans>Reload the page to get that version.</Trans>;
    case 'held':
      return <Trans>Close or reload the app’s other tabs, then try again.</Trans>;
    case 'damaged':
      return <Trans>Deleting them makes room for new ones.</Trans>;
    case 'full':
      return <Trans>Remove networks that you no longer need, or results, and try again.</Trans>;
  }
}
