import { expect, test } from 'vitest';
import { embedSnippet } from './embedSnippet';

test('the snippet is a frame with a name, a script for its height, and a plain link', () => {
  expect(
    embedSnippet({
      address: 'https://school.example/?embed&lang=en#/squeezenet',
      page: 'https://school.example/#/squeezenet',
      title: 'The Fire module · Featherweight',
    }),
  ).toMatchInlineSnapshot(`
    "<iframe src="https://school.example/?embed&amp;lang=en#/squeezenet" title="The Fire module · Featherweight" width="100%" height="640" loading="lazy" allow="camera; fullscreen; clipboard-write; cross-origin-isolated" style="border: 0"></iframe>
    <script>
    addEventListener('message', ({ data, source }) => {
      if (data?.source !== 'featherweight' || data.kind !== 'height') return;
      for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.px;
    });
    </script>
    <p><a href="https://school.example/#/squeezenet">The Fire module · Featherweight</a></p>
    "
  `);
});

test('no title can end the attribute or the link that it stands in', () => {
  const title = '"><script>alert(1)</script>';
  const snippet = embedSnippet({ address: 'https://a.example/', page: 'https://a.example/', title });
  expect(snippet).not.toContain('<script>alert');
  expect(snippet.split('<script>').length).toBe(2);
});
