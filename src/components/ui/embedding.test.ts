import { expect, test } from 'vitest';
import { embedAddress, embeddingOf, leavesFrame, unembeddedAddress } from './embedding';

const page = 'https://school.example/app/?lang=en#/shufflenet-v1?unit.groups=3&at=unit';

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

test('the address for a frame keeps what is chosen on the page, and is read back as it was meant', () => {
  const address = embedAddress(page, { figure: 'unit & more', theme: 'dark', lang: 'zh' });
  expect(address).toBe(
    'https://school.example/app/?embed&figure=unit%20%26%20more&lang=zh&theme=dark#/shufflenet-v1?unit.groups=3&at=unit',
  );
  expect(embeddingOf(new URL(address).search)).toEqual({ figure: 'unit & more', theme: 'dark' });
});

test('the way out of the frame is the same page in the same language', () => {
  const address = embedAddress(page, { figure: 'unit', theme: 'dark', lang: 'zh' });
  expect(unembeddedAddress(address)).toBe('https://school.example/app/?lang=zh#/shufflenet-v1?unit.groups=3&at=unit');
});

test('a link leaves the frame unless it leads to the same page or to a file that the page made', () => {
  const leaves = (link: string): boolean => leavesFrame(new URL(link, page).href, page);
  expect(['#/squeezenet', 'https://arxiv.org/abs/1707.01083', '../other/'].map(leaves)).toEqual([true, true, true]);
  expect(['#/shufflenet-v1?at=sources', 'blob:https://school.example/1'].map(leaves)).toEqual([false, false]);
});
