import { expect, test } from 'vitest';
import { embeddingOf } from './embedding';

test('an address without embed is a page of its own', () => {
  expect(embeddingOf('')).toBeNull();
  expect(embeddingOf('?lang=zh&theme=dark&figure=unit')).toBeNull();
});

test('an embedded page shows all of itself, in the theme of its reader', () => {
  expect(embeddingOf('?embed')).toEqual({ figure: null, theme: null });
  expect(embeddingOf('?embed=1&figure=')).toEqual({ figure: null, theme: null });
});

test('the address may ask for one figure and for a theme that the app has', () => {
  expect(embeddingOf('?embed&lang=zh&figure=shufflenet-v1-unit&theme=dark')).toEqual({
    figure: 'shufflenet-v1-unit',
    theme: 'dark',
  });
  expect(embeddingOf('?embed&theme=sepia')).toEqual({ figure: null, theme: null });
});
