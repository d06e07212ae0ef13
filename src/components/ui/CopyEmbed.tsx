import { useLingui } from '@lingui/react/macro';
import { embedAddress, unembeddedAddress } from './embedding';
import { embedSnippet } from './embedSnippet';
import { CopyText } from './CopyText';
import { placeLink } from './placeLink';

type CopyEmbedProps = {
  /** The one figure to show; the whole page without it. */
  readonly figure?: { readonly name: string; readonly place: string; readonly title: string };
  /** Another page of the app in the place of this one. */
  readonly given?: { readonly link: string; readonly title: string };
};

/** Copies the HTML that shows this page, one figure of it, or another page inside a third one, in the language and theme of now. */
export function CopyEmbed({ figure, given }: CopyEmbedProps) {
  const { t, i18n } = useLingui();
  const snippet = (): string => {
    // What has a frame of its own may not embed the frame.
    const page = given?.link ?? unembeddedAddress(placeLink(figure?.place));
    const look = { figure: figure?.name ?? null, theme: shownTheme(), lang: i18n.locale };
    const title = given?.title ?? (figure === undefined ? document.title : `${figure.title} · ${document.title}`);
    const shown = given?.link ?? placeLink(undefined, page);
    return embedSnippet({ page, address: embedAddress(shown, look), title });
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
