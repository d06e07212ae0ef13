import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MissingKernelText } from './MissingKernelText';

test('the op without a kernel is named, and who runs the network instead', () => {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  const text = renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <MissingKernelText missing={{ id: 'head.softplus', kind: 'activation' }} />
    </I18nProvider>,
  );
  expect(text).toBe('run by TensorFlow.js: the app has no kernel of its own for activation (head.softplus)');
});
