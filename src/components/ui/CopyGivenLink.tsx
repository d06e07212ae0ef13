import { useLingui } from '@lingui/react/macro';
import { CopyText } from './CopyText';

type CopyGivenLinkProps = {
  readonly link: string;
  /** Called when it is copied, or shown to be copied by hand. */
  readonly onCopy?: () => void;
};

/** Copies a link that the page made. */
export function CopyGivenLink({ link, onCopy }: CopyGivenLinkProps) {
  const { t } = useLingui();
  return (
    <CopyText
      label={t`Copy link`}
      text={() => link}
      {...(onCopy === undefined ? {} : { onCopy })}
      copied={t`The link is on the clipboard.`}
      refused={t`The browser does not allow copying here. Copy this address:`}
      fieldLabel={t`Link`}
    />
  );
}
