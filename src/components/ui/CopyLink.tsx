import { useLingui } from '@lingui/react/macro';
import { unembeddedAddress } from './embedding';
import { CopyText } from './CopyText';
import { placeLink } from './placeLink';

type CopyLinkProps = {
  readonly look?: 'plain' | 'quiet';
  /** The `id` of the section or figure that the link arrives at; without one, at the top of the page. */
  readonly place?: string;
};

/** Copies the page's address, which holds every choice. */
export function CopyLink({ look = 'plain', place }: CopyLinkProps) {
  const { t } = useLingui();
  return (
    <CopyText
      look={look}
      label={t`Copy link`}
      text={() => unembeddedAddress(placeLink(place))}
      copied={t`The link is on the clipboard.`}
      refused={t`The browser does not allow copying here. Copy this address:`}
      fieldLabel={t`Address of this page`}
    />
  );
}
