import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messages as chinese } from '../../locales/zh.po';
import { modelById } from '../../nets/models/index';
import { parseChoice } from '../../nets/parameter';
import { published } from '../../nets/papers/published';
import { PublishedFigures } from './PublishedFigures';

const notes = [...new Set(published.flatMap(({ note }) => note ?? []))];

function markupOf(net: string, locale: 'en' | 'zh'): string {
  const i18n = setupI18n({ locale, messages: locale === 'zh' ? { zh: chinese } : { en: {} } });
  const model = modelById(net);
  if (!model.ok) throw new Error(model.error);
  const choice = parseChoice(model.value.options, {});
  if (!choice.ok) throw new Error(choice.error);
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <PublishedFigures network={{ model: model.value, choice: choice.value }} />
    </I18nProvider>,
  );
}

// As for all messages: a translation may be missing while one works, and not in CI.
test.runIf(process.env['CI'] !== undefined)('every note on a published figure has a Chinese translation', () => {
  const i18n = setupI18n({ locale: 'zh', messages: { zh: chinese } });
  expect(notes.length).toBeGreaterThan(35);
  for (const note of notes) expect(i18n._(note), note).toMatch(/\p{Script=Han}/u);
});

test('figures of all sources have one form, to three digits at most', () => {
  // Table 4 of the paper prints 3.4M, 300M and 72.0; torchvision 3504872, 0.301 and 71.878.
  const page = markupOf('mobilenet-v2', 'en');
  for (const text of [
    '72.0% top-1',
    '3.4 M params, 300 M multiply-adds',
    '71.9% top-1, 90.3% top-5',
    '3.50 M params, 301 M multiply-adds',
  ])
    expect(page).toContain(text);
  expect(page).not.toMatch(/\d[MGk]\b/);
  expect(markupOf('vgg16', 'en')).toMatch(/\b15\.\d G multiply-adds/);
});

test('a note is in the language of the page', () => {
  expect(markupOf('efficientnet-lite0', 'en')).toContain('the structure counts 385.2 M multiply-adds');
  const page = markupOf('efficientnet-lite0', 'zh');
  expect(page).toContain('按结构计为 385.2 M 次乘加');
  expect(page).not.toContain('lang="en"');
});
