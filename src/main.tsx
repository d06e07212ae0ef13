import './startsEarly';
import './styles/index.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { embedding } from './components/ui/embedding';
import { App } from './components/app/App';
import { watchVersions } from './components/app/newVersion';
import { activate } from './i18n/activate';
import { initialLocale } from './i18n/initialLocale';
import { trustOwnScripts } from './run/worker/trustOwnScripts';

// The page and its choices are in the hash (`?lang=zh#/compare?net=xception`), because a static host under any path then
// serves it without rewrite rules; the language comes before it, and so survives a change of page.
async function mount(root: HTMLElement): Promise<void> {
  const isKept = !isEmbedded;
  await activate(initialLocale(), isKept).catch(() => activate('en', isKept));
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}

// The page around an embedded one chooses its language, and is not where a visitor asks for the whole app.
const isEmbedded = embedding !== null;
trustOwnScripts();
watchVersions({ isKept: !isEmbedded });
const root = document.getElementById('root');
if (root === null) throw new Error('main: the page has no place to mount (got no #root, wanted one in index.html)');
void mount(root);
