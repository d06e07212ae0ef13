import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Choice } from '../../../nets/parameter';
import type { Setting } from '../../../run/checkpoint/conventions';
import { ConventionControls } from './ConventionControls';

const settings: readonly Setting[] = [
  { name: 'mean', value: '0.485,0.456,0.406', from: 'assumed' },
  { name: 'activation', value: 'relu6', choices: ['relu6', 'relu'], from: 'assumed', isOpen: true },
];

/** What the controls say while `chosen` is set, without markup. */
function textOf(chosen: Choice): string {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  const markup = renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <ConventionControls settings={settings} chosen={chosen} onRun={() => undefined} />
    </I18nProvider>,
  );
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('what is open comes first, says that the file has it not, and offers no run before it is chosen', () => {
  const text = textOf({});
  expect(text).toMatch(/Activation.*not in the file.*What the weights assume.*Mean of red, green, blue.*assumed/);
  expect(text).not.toContain('Run with these settings');
});

test('what is chosen can be run, or taken back', () => {
  expect(textOf({ activation: 'relu' })).toMatch(/Run with these.*As recognised/);
});
