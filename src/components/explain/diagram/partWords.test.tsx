import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messages as chinese } from '../../../locales/zh.po';
import { catalogue } from '../../../nets/models/index';
import { builtGraph } from '../../../nets/models/model';
import { usePartWords } from './partWords';

function wordsOf(paths: readonly string[], locale: 'en' | 'zh'): readonly string[] {
  const i18n = setupI18n({ locale, messages: locale === 'zh' ? { zh: chinese } : { en: {} } });
  const words: string[] = [];
  function Listed() {
    const partWords = usePartWords();
    words.push(...paths.map(partWords));
    return null;
  }
  renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <Listed />
    </I18nProvider>,
  );
  return words;
}

test('parts have the names that a person would say', () => {
  expect(wordsOf(['stem', 'stage3.block2', 'middle.module8', 'fire9', 'fc6', 'stage2.unit1', 'pool'], 'en')).toEqual([
    'Stem',
    'Stage 3, block 2',
    'Middle flow, module 8',
    'Fire 9',
    'Fully connected 6',
    'Stage 2, unit 1',
    'Pooling',
  ]);
});

test('a name without words stays as it is', () => {
  expect(wordsOf(['my_layer.conv'], 'en')).toEqual(['My_layer, convolution']);
});

test('no part of the catalogue shows a raw name', () => {
  const names = catalogue.flatMap((model) => builtGraph(model).nodes.flatMap(({ id }) => id.split('.')));
  for (const [index, words] of wordsOf([...new Set(names)], 'en').entries()) {
    expect(words, [...new Set(names)][index]).not.toMatch(/[a-z][A-Z\d]/);
    expect(words).not.toMatch(/^(conv|fc|norm|concat|add|reduce|widen|project|linear|left|right)\b/i);
  }
});

// As for all messages: a translation may be missing while one works, and not in CI.
test.runIf(process.env['CI'] !== undefined)('every part of the catalogue has a Chinese name', () => {
  const names = new Set(catalogue.flatMap((model) => builtGraph(model).nodes.flatMap(({ id }) => id.split('.'))));
  for (const words of wordsOf([...names], 'zh')) expect(words).toMatch(/\p{Script=Han}|^(Fire \d|Dropout)$/u);
});
