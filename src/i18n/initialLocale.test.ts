import { describe, expect, it } from 'vitest';
import { initialLocale } from './initialLocale';
import { localeOf } from './locale';

const nothing = { search: '', stored: null, languages: [] };

describe('initialLocale', () => {
  it('prefers the language in the address to everything else', () => {
    expect(initialLocale({ search: '?net=xception&lang=zh', stored: 'en', languages: ['en-GB'] })).toBe('zh');
  });

  it('prefers the stored language to the browser languages', () => {
    expect(initialLocale({ search: '', stored: 'en', languages: ['zh-CN'] })).toBe('en');
  });

  it('chooses the first browser language that the interface has', () => {
    expect(initialLocale({ ...nothing, languages: ['fr-FR', 'zh-Hans-CN', 'en'] })).toBe('zh');
  });

  it('skips unsupported languages', () => {
    expect(initialLocale({ search: '?lang=tlh', stored: 'xx', languages: ['zh'] })).toBe('zh');
  });

  it('falls back to English', () => {
    expect(initialLocale(nothing)).toBe('en');
  });
});

describe('localeOf', () => {
  it('ignores region, script and case', () => {
    expect(['zh_TW', 'ZH', 'en-US'].map(localeOf)).toEqual(['zh', 'zh', 'en']);
  });

  it('does not match a language that only starts with the same letters', () => {
    expect(localeOf('eng')).toBeUndefined();
  });
});
