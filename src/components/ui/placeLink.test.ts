import { describe, expect, test } from 'vitest';
import { placeLink } from './placeLink';

const app = 'https://example.org/app/?lang=zh';

describe('a link to a place of a page', () => {
  test.each([
    [`${app}#/squeezenet`, `${app}#/squeezenet?at=fire-module`],
    [`${app}#/squeezenet?s=16:e=64&at=forms`, `${app}#/squeezenet?s=16:e=64&at=fire-module`],
    [app, `${app}#/?at=fire-module`],
  ])('keeps what is chosen in %s', (address, link) => {
    expect(placeLink('fire-module', address)).toBe(link);
  });

  test('is one to the whole page without a place', () => {
    expect(placeLink(undefined, `${app}#/squeezenet?at=forms&s=16`)).toBe(`${app}#/squeezenet?s=16`);
    expect(placeLink(undefined, app)).toBe(app);
  });
});
