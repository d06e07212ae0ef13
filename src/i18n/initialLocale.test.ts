import { describe, expect, it } from 'vitest';
import { initialLocale } from './initialLocale';
import { localeOf } from './locale';

const nothing = { search: '', stored: null, languages: [] };

describe('initialLocale', () => {
  it('takes the language in the address before everything else', () => {
    expect(initialLocale({ search: '?net=xception&lang=zh', stored: 'en', languages: ['en-GB'] })).toBe('zh');
  });

  it('takes the stored language before the browser languages', () => {
    expect(initialLocale({ search: '', stored: 'en', languages: ['zh-CN'] })).toBe('en');
  });

  it('takes the first browser language that the interface speaks', () => {
    expect(initialLocale({ ...nothing, languages: ['fr-FR', 'zh-Hans-CN', 'en'] })).toBe('zh');
  });

  it('passes over a language it does not know', () => {
    expect(initialLocale({ search: '?lang=tlh', stored: 'xx', languages: ['zh'] })).toBe('zh');
  });

  it('ends at English', () => {
    expect(initialLocale(nothing)).toBe('en');
  });
});

describe('localeOf', () => {
  it('ignores region, script and case', () => {
    expect(['zh_TW', 'ZH', 'en-US'].map(localeOf)).toEqual(['zh', 'zh', 'en']);
  });

  it('does not match a language that merely starts alike', () => {
    expect(localeOf('eng')).toBeUndefined();
  });
});
