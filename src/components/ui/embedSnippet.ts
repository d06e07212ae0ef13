type Snippet = {
  /** The address that shows it in a frame. */
  readonly address: string;
  /** The address of the page on its own, for readers whose page shows no frames. */
  readonly page: string;
  /** What the frame shows, for screen readers and as the text of the link. */
  readonly title: string;
};

/** Makes every frame as high as the app inside it says. Once on a page would do; several do no harm. */
const heightScript = `addEventListener('message', ({ data, source }) => {
  if (data?.source !== 'featherweight' || data.kind !== 'height') return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.px;
});`;

/** The HTML that shows a page or figure of the app inside another page, with a plain link below it. */
export function embedSnippet({ address, page, title }: Snippet): string {
  const frame = `src="${escaped(address)}" title="${escaped(title)}" width="100%" height="640" loading="lazy"`;
  return `<iframe ${frame} allow="camera; fullscreen; clipboard-write; cross-origin-isolated" style="border: 0"></iframe>
<script>
${heightScript}
</script>
<p><a href="${escaped(page)}">${escaped(title)}</a></p>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
