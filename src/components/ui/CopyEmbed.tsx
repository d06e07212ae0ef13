import { useLingui } from '@lingui/react/macro';
import { embedAddress, unembeddedAddress } from './embedding';
import { embedSnippet } from './embedSnippet';
import { CopyText } from './CopyText';
import { placeLink } from './placeLink';

type CopyEmbedProps = {
  /** The one figure to show; the whole page without it. */
  readonly figure?: { readonly name: string; readonly place: string; readonly title: string };
};

/** Copies the HTML that shows this page, or one figure of it, inside another page, in the language and theme of now. */
export function CopyEmbed({ figure }: CopyEmbedProps) {
  const { t, i18n } = useLingui();
  const snippet = (): string => {
    // What has a frame of its own may not embed the frame.
    const page = unembeddedAddress(placeLink(figure?.place));
    const look = { figure: figure?.name ?? null, theme: shownTheme(), lang: i18n.locale };
    const title = figure === undefined ? document.title : `${figure.title} · ${document.title}`;
    return embedSnippet({ page, address: embedAddress(placeLink(undefined, page), look), title });
  };
  return (
    <CopyText
      look="quiet"
      icon="embed"
      label={t`Embed`}
      text={snippet}
      copied={t`The HTML for your page is on the clipboard.`}
      refused={t`The browser does not allow copying here. Copy this HTML:`}
      fieldLabel={t`HTML for your page`}
    />
  );
}

/** What the reader sees, chosen or the system's: the frame is to look the same. */
function shownTheme(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
