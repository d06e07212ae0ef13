import { useLingui } from '@lingui/react/macro';
import { CopyText } from './CopyText';

/** Copies a link that the page made. */
export function CopyGivenLink({ link }: { readonly link: string }) {
  const { t } = useLingui();
  return (
    <CopyText
      label={t`Copy link`}
      text={() => link}
      copied={t`The link is on the clipboard.`}
      refused={t`The browser does not allow copying here. Copy this address:`}
      fieldLabel={t`Link`}
    />
  );
}
