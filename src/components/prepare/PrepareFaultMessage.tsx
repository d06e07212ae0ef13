import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrepareFault } from '../../run/prepare/prepareFault';
import { RunErrorMessage } from '../running/faults/RunErrorMessage';
import { Message } from '../ui/Message';
import { bytesText } from '../ui/numberText';

/** What went wrong, and the way out. What is kept stays; the button above goes on with the rest. */
export function PrepareFaultMessage({ fault }: { readonly fault: PrepareFault }) {
  if (fault.reason === 'notFetched') return <RunErrorMessage error={fault.error} />;
  return (
    <Message tone="error" title={<Title fault={fault} />}>
      <Advice reason={fault.reason} />
    </Message>
  );
}

type OwnFault = Exclude<PrepareFault, { reason: 'notFetched' }>;

function Title({ fault }: { readonly fault: OwnFault }): ReactNode {
  const { i18n } = useLingui();
  switch (fault.reason) {
    case 'insecure':
      return <Trans>The browser keeps nothing of this address.</Trans>;
    case 'refused':
      return <Trans>The browser keeps nothing of this site.</Trans>;
    case 'noRoom': {
      const [needed, left] = [bytesText(fault.neededBytes, i18n.locale), bytesText(fault.leftBytes, i18n.locale)];
      return (
        <Trans>
          There is no room for {needed}: the browser gives this site {left} more.
        </Trans>
      );
    }
    case 'notStored':
      return <Trans>A file arrived, but the browser did not store it.</Trans>;
    case 'appIncomplete':
      return <Trans>Not all files of the app arrived.</Trans>;
  }
}

function Advice({ reason }: { readonly reason: OwnFault['reason'] }): ReactNode {
  switch (reason) {
    case 'insecure':
      return (
        <Trans>
          Browsers keep pages only if they come over https or from localhost. Open the app at such an address, or hand
          out the one-file version on a stick, which needs no network.
        </Trans>
      );
    case 'refused':
      return (
        <Trans>
          Leave the private window, allow site data for this address in the browser’s settings, and press again.
        </Trans>
      );
    case 'noRoom':
    case 'notStored':
      return (
        <Trans>Make room on the disk or erase the data of other sites, then press again: what is kept stays.</Trans>
      );
    case 'appIncomplete':
      return (
        <Trans>
          Check the connection and press again. If a new version has just been published, reload the page first.
        </Trans>
      );
  }
}
