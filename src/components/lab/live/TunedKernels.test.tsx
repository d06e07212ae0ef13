import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messages as chinese } from '../../../locales/zh.po';
import type { TunedKernel } from '../../../run/device/executor';
import { TunedKernels } from './TunedKernels';

const kernels: readonly TunedKernel[] = [
  { shape: 'conv 14x14x64 -> 96', kernel: 'tile-8x8', timesMs: { 'tile-4x4': 0.62, 'tile-8x8': 0.31, vec4: 0.45 } },
  { shape: 'depthwise 3x3 7x7x160', kernel: 'row', timesMs: { row: 0.05 } },
];

function markupOf(tuned: readonly TunedKernel[], locale: 'en' | 'zh' = 'en'): string {
  const i18n = setupI18n({ locale, messages: locale === 'zh' ? { zh: chinese } : { en: {} } });
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <TunedKernels kernels={tuned} />
    </I18nProvider>,
  );
}

/** The text of every cell, by row of the table body. */
function rowsOf(markup: string): readonly (readonly string[])[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(markup)?.[1] ?? '';
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replaceAll('</li><li>', ', ').replaceAll(/<[^>]*>/g, ''),
    ),
  );
}

test('each layer shape is a row: the winning kernel and its time, then the others and theirs', () => {
  expect(rowsOf(markupOf(kernels))).toEqual([
    ['conv 14x14x64 -&gt; 96', 'tile-8x8: 0.31\u00a0ms', 'tile-4x4: 0.62\u00a0ms, vec4: 0.45\u00a0ms'],
    ['depthwise 3x3 7x7x160', 'row: 0.050\u00a0ms', ''],
  ]);
});

test('a kernel with a wrong result is listed with the others, without a time', () => {
  const wrong: TunedKernel = { shape: 'conv', kernel: 'vec4', timesMs: { vec4: 0.45 }, wrong: ['subgroups'] };
  expect(rowsOf(markupOf([wrong]))).toEqual([
    ['conv', 'vec4: 0.45\u00a0ms', 'subgroups: excluded: the result differs'],
  ]);
});

test('the summary says how many shapes were tuned', () => {
  expect(markupOf(kernels)).toMatch(/<summary>[^<]*\(2\)<\/summary>/);
});

test('the table scrolls by keyboard and has a name', () => {
  expect(markupOf(kernels)).toMatch(/role="region" aria-label="Kernels" tabindex="0"/);
});

test('the table header is in the language of the page', () => {
  const heads = (locale: 'en' | 'zh') =>
    [...markupOf(kernels, locale).matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, text]) => text);
  expect(heads('en')).toEqual(['Shape', 'Fastest', 'Others']);
  expect(heads('zh')).toHaveLength(3);
  for (const head of heads('zh')) expect(head).toMatch(/^\p{Script=Han}+$/u);
});

test('nothing is rendered when nothing was tuned', () => {
  expect(markupOf([])).toBe('');
});
