import { expect, test } from 'vitest';
import { i18n } from '@lingui/core';
import { settingText } from './settingText';

i18n.loadAndActivate({ locale: 'en', messages: {} });

test.each([
  ['mean', '0.5,0.5', 'The mean of red, green and blue cannot be 0.5,0.5.'],
  ['epsilon', '-1', 'The epsilon of batch norm cannot be -1.'],
  ['resolution', 'big', 'The resolution cannot be big.'],
])('%s of %s is refused by its name on the card, with what was written', (setting, got, title) => {
  const text = settingText({ code: 'badSetting', setting, got, detail: `${setting}: wrong` });
  expect(i18n._(text.title)).toBe(title);
});

test('a setting without words of its own is refused with the reason', () => {
  const { advice } = settingText({ code: 'badSetting', setting: 'groups', got: '7', detail: 'groups: no such value' });
  expect(i18n._(advice)).toContain('groups: no such value');
});
