import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { exactNumberText } from '../../ui/numberText';
import { AskedBars } from './AskedBars';

/** Bars of 1,000,000 and, asked for and shown, 250,000, with a guess. */
function barsWith(guess: number, isAbout = false): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <AskedBars
        label="MACs"
        tone="macs"
        format={(value) => exactNumberText(value, 'en')}
        isOpen
        guess={guess}
        isAbout={isAbout}
        bars={[
          { id: 'known', label: 'known', value: 1_000_000 },
          { id: 'asked', label: 'asked', value: 250_000, isAsked: true },
        ]}
      />
    </I18nProvider>,
  );
}

test('a guess that a factor was behind is written with no more digits than the truth', () => {
  expect(barsWith(358_446.22222222225)).toContain('you: 358,446<');
  expect(barsWith(1 / 3)).toContain('you: 0.333<');
});

test('a guess far beyond the scale stands at its end as an arrow, and leaves the bars their length', () => {
  const far = barsWith(1e12);
  expect(far).toContain('data-beyond="true"');
  expect(far).toContain('inline-size:25%');
  expect(far).toContain('you: far beyond<');
  const near = barsWith(2_000_000);
  expect(near).toContain('data-beyond="false"');
  expect(near).toContain('inline-size:50%');
});

test('a choice has its place on the scale, and no number that nobody said', () => {
  const chosen = barsWith(20_408, true);
  expect(chosen).toContain('data-beyond="false"');
  expect(chosen).toContain('>you<');
  expect(chosen).not.toContain('20,408');
});
