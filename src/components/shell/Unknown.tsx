import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Message } from '../controls/Message';

/** Answers an address that no page has. */
export function Unknown() {
  const { t } = useLingui();
  return (
    <Message tone="note" title={t`There is no page at this address.`}>
      <p>
        <Trans>
          It may have been mistyped. All pages are in the navigation above; <Link to="/">the first page</Link> is a good
          start.
        </Trans>
      </p>
    </Message>
  );
}
